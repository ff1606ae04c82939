import { isAdministrator, isApproverOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowed, allowIf, refuse, type Decision } from '../../lib/policy';
import { offerPolicy } from './offer.policy';

export interface AskSubject {
  readonly applicationId: string;
  readonly applicantId: string | null;
  readonly collaborativeIds: readonly string[];
}

export interface AnswerSubject {
  readonly collaborativeId: string;
  /** Who was on the panel, or proposed or approved the slate. */
  readonly involved: ReadonlySet<string>;
}

const sees = (actor: Actor, collaborativeId: string): boolean =>
  isStaffOf(actor, collaborativeId) || isApproverOf(actor, collaborativeId) || isAdministrator(actor);

export const procedurePolicy = {
  /** The applicant, or staff there for someone who calls or writes. */
  ask: (actor: Actor, { applicationId, applicantId, collaborativeIds }: AskSubject): Decision =>
    collaborativeIds.some((id) => isStaffOf(actor, id)) ? allowed : offerPolicy.answer(actor, { applicationId, applicantId }),
  view: (actor: Actor, { collaborativeId }: { readonly collaborativeId: string }): Decision =>
    allowIf(sees(actor, collaborativeId), 'offers.denied.procedure'),
  /** Somebody there, or an administrator, who had no part in the decision (domain.md 6). */
  answer: (actor: Actor, { collaborativeId, involved }: AnswerSubject): Decision =>
    sees(actor, collaborativeId)
      ? allowIf(actor.id !== null && !involved.has(actor.id), 'offers.denied.involved')
      : refuse('offers.denied.procedure'),
};
