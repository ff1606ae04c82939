import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';

export const letterPolicy = {
  /** Letters hold decisions: staff of the collaborative that writes them, and administrators. Use with `conceal`. */
  manage: (actor: Actor, collaborativeId: string) =>
    allowIf(isAdministrator(actor) || isStaffOf(actor, collaborativeId), 'outreach.denied.letters'),
};
