import { collaborativesAs, isAdministrator, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';

const hasDuty = (actor: Actor): boolean =>
  (['staff', 'approver', 'reviewer', 'caller'] as const).some((role) => collaborativesAs(actor, role).length > 0);

export const deskPolicy = {
  view: (actor: Actor) => allowIf(isAdministrator(actor) || hasDuty(actor), 'errors.forbidden.lead'),
};

/** Whose desk this is: staff and approvers see their own collaboratives, administrators all (null). */
export const deskScope = (actor: Actor): readonly string[] | null =>
  isAdministrator(actor) ? null : [...new Set([...collaborativesAs(actor, 'staff'), ...collaborativesAs(actor, 'approver')])];
