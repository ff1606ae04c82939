import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { boardAt, isOpen, slatePolicy, type Board, type SlateAddress } from '../selection';
import { kindSlot, mayReword, personSlot, type LetterCode, type LetterText, type RegretCode, type Wording } from './letter';
import { insertText, latestTexts } from './letter.queries';

/** New words: by language; null puts the usual ones back. `version` is that of the text the page showed, 0 when there was none. */
export interface Rewording {
  readonly version: number;
  readonly wordings: Readonly<Record<string, Wording>> | null;
}

/** Changes the words of a kind of letter for one collaborative, in every language at once. */
export function rewordKind(deps: Deps, actor: Actor, address: SlateAddress, change: Rewording & { code: LetterCode }): Promise<void> {
  return reword(deps, actor, address, (board) => {
    if (!mayReword(change.code, board.slate.status === 'released')) throw new Conflict('offers.errors.frozen');
    return { ...change, slot: kindSlot(change.code), code: null };
  });
}

/** Changes one person's letter: the reason in it, the words, or both. */
export function rewordPerson(
  deps: Deps,
  actor: Actor,
  address: SlateAddress,
  change: Rewording & { candidacyId: string; code: RegretCode | null },
): Promise<void> {
  return reword(deps, actor, address, (board) => {
    const candidate = board.candidates.find(({ id }) => id === change.candidacyId);
    if (candidate === undefined) throw new NotFound();
    if (board.slate.status === 'released' || !isOpen(candidate)) throw new Conflict('offers.errors.frozen');
    return { ...change, slot: personSlot(candidate.id) };
  });
}

type NewText = Rewording & Pick<LetterText, 'slot' | 'code'>;

function reword(deps: Deps, actor: Actor, address: SlateAddress, rule: (board: Board) => NewText): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const board = await boardAt(tx, address);
    conceal(slatePolicy.view(actor, board.slate));
    authorize(slatePolicy.release(actor, board.slate));
    const { slot, code, version, wordings } = rule(board);
    const place = { cycleId: board.cycle.id, collaborativeId: board.collaborative.id };
    const before = (await latestTexts(tx.db, place)).get(slot);
    if ((before?.version ?? 0) !== version) throw new Conflict();
    await insertText(tx, place, { slot, code, wordings, version: version + 1, editedBy: actor.id, editedAt: tx.clock.now() });
    await recordEvent(tx, {
      action: wordings === null && code === null ? 'offers.resetLetter' : 'offers.reword',
      actor,
      subject: { kind: 'cycle', id: board.cycle.id },
      collaborativeId: board.collaborative.id,
      after: { slot, version: version + 1 },
    });
  });
}
