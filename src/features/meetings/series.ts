import type { CalendarDate, Instant } from '../../lib/time';
import { calendarChanges, type Meeting, type MeetingPlan } from './meeting';
import { usualAskBy } from './meeting-defaults';
import type { SeriesDate, SeriesRule } from './series-rule';

/** What each meeting of a series begins with. */
export type SeriesTemplate = Omit<MeetingPlan, 'startsAt' | 'endsAt' | 'accessAskBy' | 'kindReason'>;

/** Meetings made together by one rule; each is a meeting of its own afterwards. */
export interface Series {
  readonly id: string;
  readonly collaborativeId: string;
  readonly rule: SeriesRule;
  readonly template: SeriesTemplate;
  readonly madeAt: Instant;
  readonly madeBy: string | null;
  readonly version: number;
}

type Meets = NonNullable<SeriesDate['meets']>;

/** The plan of the meeting on one date of a series. */
export const planOn = (template: SeriesTemplate, meets: Meets, today: CalendarDate): MeetingPlan => ({
  ...template,
  kindReason: '',
  startsAt: meets.startsAt,
  endsAt: meets.endsAt,
  accessAskBy: usualAskBy(meets.date, today),
});

/** What a change of the series does to one date: `kept` meetings were changed alone, or are past changing. */
export type Step =
  | { readonly does: 'add'; readonly on: SeriesDate; readonly plan: MeetingPlan }
  | { readonly does: 'change'; readonly on: SeriesDate; readonly plan: MeetingPlan; readonly meeting: Meeting }
  | { readonly does: 'same' | 'keep' | 'cancel'; readonly on: SeriesDate | null; readonly meeting: Meeting }
  | { readonly does: 'leave'; readonly on: SeriesDate };

interface Wanted {
  readonly template: SeriesTemplate;
  readonly dates: readonly SeriesDate[];
  /** Days of the rule that are left out by hand. */
  readonly without: ReadonlySet<CalendarDate>;
  readonly today: CalendarDate;
}

/**
 * What becomes of each date. Meetings there are keep their place in the month, and with it their page and calendar entry;
 * those that were changed alone or have an agenda posted are left as they are.
 */
export function stepsTo(meetings: readonly Meeting[], wasPlanned: (meeting: Meeting) => boolean, wanted: Wanted): Step[] {
  const dates = wanted.dates.filter(({ meets, nominal }) => meets !== null && !wanted.without.has(nominal));
  const pairs = pairedByMonth(meetings, dates);
  const steps = pairs.flatMap((pair) => stepOf(pair, wasPlanned, wanted));
  const left = wanted.dates.filter((date) => !dates.includes(date)).map((on): Step => ({ does: 'leave', on }));
  return [...steps, ...left].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))));
}

const dayOf = (step: Step): CalendarDate => step.on?.nominal ?? ('meeting' in step ? (step.meeting.seriesOn ?? '') : '');

interface Pair {
  readonly meeting: Meeting | undefined;
  readonly date: SeriesDate | undefined;
}

function pairedByMonth(meetings: readonly Meeting[], dates: readonly SeriesDate[]): Pair[] {
  const months = new Set([...meetings.map(monthOf), ...dates.map(({ nominal }) => nominal.slice(0, 7))]);
  return [...months].flatMap((month) => {
    const there = meetings.filter((meeting) => monthOf(meeting) === month);
    const wanted = dates.filter(({ nominal }) => nominal.startsWith(month));
    const size = Math.max(there.length, wanted.length);
    return Array.from({ length: size }, (_, index): Pair => ({ meeting: there[index], date: wanted[index] }));
  });
}

const monthOf = (meeting: Meeting): string => (meeting.seriesOn ?? '').slice(0, 7);

function stepOf({ meeting, date }: Pair, wasPlanned: (meeting: Meeting) => boolean, { template, today }: Wanted): Step[] {
  if (meeting !== undefined && !(meeting.status === 'scheduled' && wasPlanned(meeting)))
    return [{ does: 'keep', on: date ?? null, meeting }];
  if (date?.meets == null) return meeting === undefined ? [] : [{ does: 'cancel', on: null, meeting }];
  return [stepOn(date, planOn(template, date.meets, today), meeting)];
}

function stepOn(on: SeriesDate, plan: MeetingPlan, meeting: Meeting | undefined): Step {
  if (meeting === undefined) return { does: 'add', on, plan };
  return isSamePlan(meeting, plan) ? { does: 'same', on, meeting } : { does: 'change', on, plan, meeting };
}

/** Whether a meeting still is as this plan has it; the day to ask for access by follows the date. */
export const isSamePlan = (meeting: Meeting, plan: MeetingPlan): boolean =>
  calendarChanges(meeting, plan).length === 0 && words(meeting) === words(plan);

const words = (plan: MeetingPlan): string =>
  JSON.stringify([plan.kind, plan.title.en, plan.title['es'] ?? '', plan.interpretation, plan.accessContact, plan.papersAddress]);
