import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent, type Details } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { listPeopleInRole, getPerson, recipientOf } from '../accounts';
import { getCollaborativeBySlug } from '../collaboratives';
import { getCycleByCode } from '../cycles';
import { factsOf, isOpen, type Board, type BoardCandidate } from './board';
import { loadBoard } from './board.queries';
import { moved, needsReasonNow, outOfRankOrder, placed, removed, type Wish } from './placement';
import { assertFresh } from './freshness.actions';
import { insertSending, saveTakenBack } from './sending.queries';
import { isEditable, mayChooseIn, send, takeBack, type Entry, type Reason, type Slate } from './slate';
import { slateSentMail } from './slate.emails';
import { slatePolicy } from './slate.policy';
import { insertSlate, saveEntries, saveSlate } from './slate.queries';
import { saveWhatIf } from './what-if.queries';

/** Where a slate is: the cycle's code and the collaborative's slug; and the what-if slate, where one is meant. */
export interface SlateAddress {
  readonly code: string;
  readonly slug: string;
  readonly whatIf?: string;
}

export interface Placing {
  readonly version: number;
  readonly candidacyId: string;
  /** A seat's id, `seat` for the next free one that fits, or `alternate`. */
  readonly seat: string;
  readonly reason: Reason | null;
  readonly reasonWords: string;
}

export type Placed = { readonly outcome: 'placed' } | { readonly outcome: 'needsReason' };

/** Reads the board for a command, as the actor may see it. */
export async function boardAt(tx: Deps, { code, slug, whatIf }: SlateAddress): Promise<Board> {
  const cycle = await getCycleByCode(tx.db, code);
  const collaborative = await getCollaborativeBySlug(tx.db, slug);
  if (!cycle.collaborativeIds.includes(collaborative.id)) throw new NotFound();
  return loadBoard(tx.db, cycle, collaborative, whatIf);
}

/** Places a person in a seat or behind the alternates. Out of rank order it asks for a reason first. */
export function placeCandidate(deps: Deps, actor: Actor, address: SlateAddress, placing: Placing): Promise<Placed> {
  return change(
    deps,
    actor,
    { address, version: placing.version, action: 'selection.place', candidacyId: placing.candidacyId },
    (board) => {
      const candidate = openOn(board, placing.candidacyId);
      const facts = factsOf(board);
      const person = { candidacyId: candidate.id, constituency: candidate.constituency };
      const words = placing.reasonWords === '' ? null : placing.reasonWords;
      const entries = placed(facts, person, {
        seatId: seatFor(board, candidate, placing.seat),
        reason: placing.reason,
        reasonWords: words,
      });
      return needsReasonNow({ ...facts, entries }, candidate.id) && !hasReason(placing) ? null : entries;
    },
  ).then((done) => ({ outcome: done ? 'placed' : 'needsReason' }));
}

/** Takes a person off the slate. */
export async function removeCandidate(
  deps: Deps,
  actor: Actor,
  address: SlateAddress,
  { version, candidacyId }: { version: number; candidacyId: string },
) {
  await change(deps, actor, { address, version, action: 'selection.remove', candidacyId }, (board) => removed(factsOf(board), candidacyId));
}

/** Moves an alternate up, down or to a place in the line; whoever is not in it yet is put there first. */
export async function moveAlternate(
  deps: Deps,
  actor: Actor,
  address: SlateAddress,
  { version, candidacyId, wish }: { version: number; candidacyId: string; wish: Wish },
): Promise<void> {
  await change(deps, actor, { address, version, action: 'selection.move', candidacyId }, (board) => {
    const facts = factsOf(board);
    if (board.entries.some((entry) => entry.candidacyId === candidacyId && entry.seatId === null)) return moved(facts, candidacyId, wish);
    const candidate = openOn(board, candidacyId);
    const entries = placed(facts, { candidacyId, constituency: candidate.constituency }, { seatId: null, reason: null, reasonWords: null });
    return moved({ ...facts, entries }, candidacyId, wish);
  });
}

/** Sends a slate to its approvers. Refused while it is empty or a choice out of rank order has no reason. */
export function sendSlate(deps: Deps, actor: Actor, address: SlateAddress, version: number): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const board = await boardAt(tx, address);
    conceal(slatePolicy.view(actor, board.slate));
    authorize(slatePolicy.propose(actor, board.slate));
    await assertFresh(tx, actor, board, version);
    if (!isEditable(board.slate)) throw new Conflict('selection.errors.notEditable');
    if (!mayChooseIn(board.cycle.status)) throw new Conflict('selection.errors.notNow');
    if (!board.entries.some((entry) => entry.seatId !== null)) throw new Conflict('selection.errors.empty');
    if (withoutReason(board).length > 0) throw new Conflict('selection.errors.reasonsMissing');
    const sent = await saveSlate(tx.db, send(board.slate, actor.id ?? '', tx.clock.now()));
    const { entries, targets } = board;
    await insertSending(tx.db, { slateId: sent.id, sentBy: sent.sentBy, sentAt: tx.clock.now(), entries, targets });
    await recordEvent(tx, { ...lineOf(actor, sent, 'selection.send'), after: { entries: entries.length } });
    await tellApprovers(tx, board, sent);
  });
}

/** Takes a sent or approved slate back to change it. */
export function takeSlateBack(deps: Deps, actor: Actor, address: SlateAddress, version: number): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const board = await boardAt(tx, address);
    const { slate } = board;
    conceal(slatePolicy.view(actor, slate));
    authorize(slatePolicy.propose(actor, slate));
    await assertFresh(tx, actor, board, version);
    const back = await saveSlate(tx.db, takeBack(slate));
    await saveTakenBack(tx.db, slate.id, { by: actor.id, at: tx.clock.now() });
    await recordEvent(tx, { ...lineOf(actor, back, 'selection.takeBack'), before: { status: slate.status } });
  });
}

/** Choices out of rank order that still lack their reason. */
export function withoutReason(board: Board): Entry[] {
  const outOfOrder = outOfRankOrder(factsOf(board));
  return board.entries.filter((entry) => outOfOrder.has(entry.candidacyId) && !hasReason(entry));
}

/** A coded reason, or words of one's own (the code `words` stands for those). */
export const hasReason = ({ reason, reasonWords }: { readonly reason: Reason | null; readonly reasonWords: string | null }): boolean =>
  reason === null || reason === 'words' ? (reasonWords ?? '').trim() !== '' : true;

export const lineOf = (actor: Actor, slate: Slate, action: Action) => ({
  action,
  actor,
  subject: { kind: 'slate', id: slate.id },
  collaborativeId: slate.collaborativeId,
});

interface Change {
  readonly address: SlateAddress;
  readonly version: number;
  readonly action: Action;
  readonly candidacyId: string;
}

/** One change of the entries, against the version the page showed. `null` from the rule means: nothing is saved. */
function change(deps: Deps, actor: Actor, wanted: Change, rule: (board: Board) => Entry[] | null): Promise<boolean> {
  return inTransaction(deps, async (tx) => {
    const board = await boardAt(tx, wanted.address);
    conceal(slatePolicy.view(actor, board.slate));
    authorize(slatePolicy.propose(actor, board.slate));
    if (!mayChooseIn(board.cycle.status)) throw new Conflict('selection.errors.notNow');
    await assertFresh(tx, actor, board, wanted.version);
    if (board.whatIf === null ? !isEditable(board.slate) : board.slate.status === 'released')
      throw new Conflict('selection.errors.notEditable');
    const entries = rule(board);
    if (entries === null) return false;
    const subject = await saveBoard(tx, board, entries);
    const after = summaryOf(entries, wanted.candidacyId);
    await recordEvent(tx, { action: wanted.action, actor, subject, collaborativeId: board.collaborative.id, after });
    return true;
  });
}

/** Saves who is on the slate, or on the what-if slate that is looked at; answers the record that changed. */
async function saveBoard(tx: Deps, { slate, whatIf }: Board, entries: readonly Entry[]): Promise<{ kind: string; id: string }> {
  if (whatIf !== null) {
    await saveWhatIf(tx.db, whatIf, entries);
    return { kind: 'what_if', id: whatIf.id };
  }
  const saved = slate.version === 0 ? await insertSlate(tx, slate) : await saveSlate(tx.db, slate);
  await saveEntries(tx.db, saved.id, entries);
  return { kind: 'slate', id: saved.id };
}

function summaryOf(entries: readonly Entry[], candidacyId: string): Details {
  const entry = entries.find((one) => one.candidacyId === candidacyId);
  return { candidacy: candidacyId, seat: entry?.seatId ?? null, alternate: entry?.alternatePlace ?? null, reason: entry?.reason ?? null };
}

/** A person who can still be placed. */
function openOn(board: Board, candidacyId: string): BoardCandidate {
  const candidate = board.candidates.find(({ id }) => id === candidacyId);
  if (candidate === undefined) throw new NotFound();
  if (!isOpen(candidate)) throw new Conflict('selection.errors.notOpen');
  return candidate;
}

/** The seat meant: named, or the first free one of the person's constituency, then at large. */
function seatFor(board: Board, candidate: BoardCandidate, wanted: string): string | null {
  if (wanted === 'alternate') return null;
  if (wanted !== 'seat') return wanted;
  const taken = new Set(board.entries.filter((entry) => entry.candidacyId !== candidate.id).map((entry) => entry.seatId));
  const free = board.seats.filter((seat) => !taken.has(seat.id));
  const own = free.find((seat) => seat.constituency === candidate.constituency) ?? free.find((seat) => seat.constituency === 'at_large');
  if (own === undefined) throw new Conflict('selection.errors.noFreeSeat');
  return own.id;
}

async function tellApprovers(tx: Deps, board: Board, slate: Slate): Promise<void> {
  const ids = await listPeopleInRole(tx.db, 'approver', slate.collaborativeId, dateOf(tx.clock.now()));
  const mails = [];
  for (const id of ids.filter((one) => one !== slate.sentBy)) {
    const to = recipientOf(await getPerson(tx.db, id));
    mails.push(slateSentMail({ to, slate, board, t: tx.translate(to.locale), baseUrl: tx.baseUrl }));
  }
  await queueEmails(tx, mails);
}
