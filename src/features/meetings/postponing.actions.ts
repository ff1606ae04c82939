import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { usualAskBy } from './meeting-defaults';
import { nameDay, postpone, type Meeting } from './meeting';
import { newMeeting, recordMeeting, type WhenPlanned } from './meeting.actions';
import { meetingScheduled } from './meeting.emails';
import { meetingPolicy } from './meeting.policy';
import { getMeeting, insertMeeting, saveMeeting } from './meeting.queries';
import { meetingPostponed, newDayNamed } from './postponing.emails';
import { tellAll, tellConcerned, tellMembers, withdrawChange } from './telling.actions';
import type { Postponement } from './postponing.form';

type Order = Postponement & { readonly id: string };

/**
 * Puts a meeting off: to another, which takes its plan and agenda and has a page and calendar entry of its own, or to a
 * day still to be named. Each member gets one mail that takes the old entry out and brings the new one.
 */
export function postponeMeeting(deps: Deps, actor: Actor, order: Order, whenPlanned: readonly WhenPlanned[]): Promise<Meeting> {
  return inTransaction(deps, async (tx) => {
    const before = await getMeeting(tx.db, order.id);
    conceal(meetingPolicy.schedule(actor, before.collaborativeId));
    if (before.status === 'postponed') return nameTheDay(tx, actor, before, order, whenPlanned);
    const next = order.to === null ? null : await planNext(tx, actor, before, order.to, whenPlanned);
    const put = postpone(before, { reason: order.reason, to: next?.id ?? null }, tx.clock.now());
    const meeting = await saveMeeting(tx, { ...put, version: order.version });
    await recordMeeting(tx, actor, 'scheduling.postponed', meeting, { reason: order.reason, to: next?.startsAt ?? null });
    await withdrawChange(tx, meeting);
    await tellAll(tx, meeting, (news, to) => meetingPostponed({ ...news, next }, to));
    return next ?? meeting;
  });
}

/** The day was to be named: now it is. */
async function nameTheDay(tx: Deps, actor: Actor, before: Meeting, order: Order, whenPlanned: readonly WhenPlanned[]): Promise<Meeting> {
  if (order.to === null) throw new Conflict('errors.conflict.notNow');
  const next = await planNext(tx, actor, before, order.to, whenPlanned);
  await saveMeeting(tx, { ...nameDay(before, next.id, tx.clock.now()), version: order.version });
  await tellMembers(tx, next, meetingScheduled);
  await tellConcerned(tx, before, (news, to) => newDayNamed({ ...news, next }, to));
  return next;
}

async function planNext(
  tx: Deps,
  actor: Actor,
  before: Meeting,
  to: NonNullable<Postponement['to']>,
  whenPlanned: readonly WhenPlanned[],
): Promise<Meeting> {
  const accessAskBy = usualAskBy(dateOf(to.startsAt), dateOf(tx.clock.now()));
  const { withBodies } = before;
  const next: Meeting = { ...newMeeting(tx, before.collaborativeId, { ...before, ...to, accessAskBy }, false), withBodies };
  await insertMeeting(tx.db, next);
  await recordMeeting(tx, actor, 'meetings.scheduled', next, { startsAt: next.startsAt, kind: next.kind, insteadOf: before.id });
  for (const follow of whenPlanned) await follow(tx, actor, next, { meeting: before, takes: 'all' });
  return next;
}
