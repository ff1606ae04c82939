import { isAdministrator, isApproverOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

interface TargetSubject {
  readonly collaborativeId: string;
}

export const targetPolicy = {
  view: (actor: Actor, { collaborativeId }: TargetSubject): Decision =>
    allowIf(isStaffOf(actor, collaborativeId) || isApproverOf(actor, collaborativeId) || isAdministrator(actor), 'composition.denied.view'),
  /** Staff own their collaborative's slate, and so what it aims at (domain.md 3). */
  set: (actor: Actor, { collaborativeId }: TargetSubject): Decision => allowIf(isStaffOf(actor, collaborativeId), 'composition.denied.set'),
};
