import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvents } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { listPaperLetters, savePaperLetter, type PaperLetterRow } from '../../mail/paper-letters.queries';
import { letterMachine, type LetterEvent } from './letter';
import { letterPolicy } from './letter.policy';
import { listPrintable, listRun } from './letter.queries';

/**
 * Sends letters through the printer as one run and answers its id: these, or all that wait now. Null when none is left,
 * so that of two people who press at once one prints.
 */
export function printLetters(deps: Deps, actor: Actor, collaborativeId: string, chosen: readonly string[] | 'all'): Promise<string | null> {
  return inTransaction(deps, async (tx) => {
    conceal(letterPolicy.manage(actor, collaborativeId));
    const ids = chosen === 'all' ? await listPrintable(tx.db, collaborativeId, tx.clock.now()) : chosen;
    const letters = await listPaperLetters(tx.db, collaborativeId, ids);
    if (letters.length === 0) return null;
    const run = tx.newId();
    const printed = { batch_id: run, printed_at: tx.clock.now(), printed_by: actor.id };
    for (const letter of letters) {
      await savePaperLetter(tx.db, letter, {
        ...printed,
        status: letterMachine.next(letter.status, 'print'),
        prints: letter.prints + 1,
      });
    }
    await record(tx, actor, letters, 'print');
    return run;
  });
}

/** Everything of one run is in the post. */
export function postRun(deps: Deps, actor: Actor, collaborativeId: string, run: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(letterPolicy.manage(actor, collaborativeId));
    const ids = (await listRun(tx.db, collaborativeId, run)).filter(({ status }) => status === 'printed').map(({ id }) => id);
    if (ids.length === 0) throw new NotFound();
    await take(tx, actor, await listPaperLetters(tx.db, collaborativeId, ids), 'post');
  });
}

/** One step of one letter: posted, told, not needed, or back to where it was. */
export function stepLetter(
  deps: Deps,
  actor: Actor,
  collaborativeId: string,
  { id, event }: { readonly id: string; readonly event: Exclude<LetterEvent, 'print'> },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(letterPolicy.manage(actor, collaborativeId));
    const [letter] = await listPaperLetters(tx.db, collaborativeId, [id]);
    if (letter === undefined) throw new NotFound();
    await take(tx, actor, [letter], event);
  });
}

async function take(tx: Deps, actor: Actor, letters: readonly PaperLetterRow[], event: LetterEvent): Promise<void> {
  const finished = event === 'reopen' ? { finished_at: null, finished_by: null } : { finished_at: tx.clock.now(), finished_by: actor.id };
  for (const letter of letters) await savePaperLetter(tx.db, letter, { ...finished, status: letterMachine.next(letter.status, event) });
  await record(tx, actor, letters, event);
}

const actions = {
  print: 'outreach.printLetter',
  post: 'outreach.postLetter',
  tell: 'outreach.tellLetter',
  drop: 'outreach.dropLetter',
  reopen: 'outreach.reopenLetter',
} as const;

const record = (tx: Deps, actor: Actor, letters: readonly PaperLetterRow[], event: LetterEvent): Promise<void> =>
  recordEvents(
    tx,
    letters.map((letter) => ({
      action: actions[event],
      actor,
      subject: { kind: 'letter', id: letter.id },
      collaborativeId: letter.collaborative_id,
      before: { status: letter.status },
    })),
  );
