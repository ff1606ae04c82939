import type { Deps } from '../../deps';
import { dateOf } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import { cancelMails } from '../../mail/outbox-care.queries';
import { queueEmails } from '../../mail/queue-email';
import { bodyOf, meetingRecipients } from './bodies.queries';
import { knownOf, tellsAt } from './change-news';
import { findUntold, saveUntold } from './change-news.queries';
import { listConcerned } from './concerned.queries';
import { calendarChanges, type Meeting } from './meeting';
import { changedKind, meetingChanged, type MeetingNews } from './meeting.emails';

export type Compose = (news: MeetingNews, to: Recipient) => Email;

/** One mail to each member of every body that meets; answers who they are. */
export async function tellMembers(tx: Deps, meeting: Meeting, compose: Compose): Promise<readonly Recipient[]> {
  const now = tx.clock.now();
  const collaborative = await bodyOf(tx.db, meeting);
  const recipients = await meetingRecipients(tx.db, meeting, dateOf(now));
  const news: MeetingNews = { meeting, collaborative, now, translate: tx.translate, baseUrl: tx.baseUrl, config: tx.config };
  await queueEmails(
    tx,
    recipients.map((to) => compose(news, to)),
  );
  return recipients;
}

/** The same to the members, and to everyone else who asked for help to take part or registered; each right person once. */
export async function tellAll(tx: Deps, meeting: Meeting, compose: Compose): Promise<void> {
  const members = await tellMembers(tx, meeting, compose);
  await tellConcerned(tx, meeting, compose, members);
}

/** Those who asked for help to take part or registered, without the members who are told already. */
export async function tellConcerned(tx: Deps, meeting: Meeting, compose: Compose, members: readonly Recipient[] = []): Promise<void> {
  const told = new Set(members.map(({ address }) => address.toLowerCase()));
  const persons = new Set(members.map(({ personId }) => personId));
  const others = (await listConcerned(tx.db, meeting.id)).filter(
    ({ address, personId }) => !told.has(address.toLowerCase()) && (personId === null || !persons.has(personId)),
  );
  if (others.length === 0) return;
  const collaborative = await bodyOf(tx.db, meeting);
  const { translate, baseUrl, config } = tx;
  const news: MeetingNews = { meeting, collaborative, now: tx.clock.now(), translate, baseUrl, config, isForGuests: true };
  await queueEmails(
    tx,
    others.map((to) => compose(news, to)),
  );
}

/** One mail for all edits of a quarter of an hour, from what the readers knew to what is; none where all is as it was. */
export async function tellChange(tx: Deps, before: Meeting, meeting: Meeting): Promise<void> {
  const now = tx.clock.now();
  const isWaiting = (await withdrawChange(tx, meeting)) > 0;
  const kept = isWaiting ? await findUntold(tx.db, meeting.id) : undefined;
  const untold = kept ?? { since: now, was: knownOf(before) };
  await saveUntold(tx.db, meeting.id, untold);
  if (calendarChanges(untold.was, meeting).length === 0) return;
  const sendAt = tellsAt(untold, meeting, now);
  await tellAll(tx, meeting, (news, to) => ({ ...meetingChanged({ ...news, before: untold.was }, to), sendAt }));
}

/** Takes back the mail about edits that has not gone out. Answers to how many it would have gone. */
export const withdrawChange = (tx: Deps, { id }: Meeting): Promise<number> =>
  cancelMails(tx.db, { kind: 'meeting', id }, { now: tx.clock.now(), kinds: [changedKind] });
