import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { addSeatsOnOffer, listSeatsFreeOn, listUpcomingCycles, type Cycle } from '../cycles';
import { listTakenSeats } from './vacancy.queries';

/**
 * Worker: a seat that fell free joins the next cycle of its collaborative that is planned and has not opened, unless staff
 * kept it back there or another cycle under way offers it. Staff may take it away again on the cycle's page of seats.
 */
export async function openVacancies(deps: Deps): Promise<void> {
  for (const cycle of await listUpcomingCycles(deps.db)) {
    if ((await wantedFor(deps, cycle)).length === 0) continue;
    await inTransaction(deps, async (tx) => {
      const seatIds = await wantedFor(tx, cycle);
      await addSeatsOnOffer(tx.db, cycle.id, seatIds);
      const subject = { kind: 'cycle', id: cycle.id };
      await recordEvent(tx, {
        action: 'vacancies.opened',
        actor: 'system',
        subject,
        collaborativeId: null,
        after: { seats: seatIds.length },
      });
    });
  }
}

async function wantedFor({ db }: Pick<Deps, 'db'>, cycle: Cycle): Promise<string[]> {
  const free = await listSeatsFreeOn(db, cycle.collaborativeIds, cycle.termStartsOn);
  const taken = await listTakenSeats(db, cycle.id, free);
  return free.filter((id) => !taken.has(id));
}
