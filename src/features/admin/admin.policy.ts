import { isAdministrator, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';

export const adminPolicy = {
  view: (actor: Actor) => allowIf(isAdministrator(actor), 'errors.forbidden.lead'),
};
