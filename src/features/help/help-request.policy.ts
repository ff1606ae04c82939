import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';
import type { HelpRequest } from './help-request';

type Subject = Pick<HelpRequest, 'collaborativeId'>;

const isTheirs = (actor: Actor, { collaborativeId }: Subject): boolean =>
  isAdministrator(actor) || (collaborativeId !== null && isStaffOf(actor, collaborativeId));

/** Staff answer what is asked of their collaborative; administrators all of it. */
export const helpPolicy = {
  list: (actor: Actor) => allowIf(isAdministrator(actor) || actor.grants.some(({ role }) => role === 'staff'), 'errors.forbidden.lead'),
  view: (actor: Actor, request: Subject) => allowIf(isTheirs(actor, request), 'errors.notFound.lead'),
  answer: (actor: Actor, request: Subject) => allowIf(isTheirs(actor, request), 'errors.forbidden.lead'),
};
