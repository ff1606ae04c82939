import { isAdministrator, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

/** Rights and retention (pages.md): administrators decide; everybody asks for themselves. Nobody erases themselves by a decision of their own. */
export const rightsPolicy = {
  desk: (actor: Actor): Decision => allowIf(isAdministrator(actor), 'errors.forbidden.lead'),
  decide: (actor: Actor, personId: string): Decision => allowIf(isAdministrator(actor) && actor.id !== personId, 'rights.denied.oneself'),
};
