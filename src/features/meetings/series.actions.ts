import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import { queueEmails } from '../../mail/queue-email';
import { inTransaction } from '../../db/database';
import { getCollaborative } from '../collaboratives';
import { memberRecipients } from '../membership';
import { cancel, replan, type Meeting } from './meeting';
import { newMeeting, recordMeeting, type WhenPlanned } from './meeting.actions';
import { meetingCancelled, meetingChanged } from './meeting.emails';
import { meetingPolicy } from './meeting.policy';
import { insertMeeting, saveMeeting } from './meeting.queries';
import type { Series, Step } from './series';
import { seriesChanged, seriesPlanned, type SeriesLine } from './series.emails';
import type { Said, SeriesWish } from './series.form';
import { tellConcerned, withdrawChange } from './telling.actions';
import { tryOutSeries, type DryRun } from './series-plan.actions';
import { getSeries, insertSeries, saveSeries } from './series.queries';

interface Order extends SeriesWish {
  readonly collaborativeId: string;
  readonly said: Said;
}

/** `unseen`: something changed since the dry run was read, and nothing was made. */
export type Made = { readonly kind: 'unseen' } | { readonly kind: 'made'; readonly series: Series; readonly count: number };

/** Makes all meetings of a series at once; each member gets one mail with all dates. */
export function planSeries(deps: Deps, actor: Actor, order: Order, whenPlanned: readonly WhenPlanned[]): Promise<Made> {
  return inTransaction(deps, async (tx) => {
    conceal(meetingPolicy.schedule(actor, order.collaborativeId));
    const now = tx.clock.now();
    const { rule, template, collaborativeId } = order;
    const dryRun = await tryOutSeries(tx.db, now, wanted(order, null));
    if (dryRun.seen !== order.said.seen) return { kind: 'unseen' };
    const series = { id: tx.newId(), collaborativeId, rule, template, madeAt: now, madeBy: actor.id, version: 1 };
    await insertSeries(tx.db, series);
    const lines = await carryOut(tx, actor, { series, steps: chosen(dryRun, order.said), whenPlanned, reason: '' });
    if (lines.length === 0) throw new Conflict('scheduling.errors.noDate');
    await recordSeries(tx, actor, 'scheduling.seriesPlanned', series, lines.length);
    await tell(tx, series, lines, seriesPlanned);
    return { kind: 'made', series, count: lines.length };
  });
}

interface ChangeOrder extends Order {
  readonly id: string;
}

/** Changes a series from the first day of its new rule on; what was there before that day stays. One mail tells of all. */
export function changeSeries(deps: Deps, actor: Actor, order: ChangeOrder, whenPlanned: readonly WhenPlanned[]): Promise<Made> {
  return inTransaction(deps, async (tx) => {
    conceal(meetingPolicy.schedule(actor, order.collaborativeId));
    const before = await getSeries(tx.db, order.collaborativeId, order.id);
    const dryRun = await tryOutSeries(tx.db, tx.clock.now(), wanted(order, before));
    if (dryRun.seen !== order.said.seen || before.version !== order.said.version) return { kind: 'unseen' };
    const series = { ...before, rule: order.rule, template: order.template };
    await saveSeries(tx.db, series);
    const reason = ['en', 'es'].map((locale) => tx.translate(locale)('scheduling.series.cancelReason')).join(' / ');
    const lines = await carryOut(tx, actor, { series, steps: chosen(dryRun, order.said), whenPlanned, reason });
    await recordSeries(tx, actor, 'scheduling.seriesChanged', { ...series, version: before.version + 1 }, lines.length);
    await tell(tx, { ...series, version: before.version + 1 }, lines, seriesChanged);
    return { kind: 'made', series, count: lines.length };
  });
}

const wanted = ({ rule, template, collaborativeId }: Order, series: Series | null) => ({
  rule,
  template,
  series,
  collaborative: { id: collaborativeId },
});

/** A new date is made only where it was left ticked. */
const chosen = ({ lines }: DryRun, { keep }: Said): Step[] =>
  lines.map(({ step }) => step).filter((step) => step.does !== 'add' || keep.has(step.on.nominal));

interface Work {
  readonly series: Series;
  readonly steps: readonly Step[];
  readonly whenPlanned: readonly WhenPlanned[];
  /** Why meetings are called off that the new rule no longer has. */
  readonly reason: string;
}

async function carryOut(tx: Deps, actor: Actor, { series, steps, whenPlanned, reason }: Work): Promise<SeriesLine[]> {
  const lines: SeriesLine[] = [];
  for (const step of steps) {
    if (step.does === 'add') lines.push({ does: 'add', meeting: await add(tx, actor, series, step, whenPlanned) });
    if (step.does === 'change') lines.push({ does: 'change', before: step.meeting, meeting: await change(tx, actor, step) });
    if (step.does === 'cancel') lines.push({ does: 'cancel', meeting: await callOff(tx, actor, step.meeting, reason) });
  }
  return lines;
}

async function add(
  tx: Deps,
  actor: Actor,
  series: Series,
  { on, plan }: Extract<Step, { does: 'add' }>,
  whenPlanned: readonly WhenPlanned[],
): Promise<Meeting> {
  const meeting = { ...newMeeting(tx, series.collaborativeId, plan, false), seriesId: series.id, seriesOn: on.nominal };
  await insertMeeting(tx.db, meeting);
  await recordMeeting(tx, actor, 'meetings.scheduled', meeting, { startsAt: meeting.startsAt, kind: meeting.kind });
  for (const follow of whenPlanned) await follow(tx, actor, meeting);
  return meeting;
}

async function change(tx: Deps, actor: Actor, { on, plan, meeting }: Extract<Step, { does: 'change' }>): Promise<Meeting> {
  const saved = await saveMeeting(tx, { ...replan(meeting, plan, tx.clock.now()), seriesOn: on.nominal });
  await recordMeeting(tx, actor, saved.startsAt === meeting.startsAt ? 'meetings.changed' : 'meetings.moved', saved, {
    startsAt: saved.startsAt,
    kind: saved.kind,
  });
  return saved;
}

async function callOff(tx: Deps, actor: Actor, meeting: Meeting, reason: string): Promise<Meeting> {
  const saved = await saveMeeting(tx, cancel(meeting, reason, tx.clock.now()));
  await recordMeeting(tx, actor, 'meetings.cancelled', saved, { reason });
  return saved;
}

async function recordSeries(tx: Deps, actor: Actor, action: Action, series: Series, count: number): Promise<void> {
  const { id, collaborativeId, rule } = series;
  const after = { ...rule, weeks: [...rule.weeks], count };
  await recordEvent(tx, { action, actor, subject: { kind: 'meetingSeries', id }, collaborativeId, after });
}

/** What touches no calendar (a new contact, say) is not mailed. */
async function tell(tx: Deps, series: Series, lines: readonly SeriesLine[], compose: typeof seriesPlanned): Promise<void> {
  const now = tx.clock.now();
  const told = lines.filter((line) => line.does !== 'change' || line.meeting.sequence > line.before.sequence);
  if (told.length === 0) return;
  const collaborative = await getCollaborative(tx.db, series.collaborativeId);
  const news = { series, collaborative, lines: told, translate: tx.translate, baseUrl: tx.baseUrl, config: tx.config };
  const recipients = await memberRecipients(tx.db, collaborative.id, dateOf(now));
  await queueEmails(
    tx,
    recipients.map((to) => compose(news, to)),
  );
  for (const line of told) await tellOthers(tx, line, recipients);
}

/** Who asked for help to take part in one of the dates, or registered for it, is told of that date alone. */
async function tellOthers(tx: Deps, line: SeriesLine, members: readonly Recipient[]): Promise<void> {
  if (line.does === 'add') return;
  await withdrawChange(tx, line.meeting);
  if (line.does !== 'change') await tellConcerned(tx, line.meeting, meetingCancelled, members);
  else await tellConcerned(tx, line.meeting, (news, to) => meetingChanged({ ...news, before: line.before }, to), members);
}
