import { readTable, type TableError, type TableRow } from '../../files/table-file';
import { field, fieldError, normalEmail, parseForm, type FieldError } from '../../lib/form';
import type { OfficeName } from '../../lib/actor';
import type { CalendarDate } from '../../lib/time';
import { constituencies, type Constituency } from '../membership';

/** The columns of a roster; the first seven must be there. */
export const neededColumns = ['collaborative', 'seat', 'constituency', 'votes', 'name', 'term_starts', 'term_ends'] as const;
export const moreColumns = ['email', 'phone', 'language', 'joined', 'left', 'reason', 'office', 'office_from', 'office_until'] as const;

const offices: readonly OfficeName[] = ['chair', 'vice_chair', 'secretary'];
const reasons = ['term_completed', 'resigned', 'removed', 'died', 'transferred'] as const;
const languages = ['en', 'es'] as const;

/** Somebody who sits, or sat, in a seat. */
export interface Sitter {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly locale: string;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly reason: (typeof reasons)[number] | null;
  readonly office: { readonly name: OfficeName; readonly from: CalendarDate; readonly until: CalendarDate | null } | null;
}

/** A row: a seat, with who sits in it; null for a seat that stays vacant. */
export interface RosterLine {
  readonly row: number;
  readonly collaborative: string;
  readonly seat: string;
  readonly constituency: Constituency;
  readonly isVoting: boolean;
  readonly sitter: Sitter | null;
}

export interface RosterFile {
  readonly lines: readonly RosterLine[];
  readonly errors: readonly TableError[];
}

/** What is wrong with a row, thrown by whatever reads one of its cells. */
class Fault extends Error {
  constructor(readonly error: FieldError) {
    super(error.key);
  }
}

const fault = (...given: Parameters<typeof fieldError>): never => {
  throw new Fault(fieldError(...given));
};

/** Reads a roster; each row that makes no sense is named with its reason. `today`: nothing may begin after it. */
export function readRoster(content: Buffer, today: CalendarDate): RosterFile {
  const { rows, errors } = readTable(content, neededColumns);
  const faulty = new Set(errors.map(({ row }) => row));
  const lines: RosterLine[] = [];
  const found = [...errors];
  for (const row of rows.filter(({ row: number }) => !faulty.has(number))) {
    try {
      lines.push(lineOf(row, today));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      found.push({ row: row.row, ...error.error });
    }
  }
  return { lines, errors: found.sort((a, b) => a.row - b.row) };
}

type Cells = TableRow['cells'];

const cell = (cells: Cells, name: string): string => cells[name] ?? '';

function required(cells: Cells, name: string, max: number): string {
  const text = cell(cells, name);
  return text === '' || text.length > max ? fault('imports.errors.lacks', { name }) : text;
}

const keyed = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, '_');

function lineOf({ row, cells }: TableRow, today: CalendarDate): RosterLine {
  const value = cell(cells, 'constituency');
  const constituency = constituencies.find((name) => name === keyed(value));
  const seat = {
    row,
    collaborative: required(cells, 'collaborative', 40).toLowerCase(),
    seat: required(cells, 'seat', 20),
    constituency: constituency ?? fault('imports.errors.constituency', { value, names: constituencies.join(', ') }),
    isVoting: yesNo(cell(cells, 'votes')) ?? fault('imports.errors.votes', { value: cell(cells, 'votes') }),
  };
  return { ...seat, sitter: isVacant(cells) ? null : sitterOf(cells, today) };
}

const isVacant = (cells: Cells): boolean =>
  ['name', 'email', 'phone', 'term_starts', 'term_ends', 'joined', 'left', 'reason', 'office'].every((name) => cell(cells, name) === '');

function sitterOf(cells: Cells, today: CalendarDate): Sitter {
  const dates = datesOf(cells, today);
  const phone = cell(cells, 'phone');
  if (!parseForm({ phone: field.phone() }, { phone }).ok) fault('imports.errors.phone', { value: phone });
  const reason = reasonOf(cells);
  if ((dates.endedOn === null) !== (reason === null)) fault('imports.errors.reasonAndDay');
  return {
    name: required(cells, 'name', 200),
    email: emailOf(cells),
    phone,
    locale: languageOf(cells),
    ...dates,
    reason,
    office: officeOf(cells, dates),
  };
}

function emailOf(cells: Cells): string | null {
  const value = cell(cells, 'email');
  if (value === '') return null;
  return normalEmail(value) ?? fault('imports.errors.email', { value });
}

function languageOf(cells: Cells): string {
  const value = cell(cells, 'language');
  if (value === '') return 'en';
  return languages.find((code) => code === value.toLowerCase()) ?? fault('imports.errors.language', { value });
}

function reasonOf(cells: Cells): Sitter['reason'] {
  const value = cell(cells, 'reason');
  if (value === '') return null;
  return reasons.find((known) => known === keyed(value)) ?? fault('imports.errors.reason', { value, names: reasons.join(', ') });
}

type Dates = Pick<Sitter, 'termStartsOn' | 'termEndsOn' | 'startedOn' | 'endedOn'>;

function day(cells: Cells, name: string): CalendarDate | null {
  const value = cell(cells, name);
  const date = readDate(value);
  return date === undefined ? fault('imports.errors.date', { name, value }) : date;
}

function datesOf(cells: Cells, today: CalendarDate): Dates {
  const termStartsOn = day(cells, 'term_starts') ?? fault('imports.errors.lacks', { name: 'term_starts' });
  const termEndsOn = day(cells, 'term_ends') ?? fault('imports.errors.lacks', { name: 'term_ends' });
  const dates = { termStartsOn, termEndsOn, startedOn: day(cells, 'joined') ?? termStartsOn, endedOn: day(cells, 'left') };
  checkOrder(dates, today);
  return dates;
}

function checkOrder({ termStartsOn, termEndsOn, startedOn, endedOn }: Dates, today: CalendarDate): void {
  if (termEndsOn <= termStartsOn) fault('imports.errors.order', { first: 'term_starts', then: 'term_ends' });
  if (startedOn < termStartsOn || startedOn > termEndsOn) fault('imports.errors.joined');
  if (startedOn > today) fault('imports.errors.future');
  if (endedOn !== null && endedOn < startedOn) fault('imports.errors.order', { first: 'joined', then: 'left' });
}

type Held = NonNullable<Sitter['office']>;

function officeOf(cells: Cells, { startedOn, endedOn }: Dates): Held | null {
  const value = cell(cells, 'office');
  const [from, until] = [day(cells, 'office_from'), day(cells, 'office_until')];
  if (value === '') return from === null && until === null ? null : fault('imports.errors.lacks', { name: 'office' });
  const name = offices.find((known) => known === keyed(value)) ?? fault('imports.errors.office', { value, names: offices.join(', ') });
  return heldWithin({ name, from: from ?? startedOn, until: until ?? endedOn }, startedOn, endedOn ?? farAhead);
}

const farAhead = '9999-12-31';

function heldWithin(held: Held, first: CalendarDate, last: CalendarDate): Held {
  const until = held.until ?? last;
  return held.from >= first && held.from <= until && until <= last ? held : fault('imports.errors.officeDays');
}

/** A day as ISO-8601 or as Americans write it; null for none, undefined for anything else. */
export function readDate(text: string): CalendarDate | null | undefined {
  if (text === '') return null;
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseForm({ date: field.date() }, { date: iso }).ok ? iso : undefined;
}

const yesNo = (text: string): boolean | undefined => {
  const word = text.toLowerCase();
  if (['yes', 'y', 'true', '1', 'sí', 'si'].includes(word)) return true;
  return ['no', 'n', 'false', '0'].includes(word) ? false : undefined;
};
