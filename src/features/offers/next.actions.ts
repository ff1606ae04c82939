import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { groupBy } from '../../lib/group';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import { boardAt, fits, slatePolicy, type SlateAddress } from '../selection';
import { carryOut } from './carry-out.actions';
import { nextInLine } from './offer';
import { listAlternates } from './offer.queries';
import { fillSeat } from './settle.actions';
import { listExpiring, listFreeSeats } from './settle.queries';

/** Offers a free seat to the alternate whom the page showed as next. Refused when meanwhile the seat or the person is taken. */
export function offerNext(
  deps: Deps,
  actor: Actor,
  address: SlateAddress,
  { seatId, candidacyId }: { seatId: string; candidacyId: string },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { cycle, collaborative, slate } = await boardAt(tx, address);
    conceal(slatePolicy.view(actor, slate));
    authorize(slatePolicy.release(actor, slate));
    const seat = (await listFreeSeats(tx.db, cycle.id, collaborative.id)).find(({ id }) => id === seatId);
    if (seat === undefined) throw new Conflict('offers.errors.seatGone');
    const alternates = await listAlternates(tx.db, cycle.id, collaborative.id);
    const next = nextInLine(alternates, (constituency) => fits(seat, constituency));
    if (next?.candidacyId !== candidacyId) throw new Conflict('offers.errors.nextChanged');
    await fillSeat(tx, actor, cycle, seat);
  });
}

/** Ends the wait of alternates whose cycle is over, and tells them; for the worker. */
export async function expireAlternates(deps: Deps): Promise<void> {
  for (const [key, waiting] of groupBy(
    await listExpiring(deps.db),
    ({ candidacy }) => `${candidacy.cycleId} ${candidacy.collaborativeId}`,
  )) {
    const [cycleId = '', collaborativeId = ''] = key.split(' ');
    await inTransaction(deps, async (tx) => {
      const place = { cycle: await getCycle(tx.db, cycleId), collaborative: await getCollaborative(tx.db, collaborativeId) };
      const steps = waiting.map(({ candidacy }) => ({ candidacy, code: 'expired' as const, seatId: null, isSilent: false }));
      await carryOut(tx, 'system', place, steps);
    });
  }
}
