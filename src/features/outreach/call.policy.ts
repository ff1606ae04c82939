import { isAdministrator, isCallerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';

export interface CallPlace {
  readonly cycleId: string;
  readonly collaborativeId: string;
}

const runs = (actor: Actor, { collaborativeId }: CallPlace): boolean => isAdministrator(actor) || isStaffOf(actor, collaborativeId);

/** Phoning those who did not answer an offer (pages.md). Use with `conceal`. */
export const callPolicy = {
  call: (actor: Actor, place: CallPlace) =>
    allowIf(runs(actor, place) || isCallerOf(actor, place.cycleId, place.collaborativeId), 'outreach.denied.calls'),

  /** Giving the role of caller, and ending it. */
  choose: (actor: Actor, place: CallPlace) => allowIf(runs(actor, place), 'outreach.denied.calls'),
};
