import type { Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import { slatePolicy } from '../selection';

interface RecordSubject {
  readonly collaborativeId: string;
  readonly sentBy: string | null;
}

/** The record of decisions of a collaborative in a cycle (pages.md). */
export const recordPolicy = {
  /** Staff of the collaborative and administrators; and its approver, who sees totals and reasons. */
  view(actor: Actor, slate: RecordSubject): Decision {
    const asApprover = slatePolicy.viewAsApprover(actor, slate);
    return asApprover.allowed ? asApprover : slatePolicy.view(actor, slate);
  },
  /** What each reviewer gave. */
  viewScores: (actor: Actor, slate: RecordSubject): Decision => slatePolicy.view(actor, slate),
  /** Nobody reads what is said of their own application. */
  viewPerson: (actor: Actor, applicantId: string | null): Decision =>
    allowIf(applicantId === null || applicantId !== actor.id, 'offers.denied.record'),
};
