import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { inTransaction } from '../../db/database';
import { getCollaborative } from '../collaboratives';
import { listTranslationsOf, notesAfter, saveTranslations } from '../translated-texts';
import { remoteProblem } from './just-cause';
import { loadRemoteUses } from './just-cause.queries';
import { bodiesOf, calendarChanges, cancel, isLive, meetingMachine, replan, type Meeting, type MeetingPlan } from './meeting';
import { meetingCancelled, meetingScheduled } from './meeting.emails';
import { tellAll, tellChange, tellMembers, withdrawChange } from './telling.actions';
import { meetingPolicy } from './meeting.policy';
import { getMeeting, insertMeeting, saveMeeting } from './meeting.queries';
import type { RsvpAnswer } from './rsvp';
import { saveRsvp } from './rsvp.queries';

/** What other features do in the same transaction when a meeting is made. */
export type WhenPlanned = (tx: Deps, actor: Actor, meeting: Meeting, after?: Forebear) => Promise<void>;

/** An earlier meeting whose agenda a new one begins with: the lines every agenda has, or all of them. */
export interface Forebear {
  readonly meeting: Meeting;
  readonly takes: 'fixed' | 'all';
}

interface NewMeeting {
  readonly collaborativeId: string;
  /** The other bodies of a joint meeting. */
  readonly withBodies?: readonly string[];
  readonly plan: MeetingPlan;
  readonly asDraft: boolean;
  /** The meeting this one was filled in from. */
  readonly like?: Meeting | undefined;
}

/** Makes a meeting, as a draft that nobody is told of or scheduled with mails to the members. */
export function planMeeting(deps: Deps, actor: Actor, wanted: NewMeeting, whenPlanned: readonly WhenPlanned[]): Promise<Meeting> {
  return inTransaction(deps, async (tx) => {
    const { collaborativeId, withBodies = [], plan, asDraft, like } = wanted;
    conceal(meetingPolicy.schedule(actor, collaborativeId));
    const meeting = { ...newMeeting(tx, collaborativeId, plan, asDraft), withBodies };
    await insertMeeting(tx.db, meeting);
    await recordMeeting(tx, actor, asDraft ? 'meetings.drafted' : 'meetings.scheduled', meeting, {
      startsAt: meeting.startsAt,
      kind: meeting.kind,
    });
    const after: Forebear | undefined = like === undefined ? undefined : { meeting: like, takes: 'fixed' };
    for (const follow of whenPlanned) await follow(tx, actor, meeting, after);
    if (!asDraft) await tellMembers(tx, meeting, meetingScheduled);
    return meeting;
  });
}

interface Change {
  readonly id: string;
  readonly version: number;
  readonly plan: MeetingPlan;
  /** The other bodies of a joint meeting; looked at for a draft alone. */
  readonly withBodies: readonly string[];
  /** Turns a draft into a scheduled meeting. */
  readonly schedules: boolean;
}

/** `stale`: another saved first, and nothing was changed. */
export type Changed =
  { readonly kind: 'stale'; readonly meeting: Meeting } | { readonly kind: 'saved'; readonly before: Meeting; readonly meeting: Meeting };

/** Changes a meeting's plan; members are told when their calendars are touched. */
export function changeMeeting(deps: Deps, actor: Actor, change: Change): Promise<Changed> {
  return inTransaction(deps, async (tx) => {
    const before = await getMeeting(tx.db, change.id);
    conceal(meetingPolicy.schedule(actor, before.collaborativeId));
    if (before.version !== change.version) return { kind: 'stale', meeting: before };
    const withBodies = before.status === 'draft' ? change.withBodies : before.withBodies;
    const planned = { ...replan(before, change.plan, tx.clock.now()), withBodies };
    const isNew = change.schedules && before.status === 'draft';
    const meeting = await saveMeeting(tx, isNew ? { ...planned, status: meetingMachine.next('draft', 'schedule') } : planned);
    await noteSpanish(tx, actor, before, meeting);
    await recordChange(tx, actor, before, meeting);
    if (isNew) await tellMembers(tx, meeting, meetingScheduled);
    else if (meeting.sequence > before.sequence) await tellChange(tx, before, meeting);
    return { kind: 'saved', before, meeting };
  });
}

/** Keeps from which English the Spanish name was made, so that the queue of translations knows when it is older. */
async function noteSpanish(tx: Deps, actor: Actor, before: Meeting, { id, title }: Meeting): Promise<void> {
  const subject = { kind: 'meeting', id } as const;
  const saved = [{ part: 'title', before: before.title, after: title, holds: false }];
  const notes = notesAfter(saved, await listTranslationsOf(tx.db, subject));
  await saveTranslations(tx.db, subject, notes, { savedBy: actor.id, savedAt: tx.clock.now() });
}

/** Calls a meeting off; every member gets a mail that takes it out of the calendar. */
export async function cancelMeeting(deps: Deps, actor: Actor, order: { id: string; reason: string; version: number }): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const before = await getMeeting(tx.db, order.id);
    conceal(meetingPolicy.schedule(actor, before.collaborativeId));
    const cancelled = cancel(before, order.reason, tx.clock.now());
    const meeting = await saveMeeting(tx, { ...cancelled, version: order.version });
    await recordMeeting(tx, actor, 'meetings.cancelled', meeting, { reason: order.reason });
    await withdrawChange(tx, meeting);
    await tellAll(tx, meeting, meetingCancelled);
  });
}

/** Notes a member's answer. Answers why not: from afar without a cause, or more often than the law allows; null when it is noted. */
export async function answerMeeting(
  deps: Deps,
  actor: Actor & { readonly id: string },
  answer: { meetingId: string; answer: RsvpAnswer; reason: string },
): Promise<'cause' | 'limit' | null> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, answer.meetingId);
    conceal(meetingPolicy.view(actor, meeting));
    authorize(meetingPolicy.answer(actor, meeting));
    const now = tx.clock.now();
    if (!isLive(meeting) || meeting.endsAt <= now) throw new Conflict('meetings.errors.over');
    const problem = answer.answer === 'remote' ? await refusalOf(tx, meeting, { personId: actor.id, reason: answer.reason }) : null;
    if (problem !== null) return problem;
    await saveRsvp(tx.db, { ...answer, personId: actor.id, answeredAt: now });
    await recordMeeting(tx, actor, 'meetings.answered', meeting, { answer: answer.answer });
    return null;
  });
}

async function refusalOf(tx: Deps, meeting: Meeting, who: { personId: string; reason: string }) {
  const { regime } = await getCollaborative(tx.db, meeting.collaborativeId);
  return remoteProblem(await loadRemoteUses(tx.db, meeting, regime), who);
}

/** A meeting that is not saved yet. */
export const newMeeting = (tx: Deps, collaborativeId: string, plan: MeetingPlan, asDraft: boolean): Meeting => ({
  ...plan,
  id: tx.newId(),
  collaborativeId,
  withBodies: [],
  status: asDraft ? 'draft' : meetingMachine.next('draft', 'schedule'),
  cancelReason: null,
  postponedTo: null,
  seriesId: null,
  seriesOn: null,
  inSessionAt: null,
  adjournedAt: null,
  sequence: 0,
  changedAt: tx.clock.now(),
  version: 1,
});

async function recordChange(tx: Deps, actor: Actor, before: Meeting, meeting: Meeting): Promise<void> {
  const fields = calendarChanges(before, meeting);
  const isMoved = fields.includes('startsAt');
  const action =
    before.status === 'draft' && meeting.status === 'scheduled' ? 'meetings.scheduled' : isMoved ? 'meetings.moved' : 'meetings.changed';
  await recordMeeting(tx, actor, action, meeting, { startsAt: meeting.startsAt, kind: meeting.kind, fields: [...fields] });
}

/** Keeps what was done with a meeting in the history, of each body that meets. */
export async function recordMeeting(
  tx: Deps,
  actor: Actor,
  action: Action,
  meeting: Meeting,
  after: Readonly<Record<string, unknown>>,
): Promise<void> {
  // A draft is the host's alone.
  for (const collaborativeId of meeting.status === 'draft' ? [meeting.collaborativeId] : bodiesOf(meeting))
    await recordEvent(tx, { action, actor, subject: { kind: 'meeting', id: meeting.id }, collaborativeId, after });
}
