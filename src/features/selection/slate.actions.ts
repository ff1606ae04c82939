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
import { moved, needsReasonNow, outOfRankOrder, placed, removed } from './placement';
import { assertEditable, mayChooseIn, send, takeBack, type Entry, type Reason, type Slate } from './slate';
import { slateSentMail } from './slate.emails';
import { slatePolicy } from './slate.policy';
import { insertSlate, saveEntries, saveSlate } from './slate.queries';

/** Where a slate is: the cycle's code and the collaborative's slug. */
export interface SlateAddress {
  readonly code: string;
  readonly slug: string;
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
export async function boardAt(tx: Deps, { code, slug }: SlateAddress): Promise<Board> {
  const cycle = await getCycleByCode(tx.db, code);
  const collaborative = await getCollaborativeBySlug(tx.db, slug);
  if (!cycle.collaborativeIds.includes(collaborative.id)) throw new NotFound();
  return loadBoard(tx.db, cycle, collaborative);
}

/** Places a person in a seat or behind the alternates. Out of rank order it asks for a reason first. */
export function placeCandidate(deps: Deps, actor: Actor, address: SlateAddress, placing: Placing): Promise<Placed> {
  return change(
    deps,
    actor,
    { address, version: placing.version, action: 'selection.place', candidacyId: placing.candidacyId },
    (board) => {
      const candidate = candidateOn(board, placing.candidacyId);
      if (!isOpen(candidate)) throw new Conflict('selection.errors.notOpen');
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
  await change(deps, actor, { address, version, action: 'selection.remove', candidacyId }, (board) =>
    removed(allFacts(board), candidacyId),
  );
}

/** Moves an alternate up or down by one. */
export async function moveAlternate(
  deps: Deps,
  actor: Actor,
  address: SlateAddress,
  { version, candidacyId, by }: { version: number; candidacyId: string; by: -1 | 1 },
): Promise<void> {
  await change(deps, actor, { address, version, action: 'selection.move', candidacyId }, (board) =>
    moved(allFacts(board), candidacyId, by),
  );
}

/** Sends a slate to its approvers. Refused while it is empty or a choice out of rank order has no reason. */
export function sendSlate(deps: Deps, actor: Actor, address: SlateAddress, version: number): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const board = await boardAt(tx, address);
    conceal(slatePolicy.view(actor, board.slate));
    authorize(slatePolicy.propose(actor, board.slate));
    assertEditable(board.slate, version);
    if (!mayChooseIn(board.cycle.status)) throw new Conflict('selection.errors.notNow');
    if (!board.entries.some((entry) => entry.seatId !== null)) throw new Conflict('selection.errors.empty');
    if (withoutReason(board).length > 0) throw new Conflict('selection.errors.reasonsMissing');
    const sent = await saveSlate(tx.db, send(board.slate, actor.id ?? '', tx.clock.now()));
    await recordEvent(tx, { ...lineOf(actor, sent, 'selection.send'), after: { entries: board.entries.length } });
    await tellApprovers(tx, board, sent);
  });
}

/** Takes a sent or approved slate back to change it. */
export function takeSlateBack(deps: Deps, actor: Actor, address: SlateAddress, version: number): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { slate } = await boardAt(tx, address);
    conceal(slatePolicy.view(actor, slate));
    authorize(slatePolicy.propose(actor, slate));
    if (slate.version !== version) throw new Conflict();
    const back = await saveSlate(tx.db, takeBack(slate));
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
    assertEditable(board.slate, wanted.version);
    const entries = rule(board);
    if (entries === null) return false;
    const slate = board.slate.version === 0 ? await insertSlate(tx, board.slate) : await saveSlate(tx.db, board.slate);
    await saveEntries(tx.db, slate.id, entries);
    await recordEvent(tx, { ...lineOf(actor, slate, wanted.action), after: summaryOf(entries, wanted.candidacyId) });
    return true;
  });
}

function summaryOf(entries: readonly Entry[], candidacyId: string): Details {
  const entry = entries.find((one) => one.candidacyId === candidacyId);
  return { candidacy: candidacyId, seat: entry?.seatId ?? null, alternate: entry?.alternatePlace ?? null, reason: entry?.reason ?? null };
}

function candidateOn(board: Board, candidacyId: string): BoardCandidate {
  const candidate = board.candidates.find(({ id }) => id === candidacyId);
  if (candidate === undefined) throw new NotFound();
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

const allFacts = (board: Board) => factsOf(board);

async function tellApprovers(tx: Deps, board: Board, slate: Slate): Promise<void> {
  const ids = await listPeopleInRole(tx.db, 'approver', slate.collaborativeId, dateOf(tx.clock.now()));
  const mails = [];
  for (const id of ids.filter((one) => one !== slate.sentBy)) {
    const to = recipientOf(await getPerson(tx.db, id));
    mails.push(slateSentMail({ to, slate, board, t: tx.translate(to.locale), baseUrl: tx.baseUrl }));
  }
  await queueEmails(tx, mails);
}
