import { isAdministrator, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';

export const importPolicy = {
  run: (actor: Actor) => allowIf(isAdministrator(actor), 'errors.forbidden.lead'),
};
