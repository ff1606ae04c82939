import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';
import { isLive, takesGuests, type Meeting } from '../meetings';

export type GuestStatus = 'placed' | 'waiting' | 'cancelled';

/** A party that registered for a community session; seen by its staff alone. */
export interface Guest {
  readonly id: string;
  readonly meetingId: string;
  readonly formKey: string;
  readonly name: string;
  readonly email: string | null;
  /** How many come, the one who registered included. */
  readonly party: number;
  /** Of the interpreter they need; empty for none. */
  readonly language: string;
  readonly needs: string;
  readonly locale: string;
  readonly status: GuestStatus;
  readonly registeredAt: Instant;
  readonly arrivedAt: Instant | null;
  readonly version: number;
}

/** Who gave a place back has none; they may register anew. */
export const guestMachine = defineMachine<GuestStatus, 'place' | 'cancel'>({
  waiting: { place: 'placed', cancel: 'cancelled' },
  placed: { cancel: 'cancelled' },
  cancelled: {},
});

/** Whether one may still register: until it begins. */
export const mayRegister = (meeting: Pick<Meeting, 'kind' | 'status' | 'startsAt'>, now: Instant): boolean =>
  takesGuests(meeting) && isLive(meeting) && now < meeting.startsAt;

type Party = Pick<Guest, 'id' | 'party' | 'status'>;

/** People who have a place. */
export const headCount = (guests: readonly Party[]): number => sumOf(guests.filter(({ status }) => status === 'placed'));

const sumOf = (guests: readonly Pick<Guest, 'party'>[]): number => guests.reduce((sum, { party }) => sum + party, 0);

/** Whether a party of this size finds room beside those who have a place. Places null: as many as come. */
export const fits = (guests: readonly Party[], party: number, places: number | null): boolean =>
  places === null || headCount(guests) + party <= places;

/** Who of the waiting list gets a place now, in the order they came; a party that does not fit waits on and holds up nobody. */
export function nextPlaced<Waiting extends Party>(guests: readonly Waiting[], places: number | null): Waiting[] {
  const placed: Waiting[] = [];
  for (const guest of guests) {
    if (guest.status !== 'waiting') continue;
    const taken = headCount(guests) + sumOf(placed);
    if (places === null || taken + guest.party <= places) placed.push(guest);
  }
  return placed;
}
