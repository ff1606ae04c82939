import type { LocalText } from '../../lib/local-text';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { isLate } from '../commitments';
import { dispositionKinds, lateness, workingDaysBetween, type Commitment, type DispositionKind, type ListedNote } from '../advice';

/** A delivered note with what came of it. */
export interface ReportedNote extends ListedNote {
  readonly deliveredAt: Instant;
  readonly acknowledgedAt: Instant | null;
  readonly recommendations: readonly ReportedRecommendation[];
  /** How often the day of the answer was put off. */
  readonly extensions: number;
  /** When the authors were asked, which stops the clock, and when they replied. */
  readonly questions: readonly { readonly askedAt: Instant; readonly repliedAt: Instant | null }[];
}

export interface ReportedRecommendation {
  readonly number: number;
  readonly text: LocalText;
  /** Null until the answer is signed; so are the reasons. */
  readonly disposition: DispositionKind | null;
  readonly reasons: LocalText | null;
  readonly commitment: Promised | null;
}

type Promised = Pick<Commitment, 'status' | 'dueOn'>;

/** What tells days apart: today, and the days off beside the holidays that can be computed. */
export interface Calendar {
  readonly today: CalendarDate;
  readonly daysOff: ReadonlySet<CalendarDate>;
}

/** What became of a recommendation, in the order in which it is said. */
export const answerKinds = [...dispositionKinds, 'unanswered'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** How commitments are counted; a late one is under way or planned too. */
export const commitmentCounts = ['promised', 'done', 'under_way', 'planned', 'late', 'dropped'] as const;
export type CommitmentCount = (typeof commitmentCounts)[number];

/** The numbers of a report. */
export interface ReportSum {
  readonly delivered: number;
  readonly answered: number;
  readonly open: number;
  readonly overdue: number;
  /** Of the answered ones: by the day they were due. */
  readonly inTime: number;
  /** Working days from delivery to answer; null while nothing is answered. */
  readonly median: number | null;
  readonly longest: number | null;
  readonly extensions: number;
  readonly questions: number;
  readonly recommendations: number;
  readonly answers: Readonly<Record<AnswerKind, number>>;
  readonly commitments: Readonly<Record<CommitmentCount, number>>;
}

/** Counts what is said of these notes. */
export function sumOf(notes: readonly ReportedNote[], calendar: Calendar): ReportSum {
  const days = notes.flatMap((note) => answerDays(note, calendar) ?? []);
  const recommendations = notes.flatMap((note) => note.recommendations);
  return {
    delivered: notes.length,
    answered: days.length,
    open: notes.length - days.length,
    overdue: notes.filter((note) => lateness(note, calendar.today) !== 'none').length,
    inTime: notes.filter(isInTime).length,
    median: median(days),
    longest: days.length === 0 ? null : Math.max(...days),
    extensions: total(notes.map(({ extensions }) => extensions)),
    questions: total(notes.map(({ questions }) => questions.length)),
    recommendations: recommendations.length,
    answers: countEach(answerKinds, (kind) => recommendations.filter(({ disposition }) => (disposition ?? 'unanswered') === kind).length),
    commitments: countCommitments(
      recommendations.flatMap(({ commitment }) => commitment ?? []),
      calendar.today,
    ),
  };
}

/** Working days from delivery to answer, without those on which the clock stood; null while there is no answer. */
export function answerDays(note: ReportedNote, calendar: Calendar): number | null {
  if (note.answeredAt === null) return null;
  const all = workingDaysBetween(dateOf(note.deliveredAt), dateOf(note.answeredAt), calendar.daysOff);
  return all - daysStood(note, calendar);
}

/** Working days on which the clock stood until the answer, or until today: after the question, up to and with the reply. */
export function daysStood({ questions, answeredAt }: ReportedNote, { today, daysOff }: Calendar): number {
  const end = answeredAt === null ? today : dateOf(answeredAt);
  return total(
    questions.map(({ askedAt, repliedAt }) => workingDaysBetween(dateOf(askedAt), repliedAt === null ? end : dateOf(repliedAt), daysOff)),
  );
}

/** Whether it was answered by the day that was due then; while the clock stood, the day it stopped counts. */
export function isInTime({ answeredAt, answerBy, stoppedOn }: ReportedNote): boolean {
  return answeredAt !== null && answerBy !== null && (stoppedOn ?? dateOf(answeredAt)) <= answerBy;
}

/** The middle one, or the mean of the two in the middle; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** The years in which notes were delivered, the newest first. */
export const yearsOf = (deliveries: readonly Instant[]): number[] =>
  [...new Set(deliveries.map((at) => Number(dateOf(at).slice(0, 4))))].sort((one, other) => other - one);

/** The year an address asks for; else the newest with a delivered note; else this one. */
export const yearFor = (asked: unknown, years: readonly number[], thisYear: number): number =>
  typeof asked === 'string' && /^20\d\d$/.test(asked) ? Number(asked) : (years[0] ?? thisYear);

const countCommitments = (promises: readonly Promised[], today: CalendarDate): ReportSum['commitments'] =>
  countEach(commitmentCounts, (kind) => {
    if (kind === 'promised') return promises.length;
    return promises.filter((promise) => (kind === 'late' ? isLate(promise, today) : promise.status === kind)).length;
  });

const countEach = <Kind extends string>(kinds: readonly Kind[], count: (kind: Kind) => number): Readonly<Record<Kind, number>> =>
  Object.fromEntries(kinds.map((kind) => [kind, count(kind)])) as Record<Kind, number>;

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
