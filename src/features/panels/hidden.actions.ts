import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getCycle } from '../cycles';
import { deleteRedaction, insertRedactions, mayAssignIn, panelPolicy } from '../reviews';
import type { ReviewFile } from './file';
import { findFile } from './file.queries';

/** Words to hide in an answer; empty: the whole answer. */
export interface ToHide {
  readonly question: string;
  readonly words: string;
}

/** Hides words of an application from its reviewers; the original stays. Answers how many are newly hidden. */
export function hideWords(
  deps: Deps,
  actor: Actor & { readonly id: string },
  candidacyId: string,
  wanted: readonly ToHide[],
): Promise<number> {
  return inTransaction(deps, async (tx) => {
    const file = await arrangedFile(tx, actor, candidacyId);
    const { applicationId } = file;
    const added = await insertRedactions(
      tx,
      wanted.map((one) => ({ applicationId, ...one })),
      { by: actor.id, at: tx.clock.now() },
    );
    if (added > 0) await record(tx, actor, file, 'panels.hideWords', { questions: [...new Set(wanted.map(({ question }) => question))] });
    return added;
  });
}

/** Shows hidden words again. */
export function showWords(deps: Deps, actor: Actor, candidacyId: string, redactionId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const file = await arrangedFile(tx, actor, candidacyId);
    if (!(await deleteRedaction(tx.db, file.applicationId, redactionId))) throw new NotFound();
    await record(tx, actor, file, 'panels.showWords', {});
  });
}

async function arrangedFile(tx: Deps, actor: Actor, candidacyId: string): Promise<ReviewFile> {
  const file = await findFile(tx.db, candidacyId);
  if (file === undefined) throw new NotFound();
  conceal(panelPolicy.viewFile(actor, { collaborativeId: file.collaborativeId, applicantId: file.party.personId }));
  if (!mayAssignIn((await getCycle(tx.db, file.cycleId)).status)) throw new Conflict('reviews.errors.notNow');
  return file;
}

const record = (
  tx: Deps,
  actor: Actor,
  file: ReviewFile,
  action: 'panels.hideWords' | 'panels.showWords',
  after: Readonly<Record<string, unknown>>,
): Promise<void> =>
  recordEvent(tx, { action, actor, subject: { kind: 'candidacy', id: file.candidacyId }, collaborativeId: file.collaborativeId, after });
