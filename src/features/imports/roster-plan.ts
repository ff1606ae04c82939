import { fieldError, type FieldError } from '../../lib/form';
import { fold } from '../../lib/text';
import type { CalendarDate } from '../../lib/time';
import type { TableError } from '../../files/table-file';
import { termsOverlap, type Constituency } from '../membership';
import { changeOf, type KnownOffice, type KnownTerm, type PlannedChange } from './roster-changes';
import type { RosterFile, RosterLine, Sitter } from './roster-file';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** What the product knows already. */
export interface Known {
  readonly collaboratives: readonly { readonly id: string; readonly slug: string; readonly code: string }[];
  readonly seats: readonly {
    readonly id: string;
    readonly collaborativeId: string;
    readonly code: string;
    readonly constituency: Constituency;
    readonly isVoting: boolean;
  }[];
  readonly people: readonly KnownPerson[];
  readonly terms: readonly KnownTerm[];
  readonly offices: readonly KnownOffice[];
}

/** By row: the id of somebody known, or `new`. */
export type Answers = Readonly<Record<string, string>>;

/** Whether a row means somebody known: asked of a person, never guessed. */
export interface Question {
  readonly row: number;
  readonly name: string;
  readonly candidates: readonly KnownPerson[];
  readonly answer: string | null;
}

export interface PlannedTerm {
  readonly line: RosterLine & { readonly sitter: Sitter };
  readonly seatKey: string;
  /** An id, or a key among the new people. */
  readonly person: { readonly id: string } | { readonly key: string };
}

export interface RosterPlan {
  readonly newSeats: readonly {
    readonly key: string;
    readonly line: RosterLine;
    readonly collaborativeId: string;
    readonly from: CalendarDate;
  }[];
  readonly newPeople: readonly { readonly key: string; readonly sitter: Sitter }[];
  readonly newTerms: readonly PlannedTerm[];
  readonly changes: readonly PlannedChange[];
  /** Terms that are there already, just so. */
  readonly unchanged: number;
  readonly questions: readonly Question[];
  readonly errors: readonly TableError[];
}

interface SeatMet {
  readonly line: RosterLine;
  readonly collaborativeId: string;
  /** Null: it is new. */
  readonly seatId: string | null;
}

/** What has been read so far. */
interface Draft {
  readonly known: Known;
  readonly answers: Answers;
  readonly seats: Map<string, SeatMet>;
  readonly people: Map<string, Sitter>;
  readonly terms: PlannedTerm[];
  readonly changes: PlannedChange[];
  /** Terms that are there already, by the row that means each. */
  readonly met: Map<string, number>;
  readonly questions: Question[];
  readonly errors: TableError[];
  unchanged: number;
}

/** What taking a roster in would add and change. Nothing is taken away; what contradicts the days somebody sat is an error. */
export function planRoster(file: RosterFile, known: Known, answers: Answers): RosterPlan {
  const draft: Draft = {
    known,
    answers,
    seats: new Map(),
    people: new Map(),
    terms: [],
    changes: [],
    met: new Map(),
    questions: [],
    errors: [...file.errors],
    unchanged: 0,
  };
  for (const line of file.lines) {
    const problem = planLine(draft, line);
    if (problem !== undefined) draft.errors.push({ row: line.row, ...problem });
  }
  const { seats, people, terms, changes, questions, errors, unchanged } = draft;
  for (const [row, first] of doubleOffices(draft)) errors.push({ row, ...fieldError('imports.errors.officeTwice', { row: first }) });
  const used = new Set(terms.map(({ person }) => ('key' in person ? person.key : '')));
  return {
    newSeats: [...seats]
      .filter(([, { seatId }]) => seatId === null)
      .map(([key, { line, collaborativeId }]) => ({ key, line, collaborativeId, from: firstDayIn(key, terms) ?? longAgo })),
    newPeople: [...people].filter(([key]) => used.has(key)).map(([key, sitter]) => ({ key, sitter })),
    newTerms: terms,
    changes,
    unchanged,
    questions,
    errors: errors.sort((a, b) => a.row - b.row),
  };
}

/** From when a seat is there that nobody in the file has held. */
const longAgo = '2000-01-01';

/** Takes one row into the draft; answers what is wrong with it. */
function planLine(draft: Draft, line: RosterLine): FieldError | undefined {
  const seat = seatFor(draft, line);
  if ('key' in seat) return seat;
  if (line.sitter === null) return undefined;
  const sitterLine = { ...line, sitter: line.sitter };
  const question = questionFor(sitterLine, draft.known, draft.answers);
  if (question !== undefined) draft.questions.push(question);
  const person = personFor(sitterLine, draft, question);
  return person === undefined ? undefined : planTerm(draft, { line: sitterLine, seatKey: seat.seatKey, person }, seat.seatId);
}

function planTerm(draft: Draft, term: PlannedTerm, seatId: string | null): FieldError | undefined {
  const { sitter, seat } = term.line;
  const there = termsNow(draft).filter((one) => one.seatId === seatId);
  const own = there.find((one) => isHers(one, term));
  if (own !== undefined) return planChange(draft, term, own);
  if (there.some((one) => shareDays(one, sitter))) return fieldError('imports.errors.overlapsKnown', { seat });
  const other = draft.terms.find((one) => one.seatKey === term.seatKey && shareDays(one.line.sitter, sitter));
  if (other !== undefined) return fieldError('imports.errors.overlaps', { seat, row: other.line.row });
  draft.terms.push(term);
  return undefined;
}

const isHers = (known: KnownTerm, { person, line }: PlannedTerm): boolean =>
  'id' in person && known.personId === person.id && known.termStartsOn === line.sitter.termStartsOn;

/** A row that means a term that is there: the same, or with something to change. */
function planChange(draft: Draft, { line, seatKey }: PlannedTerm, own: KnownTerm): FieldError | undefined {
  const first = draft.met.get(own.membershipId);
  if (first !== undefined) return fieldError('imports.errors.overlaps', { seat: line.seat, row: first });
  draft.met.set(own.membershipId, line.row);
  const [collaborativeId = ''] = seatKey.split(' ');
  const change = changeOf(line, own, { terms: termsNow(draft), offices: draft.known.offices, collaborativeId });
  if ('key' in change) return change;
  const other = draft.terms.find((one) => one.seatKey === seatKey && termsOverlap(one.line.sitter, change.term));
  if (other !== undefined) return fieldError('imports.errors.overlaps', { seat: line.seat, row: other.line.row });
  if (change.differences.length === 0) draft.unchanged += 1;
  else draft.changes.push(change);
  return undefined;
}

/** The known terms with what the rows so far have changed. */
const termsNow = ({ known, changes }: Draft): KnownTerm[] =>
  known.terms.map((term) => changes.find(({ membershipId }) => membershipId === term.membershipId)?.term ?? term);

type Days = Pick<KnownTerm, 'termStartsOn' | 'termEndsOn' | 'startedOn' | 'endedOn'>;

/** Two terms of one seat, or two people sitting in it, on one day. */
const shareDays = (a: Days, b: Days): boolean => termsOverlap(a, b) || sitTogether(a, b);

/** Without a last day somebody sits until the next one begins. */
function sitTogether(a: Days, b: Days): boolean {
  const [first, second] = (a.startedOn ?? '') <= (b.startedOn ?? '') ? [a, b] : [b, a];
  if (first.startedOn === null || second.startedOn === null) return false;
  return first.endedOn !== null && first.endedOn >= second.startedOn;
}

const firstDayIn = (seatKey: string, terms: readonly PlannedTerm[]): CalendarDate | undefined =>
  terms
    .filter((term) => term.seatKey === seatKey)
    .map(({ line }) => line.sitter.termStartsOn)
    .sort()[0];

function seatFor({ known, seats }: Draft, line: RosterLine): { readonly seatKey: string; readonly seatId: string | null } | FieldError {
  const body = known.collaboratives.find(({ slug, code }) => [slug, code.toLowerCase()].includes(line.collaborative));
  if (body === undefined) return fieldError('imports.errors.collaborative', { value: line.collaborative });
  const seatKey = `${body.id} ${line.seat}`;
  const there = known.seats.find(({ collaborativeId, code }) => collaborativeId === body.id && code === line.seat);
  const seatId = there?.id ?? null;
  const met = seats.get(seatKey) ?? { line, collaborativeId: body.id, seatId };
  if (isOtherKind(line, there ?? met.line)) return fieldError('imports.errors.otherSeat', { seat: line.seat });
  seats.set(seatKey, met);
  return { seatKey, seatId };
}

type Kind = Pick<RosterLine, 'constituency' | 'isVoting'>;
const isOtherKind = (a: Kind, b: Kind): boolean => a.constituency !== b.constituency || a.isVoting !== b.isVoting;

/** The same address and name are the same person; the same name alone, or the same address alone, is asked. */
function questionFor({ row, sitter }: PlannedTerm['line'], { people }: Known, answers: Answers): Question | undefined {
  if (sameFor(sitter, people) !== undefined) return undefined;
  const candidates = people.filter(
    ({ name, email }) => fold(name) === fold(sitter.name) || (sitter.email !== null && email?.toLowerCase() === sitter.email.toLowerCase()),
  );
  if (candidates.length === 0) return undefined;
  const given = answers[String(row)];
  const answer = given === 'new' || candidates.some(({ id }) => id === given) ? (given ?? null) : null;
  return { row, name: sitter.name, candidates, answer };
}

const sameFor = (sitter: Sitter, people: readonly KnownPerson[]): KnownPerson | undefined =>
  people.find(
    ({ name, email }) => sitter.email !== null && email?.toLowerCase() === sitter.email.toLowerCase() && fold(name) === fold(sitter.name),
  );

function personFor({ sitter }: PlannedTerm['line'], draft: Draft, question: Question | undefined): PlannedTerm['person'] | undefined {
  const same = sameFor(sitter, draft.known.people);
  if (same !== undefined) return { id: same.id };
  if (question?.answer === null) return undefined;
  if (question !== undefined && question.answer !== 'new') return { id: question.answer };
  const key = `${(sitter.email ?? '').toLowerCase()} ${fold(sitter.name)}`;
  if (!draft.people.has(key)) draft.people.set(key, sitter);
  return { key };
}

/** Rows that give an office which another row gives for some of the same days, with that row. */
function doubleOffices({ terms, changes, known }: Draft): (readonly [number, number])[] {
  const bodyOf = (seatId: string) => known.seats.find(({ id }) => id === seatId)?.collaborativeId;
  const held = [
    ...terms.flatMap(({ line, seatKey }) =>
      line.sitter.office === null ? [] : [{ row: line.row, body: seatKey.split(' ')[0], ...line.sitter.office }],
    ),
    ...changes.flatMap(({ row, term, office }) => (office?.kind === 'given' ? [{ row, body: bodyOf(term.seatId), ...office.office }] : [])),
  ].sort((a, b) => a.row - b.row);
  return held.flatMap((one, at) => {
    const first = held
      .slice(0, at)
      .find(
        (other) =>
          other.body === one.body && other.name === one.name && other.from <= (one.until ?? '9999') && one.from <= (other.until ?? '9999'),
      );
    return first === undefined ? [] : [[one.row, first.row] as const];
  });
}
