import type { Instant } from '../../lib/time';

export const rsvpAnswers = ['coming', 'remote', 'not_coming'] as const;
export type RsvpAnswer = (typeof rsvpAnswers)[number];

/** What a member said about coming; the last word counts. */
export interface Rsvp {
  readonly meetingId: string;
  readonly personId: string;
  readonly answer: RsvpAnswer;
  /** Why not; empty unless given. */
  readonly reason: string;
  readonly answeredAt: Instant;
}
