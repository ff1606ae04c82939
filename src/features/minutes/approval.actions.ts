import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { formatDay } from '../../i18n/format';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { addItem, addItemToNextMeeting, type ItemDraft } from '../agendas';
import type { WhenCarried } from '../in-session';
import { bodiesOf, getMeeting, isJoint, meetingPolicy, type Meeting } from '../meetings';
import { approvalsOf, approvingBodies, stillToApprove } from './approval';
import {
  findApprovalItem,
  insertApproval,
  listApprovals,
  listLeftUnapproved,
  listWaitingForApproval,
  moveApprovals,
} from './approval.queries';
import { approve, type Minutes } from './minutes';
import { noteInHistory } from './minutes.history';
import { minutesPolicy } from './minutes.policy';
import { getMinutes, minutesOf, saveMinutes } from './minutes.queries';
import { approveCorrection, awaitingVersion, type MinutesVersion } from './version';
import { addVersion, listVersions, saveStage } from './version.queries';

/**
 * The passed motion approves the minutes its item is about, or the correction that waits, for each body that voted on it; once
 * the last body that met has approved, they are locked. Other motions pass by.
 */
export const approveByMotion: WhenCarried = async (tx, actor, { motion, item, meeting }) => {
  if (item.approvesMinutesOf === null) return;
  const minutes = await minutesOf(tx.db, item.approvesMinutesOf);
  const versions = minutes === undefined ? [] : await listVersions(tx.db, minutes.id);
  const wording = awaitingVersion(versions);
  if (minutes === undefined || wording === undefined) return;
  const about = await getMeeting(tx.db, minutes.meetingId);
  const before = approvalsOf(await listApprovals(tx.db, minutes.id), wording.number);
  const bodies = approvingBodies(bodiesOf(meeting), bodiesOf(about), before);
  if (bodies.length === 0) return;
  const given = { minutesId: minutes.id, wording: wording.number, motionId: motion.id, approvedAt: tx.clock.now() };
  for (const collaborativeId of bodies) await insertApproval(tx.db, { ...given, collaborativeId });
  const isLast = stillToApprove(bodiesOf(about), before).length === bodies.length;
  if (isLast) await letStand(tx, actor, { minutes, wording, motionId: motion.id, about });
  else await waitForOthers(tx, actor, { minutes, wording, motionId: motion.id, about, bodies });
};

interface Approved {
  readonly minutes: Minutes;
  readonly wording: MinutesVersion;
  readonly motionId: string;
  readonly about: Meeting;
}

/** Saved over the version that was read, so that of two bodies that vote at the same moment one is told to vote again. */
async function waitForOthers(
  tx: Deps,
  actor: Actor,
  { minutes, wording, motionId, about, bodies }: Approved & { readonly bodies: readonly string[] },
): Promise<void> {
  await saveMinutes(tx.db, minutes);
  const after = { minutes: minutes.id, motion: motionId, version: wording.number, bodies };
  await noteInHistory(tx, actor, { action: 'minutes.approvedByBody', meeting: about, after });
}

/** Every body has approved: the words stand, and nobody edits them any more. */
async function letStand(tx: Deps, actor: Actor, { minutes, wording, motionId, about }: Approved): Promise<void> {
  const now = tx.clock.now();
  const after = { minutes: minutes.id, motion: motionId };
  if (minutes.status === 'circulated') {
    const approved = await saveMinutes(tx.db, approve(minutes, motionId, now));
    const stands = { stage: 'approved' as const, approvedAt: now, approvedByMotion: motionId };
    const kept = { ...stands, minutesId: minutes.id, text: approved.text, reason: '', savedAt: now, savedBy: actor.id };
    const { number } = await addVersion(tx.db, kept);
    await moveApprovals(tx.db, minutes.id, { from: wording.number, to: number });
    await noteInHistory(tx, actor, { action: 'minutes.approved', meeting: about, after });
    return;
  }
  await saveMinutes(tx.db, minutes);
  await saveStage(tx.db, approveCorrection(wording, motionId, now));
  await noteInHistory(tx, actor, { action: 'minutes.amendmentApproved', meeting: about, after: { ...after, version: wording.number } });
}

/**
 * Puts "approve the minutes of …" on the next agenda that can still carry it, of each body that met and has not approved.
 * Answers whether every one of them is asked.
 */
export async function askForApproval(tx: Deps, actor: Actor | 'system', meeting: Meeting): Promise<boolean> {
  const { id } = await getMinutes(tx.db, meeting.id);
  const wording = awaitingVersion(await listVersions(tx.db, id));
  const given = approvalsOf(await listApprovals(tx.db, id), wording?.number);
  let areAllAsked = true;
  for (const body of stillToApprove(bodiesOf(meeting), given)) areAllAsked = (await askBody(tx, actor, meeting, body)) && areAllAsked;
  return areAllAsked;
}

async function askBody(tx: Deps, actor: Actor | 'system', meeting: Meeting, collaborativeId: string): Promise<boolean> {
  if ((await findApprovalItem(tx.db, meeting.id, collaborativeId)) !== undefined) return true;
  return (await addItemToNextMeeting(tx, actor, collaborativeId, await approvalItem(tx, meeting))) !== null;
}

/** The same, asked for at the desk when no meeting was planned before. */
export function placeApproval(deps: Deps, actor: Actor, meetingId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, meetingId);
    conceal(meetingPolicy.view(actor, meeting));
    authorize(minutesPolicy.write(actor, meeting));
    const minutes = await getMinutes(tx.db, meetingId);
    if (awaitingVersion(await listVersions(tx.db, minutes.id)) === undefined) throw new Conflict('errors.conflict.notNow');
    const before = await countAsked(tx, meeting);
    const areAllAsked = await askForApproval(tx, actor, meeting);
    if (!areAllAsked && (await countAsked(tx, meeting)) === before) throw new Conflict('minutes.errors.noMeeting');
  });
}

async function countAsked(tx: Pick<Deps, 'db'>, meeting: Meeting): Promise<number> {
  let asked = 0;
  for (const body of bodiesOf(meeting)) if ((await findApprovalItem(tx.db, meeting.id, body)) !== undefined) asked += 1;
  return asked;
}

/** When a regular meeting is planned: puts the minutes on its agenda that wait for a meeting to approve them, and corrections that do. */
export async function addWaitingApprovals(tx: Deps, actor: Actor, planned: Meeting): Promise<void> {
  if (planned.kind !== 'regular') return;
  for (const body of bodiesOf(planned))
    for (const meetingId of await listWaitingForApproval(tx.db, body))
      await addItem(tx, actor, planned.id, await approvalItem(tx, await getMeeting(tx.db, meetingId)));
}

/**
 * Worker task: the meeting that was asked to approve minutes, or a correction of them, was cancelled, put off, or did not come to
 * it, or the words were changed after a body had approved them; the next one is asked instead. Where a meeting has refused
 * them, the secretary asks again.
 */
export async function askAgainForApprovals(deps: Deps): Promise<void> {
  for (const { meetingId, collaborativeId } of await listLeftUnapproved(deps.db)) {
    await inTransaction(deps, async (tx) => {
      await askBody(tx, 'system', await getMeeting(tx.db, meetingId), collaborativeId);
    });
  }
}

const itemTitles = {
  minutes: { one: 'minutes.approvalItem', joint: 'minutes.jointApprovalItem' },
  correction: { one: 'minutes.correctionItem', joint: 'minutes.jointCorrectionItem' },
} as const;

async function approvalItem(tx: Deps, meeting: Meeting): Promise<ItemDraft> {
  const { id, startsAt } = meeting;
  const isCorrection = (await minutesOf(tx.db, id))?.status === 'approved';
  const key = itemTitles[isCorrection ? 'correction' : 'minutes'][isJoint(meeting) ? 'joint' : 'one'];
  const titleIn = (locale: string) => tx.translate(locale)(key, { date: formatDay(locale, startsAt) });
  return {
    kind: 'minutes',
    title: { en: titleIn('en'), es: titleIn('es') },
    purpose: 'procedure',
    presenter: '',
    minutes: 5,
    text: { en: '' },
    isAction: true,
    approvesMinutesOf: id,
  };
}
