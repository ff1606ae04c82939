import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { formatDay } from '../../i18n/format';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { addItem, addItemToNextMeeting, type ItemDraft } from '../agendas';
import type { WhenCarried } from '../in-session';
import { getMeeting, meetingPolicy, type Meeting } from '../meetings';
import { approve } from './minutes';
import { noteInHistory } from './minutes.history';
import { minutesPolicy } from './minutes.policy';
import { findApprovalItem, getMinutes, listLeftUnapproved, listWaitingForApproval, minutesOf, saveMinutes } from './minutes.queries';
import { approveCorrection, proposedVersion } from './version';
import { addVersion, listCorrectionsLeft, listCorrectionsWaiting, listVersions, saveStage } from './version.queries';

/** The passed motion approves the minutes its item is about and locks them, or the correction that waits. Other motions pass by. */
export const approveByMotion: WhenCarried = async (tx, actor, { motion, item, meeting }) => {
  if (item.approvesMinutesOf === null) return;
  const minutes = await minutesOf(tx.db, item.approvesMinutesOf);
  if (minutes === undefined || minutes.status === 'drafted') return;
  const about = await getMeeting(tx.db, minutes.meetingId);
  if (about.collaborativeId !== meeting.collaborativeId) return;
  const now = tx.clock.now();
  const after = { minutes: minutes.id, motion: motion.id };
  if (minutes.status === 'circulated') {
    const approved = await saveMinutes(tx.db, approve(minutes, motion.id, now));
    const stands = { stage: 'approved' as const, approvedAt: now, approvedByMotion: motion.id };
    await addVersion(tx.db, { ...stands, minutesId: minutes.id, text: approved.text, reason: '', savedAt: now, savedBy: actor.id });
    await noteInHistory(tx, actor, { action: 'minutes.approved', meeting: about, after });
    return;
  }
  const proposed = proposedVersion(await listVersions(tx.db, minutes.id));
  if (proposed === undefined) return;
  await saveStage(tx.db, approveCorrection(proposed, motion.id, now));
  await noteInHistory(tx, actor, { action: 'minutes.amendmentApproved', meeting: about, after: { ...after, version: proposed.number } });
};

/** Puts "approve the minutes of …" on the next agenda that can still carry it. Answers whether there is one. */
export async function askForApproval(tx: Deps, actor: Actor | 'system', meeting: Meeting): Promise<boolean> {
  if ((await findApprovalItem(tx.db, meeting.id)) !== undefined) return true;
  return (await addItemToNextMeeting(tx, actor, meeting.collaborativeId, await approvalItem(tx, meeting))) !== null;
}

/** The same, asked for at the desk when no meeting was planned before. */
export function placeApproval(deps: Deps, actor: Actor, meetingId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, meetingId);
    conceal(meetingPolicy.view(actor, meeting));
    authorize(minutesPolicy.write(actor, meeting));
    const minutes = await getMinutes(tx.db, meetingId);
    const waits = minutes.status === 'circulated' || proposedVersion(await listVersions(tx.db, minutes.id)) !== undefined;
    if (!waits) throw new Conflict('errors.conflict.notNow');
    if (!(await askForApproval(tx, actor, meeting))) throw new Conflict('minutes.errors.noMeeting');
  });
}

/** When a regular meeting is planned: puts the minutes on its agenda that wait for a meeting to approve them, and corrections that do. */
export async function addWaitingApprovals(tx: Deps, actor: Actor, planned: Meeting): Promise<void> {
  if (planned.kind !== 'regular') return;
  const corrections = await listCorrectionsWaiting(tx.db, planned.collaborativeId);
  for (const meetingId of [...(await listWaitingForApproval(tx.db, planned.collaborativeId)), ...corrections]) {
    const meeting = await getMeeting(tx.db, meetingId);
    await addItem(tx, actor, planned.id, await approvalItem(tx, meeting));
  }
}

/**
 * Worker task: the meeting that was asked to approve minutes, or a correction of them, was cancelled, put off, or did not come to it; the next one is
 * asked instead. Where a meeting has refused them, the secretary asks again.
 */
export async function askAgainForApprovals(deps: Deps): Promise<void> {
  for (const meetingId of [...(await listLeftUnapproved(deps.db)), ...(await listCorrectionsLeft(deps.db))]) {
    await inTransaction(deps, async (tx) => {
      await askForApproval(tx, 'system', await getMeeting(tx.db, meetingId));
    });
  }
}

async function approvalItem(tx: Deps, { id, startsAt }: Meeting): Promise<ItemDraft> {
  const isCorrection = (await minutesOf(tx.db, id))?.status === 'approved';
  const key = isCorrection ? 'minutes.correctionItem' : 'minutes.approvalItem';
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
