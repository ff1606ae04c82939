import { fieldError, type FieldError } from '../../lib/form';
import type { OfficeName } from '../../lib/actor';
import { termsOverlap } from '../membership';
import type { CalendarDate } from '../../lib/time';
import type { RosterLine, Sitter } from './roster-file';

/** An office as it is known. */
export interface KnownOffice {
  readonly id: string;
  readonly collaborativeId: string;
  readonly membershipId: string;
  readonly office: OfficeName;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
}

/** A term as it is known. */
export interface KnownTerm {
  readonly membershipId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
  readonly startedOn: CalendarDate | null;
  readonly endedOn: CalendarDate | null;
}

/** One thing that a row would change, with what stands now; null: nothing stands there. */
export interface Difference {
  readonly what: 'termEnds' | 'officeUntil' | OfficeName;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate;
}

/** What a row changes of somebody who sits, or sat, in a seat already. Nothing is ever taken away. */
export interface PlannedChange {
  readonly row: number;
  readonly name: string;
  readonly seat: string;
  readonly membershipId: string;
  readonly differences: readonly Difference[];
  readonly term: KnownTerm;
  readonly office: OfficeChange | null;
}

type OfficeChange =
  | { readonly kind: 'given'; readonly office: NonNullable<Sitter['office']> }
  | { readonly kind: 'until'; readonly id: string; readonly until: CalendarDate };

interface Around {
  readonly terms: readonly KnownTerm[];
  readonly offices: readonly KnownOffice[];
  readonly collaborativeId: string;
}

/** What a row would change of the term it means, or why it may not. A cell left empty changes nothing. */
export function changeOf(line: RosterLine & { readonly sitter: Sitter }, term: KnownTerm, around: Around): PlannedChange | FieldError {
  const { row, seat, sitter } = line;
  if (term.startedOn !== sitter.startedOn || term.endedOn !== sitter.endedOn) return fieldError('imports.errors.otherDays', { seat });
  const next: KnownTerm = { ...term, termEndsOn: sitter.termEndsOn };
  const clash = around.terms.some((one) => one !== term && one.seatId === term.seatId && termsOverlap(one, next));
  if (clash) return fieldError('imports.errors.overlapsKnown', { seat });
  const office = officeChange(sitter, term, around);
  if (office !== null && 'key' in office) return office;
  const differences = [...termDifference(term, sitter), ...officeDifference(office, around)];
  return { row, name: sitter.name, seat, membershipId: term.membershipId, differences, term: next, office };
}

const termDifference = (term: KnownTerm, { termEndsOn: to }: Sitter): Difference[] =>
  term.termEndsOn === to ? [] : [{ what: 'termEnds', from: term.termEndsOn, to }];

function officeDifference(change: OfficeChange | null, { offices }: Around): Difference[] {
  if (change === null) return [];
  if (change.kind === 'given') return [{ what: change.office.name, from: null, to: change.office.from }];
  return [{ what: 'officeUntil', from: offices.find(({ id }) => id === change.id)?.endsOn ?? null, to: change.until }];
}

type Days = { readonly from: CalendarDate; readonly until: CalendarDate | null };
const share = (a: Days, b: Days): boolean => a.from <= (b.until ?? '9999') && b.from <= (a.until ?? '9999');

function officeChange(
  { office }: Sitter,
  { membershipId }: KnownTerm,
  { offices, collaborativeId }: Around,
): OfficeChange | FieldError | null {
  if (office === null) return null;
  const held = offices.filter((one) => one.collaborativeId === collaborativeId && one.office === office.name);
  const own = held.find((one) => one.membershipId === membershipId && one.startsOn === office.from);
  const others = held.filter((one) => one !== own);
  if (others.some(({ startsOn, endsOn }) => share(office, { from: startsOn, until: endsOn })))
    return fieldError('imports.errors.officeKnown');
  if (own === undefined) return { kind: 'given', office };
  return office.until === null || office.until === own.endsOn ? null : { kind: 'until', id: own.id, until: office.until };
}
