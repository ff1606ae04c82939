import { isAdministrator, isApproverOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import type { Membership } from './membership';

interface Body {
  readonly collaborativeId: string;
}

/** Seats, memberships and offices (pages.md): staff and administrators change them, approvers read them. */
export const membershipPolicy = {
  view: (actor: Actor, { collaborativeId }: Body): Decision =>
    allowIf(mayChange(actor, collaborativeId) || isApproverOf(actor, collaborativeId), 'membership.denied.view'),
  change: (actor: Actor, { collaborativeId }: Body): Decision => allowIf(mayChange(actor, collaborativeId), 'membership.denied.change'),
  /** Only whose seat it is; nobody else learns that the page exists. */
  resign: (actor: Actor, { personId, status }: Pick<Membership, 'personId' | 'status'>): Decision =>
    allowIf(actor.id !== null && actor.id === personId && status !== 'ended', 'membership.denied.view'),
};

const mayChange = (actor: Actor, collaborativeId: string): boolean => isStaffOf(actor, collaborativeId) || isAdministrator(actor);
