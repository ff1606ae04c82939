import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { listCandidaciesFor } from '../applications';
import { cycleMachine, getCycle, saveCycle, type CycleEvent } from '../cycles';
import { boardAt, lineOf, listSlatesOf, mayChooseIn, release, saveSlate, type SlateAddress, slatePolicy } from '../selection';
import { carryOut } from './carry-out.actions';
import { planOf } from './release';
import { fillFreeSeats, settle } from './settle.actions';

/**
 * Releases an approved slate in one transaction: every state, offer and letter. A second release is refused (409) and
 * changes nothing.
 */
export function releaseSlate(deps: Deps, actor: Actor, address: SlateAddress, version: number): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const board = await boardAt(tx, address);
    const { cycle, collaborative } = board;
    conceal(slatePolicy.view(actor, board.slate));
    authorize(slatePolicy.release(actor, board.slate));
    const released = release(board.slate, actor.id ?? '', tx.clock.now());
    if (board.slate.version !== version) throw new Conflict();
    if (!mayChooseIn(cycle.status)) throw new Conflict('selection.errors.notNow');
    const plan = planOf(board);
    await saveSlate(tx.db, released);
    const held = plan.filter((decision) => decision.isHeld).length;
    await recordEvent(tx, { ...lineOf(actor, released, 'offers.release'), after: { letters: plan.length - held, held } });
    const now = plan.filter((decision) => !decision.isHeld);
    await carryOut(
      tx,
      actor,
      { cycle, collaborative },
      now.map(({ candidate, ...decision }) => ({ ...decision, candidacy: candidate, letter: 'usual' as const })),
    );
    const everyone = await listCandidaciesFor(tx.db, cycle.id, collaborative.id);
    await settle(
      tx,
      actor,
      cycle,
      everyone.map((candidate) => candidate.applicationId),
    );
    await fillFreeSeats(tx, actor, cycle.id);
    await releaseCycle(tx, actor, cycle.id);
  });
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
