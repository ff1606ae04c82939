import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

/** Anyone reads priorities; the staff of the body and administrators write them. */
export const priorityPolicy = {
  edit: (actor: Actor, collaborativeId: string): Decision =>
    allowIf(isStaffOf(actor, collaborativeId) || isAdministrator(actor), 'priorities.denied.edit'),
} as const;
