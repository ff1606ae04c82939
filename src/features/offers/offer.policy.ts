import { isAdministrator, isCallerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

/** An application whose offer is answered. */
export interface OfferSubject {
  readonly applicationId: string;
  readonly applicantId: string | null;
}

export interface PhoneSubject {
  readonly applicantId: string | null;
  readonly cycleId: string;
  readonly collaborativeId: string;
}

export const offerPolicy = {
  /** The applicant alone: by account, or in a browser that followed the letter's link. */
  answer: (actor: Actor, { applicationId, applicantId }: OfferSubject): Decision =>
    allowIf(
      actor.openedApplicationIds.includes(applicationId) || (applicantId !== null && applicantId === actor.id),
      'offers.denied.offer',
    ),
  /** The live board, questions and more time: staff there; administrators may look. */
  view: (actor: Actor, { collaborativeId }: { readonly collaborativeId: string }): Decision =>
    allowIf(isStaffOf(actor, collaborativeId) || isAdministrator(actor), 'offers.denied.manage'),
  manage: (actor: Actor, { collaborativeId }: { readonly collaborativeId: string }): Decision =>
    allowIf(isStaffOf(actor, collaborativeId), 'offers.denied.manage'),
  /** Writing down what the applicant said on the phone: staff there, the cycle's callers and administrators, never for themselves. */
  answerByPhone: (actor: Actor, { applicantId, cycleId, collaborativeId }: PhoneSubject): Decision =>
    allowIf(actor.id !== null && actor.id !== applicantId && hearsAnswers(actor, { cycleId, collaborativeId }), 'offers.denied.phone'),
};

const hearsAnswers = (actor: Actor, { cycleId, collaborativeId }: Omit<PhoneSubject, 'applicantId'>): boolean =>
  isAdministrator(actor) || isStaffOf(actor, collaborativeId) || isCallerOf(actor, cycleId, collaborativeId);
