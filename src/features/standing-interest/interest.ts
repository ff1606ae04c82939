import type { Instant } from '../../lib/time';
import type { Constituency } from '../forms';

/** "Consider me for the next cycle": somebody wants to hear when a collaborative looks for people again (domain.md 4). */
export interface StandingInterest {
  readonly id: string;
  readonly collaborativeId: string;
  /** Null: every kind of seat. */
  readonly constituency: Constituency | null;
  readonly personId: string | null;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  /** Whose answers fill the next application in. */
  readonly applicationId: string | null;
  readonly since: Instant;
  readonly endedAt: Instant | null;
}

export type NewInterest = Omit<StandingInterest, 'id' | 'since' | 'endedAt'>;

/** One line of interest for each address: a household gets one mail, and so does who named three collaboratives. */
export function oneForEach(interests: readonly StandingInterest[]): StandingInterest[] {
  const seen = new Map<string, StandingInterest>();
  for (const interest of interests) if (!seen.has(interest.email)) seen.set(interest.email, interest);
  return [...seen.values()];
}
