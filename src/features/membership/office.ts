import type { OfficeName } from '../../lib/actor';
import type { CalendarDate } from '../../lib/time';

export const officeNames = ['chair', 'vice_chair', 'secretary'] as const satisfies readonly OfficeName[];

/** An office held for a time; without an end it lasts as long as the membership. */
export interface Office {
  readonly id: string;
  readonly collaborativeId: string;
  readonly membershipId: string;
  readonly office: OfficeName;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
}

export const electionMethods = ['vote', 'acclamation', 'appointed'] as const;
export type ElectionMethod = (typeof electionMethods)[number];

/** How somebody came to an office; a vote names its candidates with their votes, since no vote is secret (facts: rule on votes). */
export interface Election {
  readonly method: ElectionMethod;
  readonly heldOn: CalendarDate;
  /** One candidate a line with the votes; empty for the other ways. */
  readonly votes: string;
}

export const isHeldOn = ({ startsOn, endsOn }: Pick<Office, 'startsOn' | 'endsOn'>, date: CalendarDate): boolean =>
  startsOn <= date && (endsOn === null || date <= endsOn);

/** Whether an office is still held, or to come, on or after a date. */
export const lastsUntil = ({ endsOn }: Pick<Office, 'endsOn'>, date: CalendarDate): boolean => endsOn === null || date <= endsOn;
