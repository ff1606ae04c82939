import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import { collaborativesSeen, type Cycle } from '../cycles';

type Place = Pick<Cycle, 'collaborativeIds'>;

/** Seats on offer of one collaborative (pages.md): its staff and administrators change them, approvers read them. */
export const seatPlanPolicy = {
  view: (actor: Actor, cycle: Place, collaborativeId: string): Decision =>
    allowIf(collaborativesSeen(actor, cycle).includes(collaborativeId), 'cycles.denied.view'),
  change: (actor: Actor, cycle: Place, collaborativeId: string): Decision =>
    allowIf(
      cycle.collaborativeIds.includes(collaborativeId) && (isStaffOf(actor, collaborativeId) || isAdministrator(actor)),
      'cycleDesk.denied.seats',
    ),
};
