import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import type { Meeting } from '../meetings';

export const commentPolicy = {
  /** Looking for personal data in what the public wrote: until then only staff read it, no officer and no member. */
  check: (actor: Actor, { collaborativeId }: Pick<Meeting, 'collaborativeId'>): Decision =>
    allowIf(isStaffOf(actor, collaborativeId) || isAdministrator(actor), 'errors.notFound.lead'),
} as const;
