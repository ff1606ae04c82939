import type { Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';

/** An application whose offer is answered. */
export interface OfferSubject {
  readonly applicationId: string;
  readonly applicantId: string | null;
}

export const offerPolicy = {
  /** The applicant alone: by account, or in a browser that followed the letter's link. */
  answer: (actor: Actor, { applicationId, applicantId }: OfferSubject): Decision =>
    allowIf(
      actor.openedApplicationIds.includes(applicationId) || (applicantId !== null && applicantId === actor.id),
      'offers.denied.offer',
    ),
};
