import { isAdministrator, isApproverThemselves, type Actor } from '../../lib/actor';
import { allowIf, refuse, type Decision } from '../../lib/policy';
import type { Deputy } from './deputy';

type Subject = Pick<Deputy, 'collaborativeId' | 'approverId' | 'deputyId'>;

/** Approvers name who stands in for them, administrators do it for others; a deputy passes nothing on. */
export const deputyPolicy = {
  /** The page of an approver, or of who stands in for one; for others it is not there: use with `conceal`. */
  view: (actor: Actor, { isNamed }: { readonly isNamed: boolean }): Decision =>
    allowIf(isNamed || actor.grants.some((grant) => grant.role === 'approver'), 'deputies.denied.view'),
  /** The page of somebody else. */
  viewOthers: (actor: Actor): Decision => allowIf(isAdministrator(actor), 'deputies.denied.view'),
  /** Nobody stands in for themselves, and no administrator makes themselves a deputy. */
  name: (actor: Actor, subject: Subject): Decision => {
    if (subject.approverId === subject.deputyId) return refuse('deputies.denied.themselves');
    if (actor.id === null || actor.id === subject.deputyId) return refuse('deputies.denied.oneself');
    return allowIf(isApproverOfIt(actor, subject) || isAdministrator(actor), 'deputies.denied.name');
  },
  /** The approver, an administrator, or the deputy, who may step down. */
  end: (actor: Actor, subject: Subject): Decision =>
    allowIf(
      actor.id !== null && (actor.id === subject.approverId || actor.id === subject.deputyId || isAdministrator(actor)),
      'deputies.denied.end',
    ),
};

const isApproverOfIt = (actor: Actor, { collaborativeId, approverId }: Subject): boolean =>
  actor.id === approverId && isApproverThemselves(actor, collaborativeId);
