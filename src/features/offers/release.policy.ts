import { isAdministrator, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

export const releasePolicy = {
  /** All approved slates at once: administrators, who own the cycle (domain.md 3). */
  wholeCycle: (actor: Actor): Decision => allowIf(isAdministrator(actor), 'offers.denied.wholeCycle'),
};
