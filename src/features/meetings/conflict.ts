import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { bodiesOf, type Meeting } from './meeting';

/** When and where something is planned, and by whom. */
export interface Slot {
  /** The meeting it stands for, so that it does not stand in its own way; null for a new one. */
  readonly id: string | null;
  /** The bodies that meet. */
  readonly bodies: readonly string[];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string;
  readonly address: string;
  readonly room: string;
}

/** Somebody who is wanted in two bodies at once, as member or as staff. */
export interface SharedPerson {
  readonly name: string;
  readonly as: 'member' | 'staff';
  readonly bodies: readonly string[];
  /** Until this day; null: with no end known. */
  readonly until: CalendarDate | null;
}

/** When and where a planned meeting would be. */
export const slotOf = (
  plan: Pick<Meeting, 'startsAt' | 'endsAt' | 'place' | 'address' | 'room'>,
  bodies: readonly string[],
  id: string | null,
): Slot => {
  const { startsAt, endsAt, place, address, room } = plan;
  return { id, bodies, startsAt, endsAt, place, address, room };
};

export interface Conflict {
  readonly kind: 'place' | 'member' | 'staff';
  readonly other: Meeting;
  /** Who is wanted in both; empty for a place. */
  readonly names: readonly string[];
}

/** What another meeting takes away from a slot: its room, or people who belong in both. Touching ends do not overlap. */
export function conflictsOf(slot: Slot, others: readonly Meeting[], people: readonly SharedPerson[]): Conflict[] {
  const overlapping = others.filter((other) => other.id !== slot.id && other.startsAt < slot.endsAt && slot.startsAt < other.endsAt);
  return overlapping.flatMap((other) => [
    ...(samePlace(slot, other) ? [{ kind: 'place' as const, other, names: [] }] : []),
    ...(['member', 'staff'] as const).flatMap((kind) => {
      const names = wantedInBoth(slot, other, people, kind);
      return names.length === 0 ? [] : [{ kind, other, names }];
    }),
  ]);
}

/** What was warned of, as a short text: whoever goes on has seen just this. */
export const warned = (conflicts: readonly Conflict[]): string =>
  [...new Set(conflicts.map(({ kind, other }) => `${kind}.${other.id}`))].sort().join(' ');

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,;]+/g, ' ')
    .trim();

/** The same address and the same room; where no address is given, the name of the place stands for it. */
function samePlace(slot: Slot, other: Pick<Meeting, 'place' | 'address' | 'room'>): boolean {
  const siteOf = ({ place, address }: Pick<Meeting, 'place' | 'address'>) => plain(address === '' ? place : address);
  return siteOf(slot) !== '' && siteOf(slot) === siteOf(other) && plain(slot.room) === plain(other.room);
}

function wantedInBoth(slot: Slot, other: Meeting, people: readonly SharedPerson[], kind: SharedPerson['as']): string[] {
  const theirs = bodiesOf(other);
  const names = people
    .filter((person) => person.as === kind)
    .filter(({ until }) => until === null || until >= dateOf(slot.startsAt))
    .filter(({ bodies }) =>
      bodies.some((mine) => slot.bodies.includes(mine) && bodies.some((body) => body !== mine && theirs.includes(body))),
    )
    .map(({ name }) => name);
  return [...new Set(names)].sort();
}
