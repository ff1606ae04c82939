import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { listItems } from '../agendas';
import { seemsPersonal, sessionRecord } from '../in-session';
import { bodyOf, getMeeting, meetingPolicy, meetingRecipients, type Meeting } from '../meetings';
import { askForApproval } from './approval.actions';
import { findApprovalItem } from './approval.queries';
import { circulate, minutesMachine, rewrite, type Minutes, type MinutesText } from './minutes';
import { minutesCirculated } from './minutes.emails';
import { noteInHistory } from './minutes.history';
import { minutesPolicy } from './minutes.policy';
import { getMinutes, insertMinutes, minutesOf, saveMinutes } from './minutes.queries';
import { compileRecord, firstWords } from './record';
import { isSameText } from './version';
import { addVersion } from './version.queries';

/** `stale`: another saved first, and nothing was changed. */
export type Saved = 'saved' | 'stale';

/** The meeting, for somebody who may write its minutes. */
export async function meetingToMinute(tx: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<Meeting> {
  const meeting = await getMeeting(tx.db, id);
  conceal(meetingPolicy.view(actor, meeting));
  authorize(minutesPolicy.write(actor, meeting));
  return meeting;
}

/** Compiles the draft from the record of an adjourned meeting, once. */
export function compileMinutes(deps: Deps, actor: Actor, meetingId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToMinute(tx, actor, meetingId);
    if (meeting.status !== 'adjourned') throw new Conflict('minutes.errors.notAdjourned');
    if ((await minutesOf(tx.db, meetingId)) !== undefined) throw new Conflict('errors.conflict.notNow');
    const sources = { meeting, items: await listItems(tx.db, meetingId), session: await sessionRecord(tx.db, meetingId) };
    const minutes: Minutes = {
      id: tx.newId(),
      meetingId,
      status: 'drafted',
      record: compileRecord(sources),
      text: firstWords(sources),
      compiledAt: tx.clock.now(),
      circulatedAt: null,
      approvedAt: null,
      approvedByMotion: null,
      version: 1,
    };
    await insertMinutes(tx.db, minutes);
    await keepWording(tx, actor, minutes);
    await noteInHistory(tx, actor, { action: 'minutes.compiled', meeting, after: { minutes: minutes.id } });
  });
}

interface NewText {
  readonly meetingId: string;
  readonly version: number;
  readonly text: MinutesText;
}

/** Saves the words of the minutes; answers their new version, or `stale`. */
export function editMinutes(deps: Deps, actor: Actor, wanted: NewText): Promise<number | 'stale'> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToMinute(tx, actor, wanted.meetingId);
    const before = await getMinutes(tx.db, wanted.meetingId);
    const rewritten = rewrite(before, wanted.text);
    if (before.version !== wanted.version) return 'stale';
    const saved = await saveMinutes(tx.db, rewritten);
    if (!isSameText(before.text, saved.text)) await keepWording(tx, actor, saved);
    if (saved.status === 'circulated')
      await noteInHistory(tx, actor, { action: 'minutes.edited', meeting, after: { version: saved.version } });
    return saved.version;
  });
}

/** Sends the draft to the members, once, and asks the next meeting to approve it. */
export function circulateMinutes(
  deps: Deps,
  actor: Actor,
  wanted: { readonly meetingId: string; readonly version: number },
): Promise<Saved | 'personal'> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToMinute(tx, actor, wanted.meetingId);
    const before = await getMinutes(tx.db, meeting.id);
    minutesMachine.next(before.status, 'circulate');
    if (before.version !== wanted.version) return 'stale';
    if (personalIn(before.text).length > 0) return 'personal';
    const minutes = await saveMinutes(tx.db, circulate(before, tx.clock.now()));
    await keepWording(tx, actor, minutes);
    await askForApproval(tx, actor, meeting);
    await tellMembers(tx, meeting, minutes);
    await noteInHistory(tx, actor, { action: 'minutes.circulated', meeting, after: { minutes: minutes.id } });
    return 'saved';
  });
}

/** The parts of the text that seem to hold an address, a telephone number or a birth date: ids of items, `opening`, `closing`. */
export const personalIn = ({ opening, items, closing }: MinutesText): string[] =>
  Object.entries({ ...items, opening, closing })
    .filter(([, text]) => seemsPersonal(text))
    .map(([part]) => part);

/** Each wording stays: who changed what between two of them can be read word by word. */
async function keepWording(tx: Deps, { id }: Actor, minutes: Minutes): Promise<void> {
  const saved = { minutesId: minutes.id, stage: minutes.status, text: minutes.text, reason: '', savedAt: tx.clock.now(), savedBy: id };
  await addVersion(tx.db, { ...saved, approvedAt: null, approvedByMotion: null });
}

async function tellMembers(tx: Deps, meeting: Meeting, minutes: Minutes): Promise<void> {
  const collaborative = await bodyOf(tx.db, meeting);
  const approval = await findApprovalItem(tx.db, meeting.id, meeting.collaborativeId);
  const recipients = await meetingRecipients(tx.db, meeting, dateOf(tx.clock.now()));
  const news = { minutes, meeting, collaborative, approval, translate: tx.translate, baseUrl: tx.baseUrl };
  await queueEmails(
    tx,
    recipients.map((to) => minutesCirculated(news, to)),
  );
}
