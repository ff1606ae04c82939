import { isAdministrator, isOfficerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

interface Body {
  readonly collaborativeId: string;
}

/** Running a meeting is for the collaborative's officers and staff, and for administrators (pages.md). */
export const sessionPolicy = {
  run: (actor: Actor, { collaborativeId }: Body): Decision =>
    allowIf(isOfficerOf(actor, collaborativeId) || isStaffOf(actor, collaborativeId) || isAdministrator(actor), 'inSession.denied.run'),
} as const;
