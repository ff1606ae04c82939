import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

/** The people of a collaborative are for its own staff and for administrators; to others the page is not there: use with `conceal`. */
export const bodyPeoplePolicy = {
  view: (actor: Actor, collaborativeId: string): Decision =>
    allowIf(isStaffOf(actor, collaborativeId) || isAdministrator(actor), 'errors.notFound.lead'),
};
