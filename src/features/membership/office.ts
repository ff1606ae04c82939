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

export const isHeldOn = ({ startsOn, endsOn }: Pick<Office, 'startsOn' | 'endsOn'>, date: CalendarDate): boolean =>
  startsOn <= date && (endsOn === null || date <= endsOn);

/** Whether an office is still held, or to come, on or after a date. */
export const lastsUntil = ({ endsOn }: Pick<Office, 'endsOn'>, date: CalendarDate): boolean => endsOn === null || date <= endsOn;
