import { isAdministrator, isApproverOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

interface Body {
  readonly collaborativeId: string;
}

/** Seats, memberships and offices (pages.md): staff and administrators change them, approvers read them. */
export const membershipPolicy = {
  view: (actor: Actor, { collaborativeId }: Body): Decision =>
    allowIf(mayChange(actor, collaborativeId) || isApproverOf(actor, collaborativeId), 'membership.denied.view'),
  change: (actor: Actor, { collaborativeId }: Body): Decision => allowIf(mayChange(actor, collaborativeId), 'membership.denied.change'),
};

const mayChange = (actor: Actor, collaborativeId: string): boolean => isStaffOf(actor, collaborativeId) || isAdministrator(actor);
