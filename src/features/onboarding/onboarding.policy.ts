import { isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import { isForMember, type TaskKind } from './task';

interface Owned {
  readonly personId: string;
  readonly collaborativeId: string;
}

/** Whose checklist it is, and who works on it (pages.md: own; staff of the collaborative). Nobody records or excuses for themselves. */
export const onboardingPolicy = {
  view: (actor: Actor, plan: Owned): Decision =>
    allowIf(isOwn(actor, plan) || isStaffOf(actor, plan.collaborativeId), 'onboarding.denied.view'),
  /** The member's own pages. */
  own: (actor: Actor, plan: Owned): Decision => allowIf(isOwn(actor, plan), 'onboarding.denied.view'),
  complete: (actor: Actor, plan: Owned, task: { readonly kind: TaskKind }): Decision =>
    allowIf(isOwn(actor, plan) && isForMember(task), 'onboarding.denied.complete'),
  /** Staff enter a member's step for them, as told or signed on paper. */
  standIn: (actor: Actor, plan: Owned, task: { readonly kind: TaskKind }): Decision =>
    allowIf(isStaffOf(actor, plan.collaborativeId) && !isOwn(actor, plan) && isForMember(task), 'onboarding.denied.record'),
  /** Attendance, checks, waivers, steps opened again. */
  record: (actor: Actor, plan: Owned): Decision =>
    allowIf(isStaffOf(actor, plan.collaborativeId) && !isOwn(actor, plan), 'onboarding.denied.record'),
  /** The board and the plans on it, with access needs and conflict statements: staff who arrange things there, nobody else. */
  board: (actor: Actor, collaborativeId: string): Decision => allowIf(isStaffOf(actor, collaborativeId), 'onboarding.denied.board'),
};

const isOwn = (actor: Actor, { personId }: Owned): boolean => actor.id !== null && actor.id === personId;
