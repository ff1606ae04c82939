import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize } from '../../lib/policy';
import type { Collaborative } from '../collaboratives';
import { addSeatsOnOffer, getCycleByCode, removeSeatsOnOffer } from '../cycles';
import { listSlatesOf } from '../selection';
import { changeOf, seatsMayChange, seenOf } from './seat-plan';
import { seatPlanPolicy } from './seat-plan.policy';
import { deleteKeptBack, listPlannedSeats, saveKeptBack } from './seat-plan.queries';

export interface WantedSeats {
  readonly seats: readonly string[];
  readonly reason: string;
  /** What the page showed as on offer. */
  readonly seen: string;
}

/** Changes which seats of a collaborative a cycle offers. Answers whether anything changed. */
export function changeSeatsOnOffer(
  deps: Deps,
  actor: Actor,
  place: { code: string; collaborative: Collaborative },
  wanted: WantedSeats,
): Promise<boolean> {
  const { id } = place.collaborative;
  return inTransaction(deps, async (tx) => {
    const cycle = await getCycleByCode(tx.db, place.code);
    authorize(seatPlanPolicy.change(actor, cycle, id));
    const slate = (await listSlatesOf(tx.db, cycle.id)).find(({ collaborativeId }) => collaborativeId === id);
    if (!seatsMayChange(cycle.status, slate?.status === 'released')) throw new Conflict('cycleDesk.errors.seatsReleased');
    const seats = await listPlannedSeats(tx.db, cycle, id);
    if (seenOf(seats) !== wanted.seen) throw new Conflict();
    const { added, removed } = changeOf(seats, wanted.seats);
    if (added.length + removed.length === 0) return false;
    const ids = (list: typeof added) => list.map((seat) => seat.id);
    await addSeatsOnOffer(tx.db, cycle.id, ids(added));
    await removeSeatsOnOffer(tx.db, cycle.id, ids(removed));
    await deleteKeptBack(tx.db, cycle.id, ids(added));
    const kept = { cycleId: cycle.id, seatIds: ids(removed), words: wanted.reason, personId: actor.id ?? '', at: tx.clock.now() };
    await saveKeptBack(tx.db, kept);
    const codes = (list: typeof added) => list.map((seat) => seat.code);
    await recordEvent(tx, {
      action: 'cycleDesk.offerSeats',
      actor,
      subject: { kind: 'cycle', id: cycle.id },
      collaborativeId: id,
      after: { added: codes(added), removed: codes(removed), reason: wanted.reason },
    });
    return true;
  });
}
