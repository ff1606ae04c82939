import type { OfficeName } from '../../lib/actor';
import { plusDays, type CalendarDate } from '../../lib/time';
import { isListedOn, type Constituency, type EndReason, type Member, type Seat } from '../membership';

/** A seat of the roster with who sat there that day; null: vacant. */
export interface RosterLine {
  readonly seat: Pick<Seat, 'id' | 'code' | 'constituency' | 'isVoting'>;
  readonly member: Member | null;
}

/** The seats there were on a day, by code, each with its member; a member is never left out. */
export function rosterOn(seats: readonly Seat[], members: readonly Member[], date: CalendarDate): RosterLine[] {
  const bySeat = new Map(members.map((member) => [member.seatCode, member]));
  return seats
    .filter(({ code, startsOn, endsOn }) => bySeat.has(code) || (startsOn <= date && (endsOn === null || date <= endsOn)))
    .map((seat) => ({ seat, member: bySeat.get(seat.code) ?? null }))
    .sort((a, b) => a.seat.code.localeCompare(b.seat.code, 'en', { numeric: true }));
}

interface Days {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
}

/** A membership with all that changed in it. Why a leave was taken is not read here at all. */
export interface Life {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
  readonly collaborativeId: string;
  readonly seatCode: string;
  readonly constituency: Constituency;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
  readonly isStub: boolean;
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly endReason: EndReason | null;
  /** The seat of the membership this one continues; null for who is new. */
  readonly cameFrom: string | null;
  readonly leaves: readonly Days[];
  readonly offices: readonly (Days & { readonly office: OfficeName })[];
}

export type ChangeKind = 'joined' | 'further' | 'movedIn' | 'heldOver' | 'leaveBegan' | 'cameBack' | 'officeBegan' | 'officeOver' | 'left';

export interface RosterChange {
  readonly on: CalendarDate;
  readonly kind: ChangeKind;
  readonly name: string;
  readonly seatCode: string;
  readonly office: OfficeName | null;
  /** Why somebody left; null for every other change, and where none is told. */
  readonly reason: EndReason | null;
}

/** Reasons of an ending that the public is told; that somebody was removed is told by staff alone. */
const publicReasons: readonly EndReason[] = ['term_completed', 'resigned', 'transferred', 'died'];

/** The reason as the public is told it; null: that somebody left, and no more. */
export const publicReason = (reason: EndReason | null): EndReason | null =>
  reason !== null && publicReasons.includes(reason) ? reason : null;

export interface Span {
  /** null: from the beginning. */
  readonly from: CalendarDate | null;
  readonly until: CalendarDate;
}

/**
 * What changed the roster from a day to a day, both counted, newest first. What is decided and lies after `until` is not
 * told: that somebody will leave is public on their last day, not before.
 */
export const changesBetween = (lives: readonly Life[], span: Span, isPublic: boolean): RosterChange[] =>
  lives
    .flatMap((life) => changesOf(life, isPublic))
    .filter(({ on }) => on <= span.until && (span.from === null || span.from <= on))
    .sort((a, b) => b.on.localeCompare(a.on) || a.seatCode.localeCompare(b.seatCode, 'en', { numeric: true }));

function changesOf(life: Life, isPublic: boolean): RosterChange[] {
  const { name, seatCode, endedOn } = life;
  const change = (on: CalendarDate, kind: ChangeKind, office: OfficeName | null = null): RosterChange => ({
    on,
    kind,
    name,
    seatCode,
    office,
    reason: kind !== 'left' ? null : isPublic ? publicReason(life.endReason) : life.endReason,
  });
  const listed = (on: CalendarDate): boolean => isListedOn(life, on);
  const heldOverOn = plusDays(life.termEndsOn, 1);
  const backs = life.leaves.flatMap(({ endsOn }) => (endsOn === null ? [] : [plusDays(endsOn, 1)])).filter(listed);
  const laidDown = life.offices.filter(({ endsOn }) => endsOn !== null && (endedOn === null || endsOn < endedOn));
  return [
    ...(endedOn === null ? [] : [change(endedOn, 'left')]),
    ...(listed(heldOverOn) ? [change(heldOverOn, 'heldOver')] : []),
    ...backs.map((on) => change(on, 'cameBack')),
    ...life.leaves.filter(({ startsOn }) => listed(startsOn)).map(({ startsOn }) => change(startsOn, 'leaveBegan')),
    ...laidDown.map(({ endsOn, office }) => change(endsOn ?? '', 'officeOver', office)),
    ...life.offices.filter(({ startsOn }) => listed(startsOn)).map(({ startsOn, office }) => change(startsOn, 'officeBegan', office)),
    change(life.startedOn, beginningOf(life)),
  ];
}

const beginningOf = ({ cameFrom, seatCode }: Life): ChangeKind => {
  if (cameFrom === null) return 'joined';
  return cameFrom === seatCode ? 'further' : 'movedIn';
};

/** How a life stood on a day as the public may know it: an ending or a leave's end still to come is left out. */
export function asKnownOn(life: Life, date: CalendarDate): Life {
  const isOver = life.endedOn !== null && life.endedOn <= date;
  return {
    ...life,
    endedOn: isOver ? life.endedOn : null,
    endReason: isOver ? publicReason(life.endReason) : null,
    leaves: life.leaves.filter(({ startsOn }) => startsOn <= date),
    offices: life.offices
      .filter(({ startsOn }) => startsOn <= date)
      .map((office) => ({ ...office, endsOn: office.endsOn !== null && office.endsOn <= date ? office.endsOn : null })),
  };
}
