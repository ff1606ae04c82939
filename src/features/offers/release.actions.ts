import { inTransaction, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { listCandidaciesFor } from '../applications';
import { getCollaborative } from '../collaboratives';
import { cycleMachine, getCycle, getCycleByCode, saveCycle, type Cycle, type CycleEvent } from '../cycles';
import { listWithoutConsent } from '../guardians';
import {
  boardAt,
  lineOf,
  listSlatesOf,
  loadBoard,
  mayChooseIn,
  release,
  saveSlate,
  slatePolicy,
  type Board,
  type SlateAddress,
} from '../selection';
import { carryOut } from './carry-out.actions';
import { latestTexts } from './letter.queries';
import { planOf, type PlannedDecision, type Releasable } from './release';
import { releasePolicy } from './release.policy';
import { fillFreeSeats, settle } from './settle.actions';

/**
 * Releases an approved slate in one transaction: every state, offer and letter. A second release is refused (409) and
 * changes nothing.
 */
export function releaseSlate(deps: Deps, actor: Actor, address: SlateAddress, version: number): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const board = await boardAt(tx, address);
    conceal(slatePolicy.view(actor, board.slate));
    authorize(slatePolicy.release(actor, board.slate));
    if (board.slate.version !== version) throw new Conflict();
    await releaseBoards(tx, actor, board.cycle, [await withTexts(tx, board)]);
  });
}

/** Releases every approved slate of a cycle at once; `versions` are those of the slates whose letters were shown. */
export function releaseAll(deps: Deps, actor: Actor, code: string, versions: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(releasePolicy.wholeCycle(actor));
    const cycle = await getCycleByCode(tx.db, code);
    const releasables = await approvedBoards(tx, cycle);
    if (releasables.length === 0) throw new Conflict('offers.errors.nothingApproved');
    if (versionsOf(releasables) !== versions) throw new Conflict();
    await releaseBoards(tx, actor, cycle, releasables);
  });
}

/** The approved slates of a cycle with the drafts of their letters, by collaborative. */
export async function approvedBoards(tx: Deps, cycle: Cycle): Promise<Releasable[]> {
  const approved = (await listSlatesOf(tx.db, cycle.id)).filter((slate) => slate.status === 'approved');
  const boards: Releasable[] = [];
  for (const { collaborativeId } of [...approved].sort((a, b) => a.collaborativeId.localeCompare(b.collaborativeId)))
    boards.push(await withTexts(tx, await loadBoard(tx.db, cycle, await getCollaborative(tx.db, collaborativeId))));
  return boards;
}

/** Which slates, in which version, a page showed. */
export const versionsOf = (releasables: readonly Releasable[]): string =>
  releasables.map(({ board }) => `${board.slate.id}.${board.slate.version}`).join(',');

export async function withTexts(tx: Deps, board: Board): Promise<Releasable> {
  const place = { cycleId: board.cycle.id, collaborativeId: board.collaborative.id };
  return { board, texts: await latestTexts(tx.db, place) };
}

/** Students whom a plan offers a seat although no guardian has consented: the application is not complete (domain.md 4). */
export async function offeredWithoutConsent(db: Db, plan: readonly PlannedDecision[]): Promise<PlannedDecision[]> {
  const offers = plan.filter((decision) => decision.kind === 'offer' && !decision.isHeld);
  const lacking = await listWithoutConsent(
    db,
    offers.map(({ candidate }) => candidate.applicationId),
  );
  return offers.filter(({ candidate }) => lacking.has(candidate.applicationId));
}

async function releaseBoards(tx: Deps, actor: Actor, cycle: Cycle, releasables: readonly Releasable[]): Promise<void> {
  if (!mayChooseIn(cycle.status)) throw new Conflict('selection.errors.notNow');
  const plans = planOf(releasables);
  if ((await offeredWithoutConsent(tx.db, [...plans.values()].flat())).length > 0) throw new Conflict('offers.errors.guardianMissing');
  const everyone = new Set<string>();
  for (const { board } of releasables) {
    await releaseBoard(tx, actor, board, plans.get(board.collaborative.id) ?? []);
    for (const { applicationId } of await listCandidaciesFor(tx.db, cycle.id, board.collaborative.id)) everyone.add(applicationId);
  }
  await settle(tx, actor, cycle, [...everyone]);
  await fillFreeSeats(tx, actor, cycle.id);
  await releaseCycle(tx, actor, cycle.id);
}

async function releaseBoard(tx: Deps, actor: Actor, board: Board, plan: readonly PlannedDecision[]): Promise<void> {
  const { cycle, collaborative, slate } = board;
  if (actor.id === null) throw new NotFound();
  const released = await saveSlate(tx.db, release(slate, actor.id, tx.clock.now()));
  const now = plan.filter((decision) => !decision.isHeld);
  const after = { letters: now.length, held: plan.length - now.length };
  await recordEvent(tx, { ...lineOf(actor, released, 'offers.release'), after });
  const steps = now.map(({ candidate, code, seatId }) => ({ candidacy: candidate, code, seatId, isSilent: false }));
  await carryOut(tx, actor, { cycle, collaborative }, steps);
}

/** The cycle is released once every slate of it is. */
async function releaseCycle(tx: Deps, actor: Actor, cycleId: string): Promise<void> {
  let cycle = await getCycle(tx.db, cycleId);
  const released = new Set(
    (await listSlatesOf(tx.db, cycleId)).filter((slate) => slate.status === 'released').map((slate) => slate.collaborativeId),
  );
  if (!cycle.collaborativeIds.every((id) => released.has(id))) return;
  const steps: readonly CycleEvent[] = cycle.status === 'in_review' ? ['startDeciding', 'release'] : ['release'];
  for (const step of steps) {
    cycle = await saveCycle(tx.db, { ...cycle, status: cycleMachine.next(cycle.status, step) });
    await recordEvent(tx, {
      action: `cycles.${step}` as const,
      actor,
      subject: { kind: 'cycle', id: cycleId },
      collaborativeId: null,
      after: { status: cycle.status },
    });
  }
}
