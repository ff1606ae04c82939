import { createHash } from 'node:crypto';
import type { Db } from '../../db/database';
import type { Collaborative } from '../collaboratives';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { slotOf, warned, type Conflict } from './conflict';
import { listConflicts } from './conflict.queries';
import type { Meeting } from './meeting';
import { isSamePlan, planOn, stepsTo, type Series, type Step } from './series';
import { seriesDates } from './series-rule';
import type { SeriesWish } from './series.form';
import { listDaysOff, listSeriesMeetings } from './series.queries';

/** What would happen, date by date, before anything does. */
export interface DryRun {
  readonly lines: readonly { readonly step: Step; readonly conflicts: readonly Conflict[] }[];
  /** A short text of all this: who goes on has seen just this. */
  readonly seen: string;
}

interface Wanted extends SeriesWish {
  readonly collaborative: Pick<Collaborative, 'id'>;
  /** The series to be changed; null for a new one. */
  readonly series: Series | null;
  readonly without?: ReadonlySet<CalendarDate>;
}

/** Works out a series, or the change of one from the first day of its new rule on. Nothing is saved. */
export async function tryOutSeries(db: Db, now: Instant, wanted: Wanted): Promise<DryRun> {
  const { rule, template, series, collaborative, without = new Set() } = wanted;
  const daysOff = await listDaysOff(db);
  const meetings = series === null ? [] : await listSeriesMeetings(db, series.id, rule.from);
  const wasPlanned = series === null ? () => false : plannedBy(series, daysOff);
  const dates = seriesDates(rule, daysOff, now);
  const steps = stepsTo(meetings, wasPlanned, { template, dates, without, today: dateOf(now) });
  const slots = steps.flatMap((step) =>
    'plan' in step ? [slotOf(step.plan, [collaborative.id], step.does === 'change' ? step.meeting.id : null)] : [],
  );
  const found = await listConflicts(db, slots, now);
  const bySlot = new Map(slots.map((slot, index) => [slot.startsAt, found[index] ?? []]));
  const own = new Set(meetings.map(({ id }) => id));
  const lines = steps.map((step) => ({
    step,
    conflicts: 'plan' in step ? (bySlot.get(step.plan.startsAt) ?? []).filter(({ other }) => !own.has(other.id)) : [],
  }));
  return { lines, seen: digest(lines) };
}

/** Whether a meeting still is as the series made it. */
function plannedBy({ rule, template }: Series, daysOff: ReadonlyMap<CalendarDate, string>): (meeting: Meeting) => boolean {
  const dates = new Map(seriesDates(rule, daysOff, '').map((date) => [date.nominal, date.meets]));
  return (meeting) => {
    const meets = dates.get(meeting.seriesOn ?? '');
    return meets != null && isSamePlan(meeting, planOn(template, meets, meets.date));
  };
}

function digest(lines: DryRun['lines']): string {
  const text = JSON.stringify(lines.map(({ step, conflicts }) => [...traitsOf(step), warned(conflicts)]));
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function traitsOf(step: Step): string[] {
  const on = step.on === null ? [] : [step.on.nominal, step.on.meets?.startsAt ?? '', step.on.omitted ?? ''];
  return [step.does, ...on, ...('meeting' in step ? [`${step.meeting.id}.${step.meeting.version}`] : [])];
}
