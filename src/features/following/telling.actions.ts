import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { dateOf, plusElapsed, startOfDay } from '../../lib/time';
import type { Email } from '../../mail/email';
import { afterTheNight } from '../../mail/reminder-timing';
import { queueEmails } from '../../mail/queue-email';
import type { StillDue } from '../../mail/still-due';
import { listRequestsFor } from '../agenda-requests';
import { foldMinutes, getMeeting, type Meeting } from '../meetings';
import { memberRecipients } from '../membership';
import { findFollower, listForDigest, listToTell, markDigested, type FollowerWith } from './follower.queries';
import { concerns, digestDay, digestFrom, folded, isPlan, type Following, type News, type NewsAction } from './following';
import { linkFor } from './following.actions';
import { digestEmail, digestKind, newsEmail, newsKind } from './following.emails';
import { listNewsBetween, listNewsById, listUntold, markTold } from './news.queries';

const newsAtOnce = 60;

/** Worker: tells who follows at once what has happened, each thing once to each address, by however many ways they follow it. */
export function tellFollowers(deps: Deps): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const now = tx.clock.now();
    const ids = await listUntold(tx.db, newsAtOnce, plusElapsed(now, { minutes: -foldMinutes }));
    if (ids.length === 0) return;
    const news = await listNewsById(tx.db, ids);
    const told = new Map<string, ReadonlySet<string>>();
    for (const one of news) told.set(one.id, await toldOtherwise(tx, one));
    const meetings = await meetingsIn(tx, news);
    const mails = (await listToTell(tx.db)).flatMap((follower) => {
      const own = news.filter(
        (one) => told.get(one.id)?.has(follower.email) !== true && follower.followings.some((way) => concerns(one, way)),
      );
      return folded(own).map((group) => mailFor(tx, group, follower, meetings));
    });
    await queueEmails(tx, mails);
    await markTold(tx.db, ids, now);
  });
}

/** The meetings whose plan the news are about, by their ids. */
async function meetingsIn(tx: Deps, news: readonly News[]): Promise<ReadonlyMap<string, Meeting>> {
  const found = new Map<string, Meeting>();
  for (const { action, aboutId } of news) if (isPlan(action) && !found.has(aboutId)) found.set(aboutId, await getMeeting(tx.db, aboutId));
  return found;
}

/** That a meeting does not take place does not wait for the morning (messages.md). */
const urgent: ReadonlySet<NewsAction> = new Set(['meetings.cancelled', 'scheduling.postponed']);

function mailFor(tx: Deps, group: readonly News[], follower: FollowerWith, meetings: ReadonlyMap<string, Meeting>): Email {
  const now = tx.clock.now();
  const [first, ...others] = group;
  if (first === undefined) throw new RangeError('no news');
  const plans = group.flatMap(({ action, aboutId }) => (isPlan(action) ? (meetings.get(aboutId) ?? []) : []));
  const sendAt = urgent.has(first.action) ? now : afterTheNight(now);
  const links = { ...linksOf(tx, follower.id), config: tx.config, sendAt };
  return newsEmail(tx.translate(follower.locale), { group: [first, ...others], meetings: plans }, follower, links);
}

/** Addresses that the same news reaches by a mail of its own: members, and who asked for agendas by law. */
async function toldOtherwise(tx: Deps, { action, collaborativeId }: News): Promise<ReadonlySet<string>> {
  const isAgenda = action === 'agendas.posted' || action === 'agendas.postedLate';
  if (!isAgenda && !isPlan(action)) return new Set();
  const today = dateOf(tx.clock.now());
  const members = (await memberRecipients(tx.db, collaborativeId, today)).map(({ address }) => address);
  const requests = !isAgenda ? [] : (await listRequestsFor(tx.db, [collaborativeId], today)).map(({ email }) => email);
  return new Set([...members, ...requests].map((address) => address.toLowerCase()));
}

const digestsAtOnce = 200;
const digestHour = 16;

/** Worker: on Friday from four in the afternoon, a week's news to who chose that; nothing where there is none. */
export async function sendDigests(deps: Deps): Promise<void> {
  const day = digestDay(deps.clock.now());
  if (day === null) return;
  while ((await inTransaction(deps, (tx) => digestBatch(tx, day))) > 0);
}

async function digestBatch(tx: Deps, day: string): Promise<number> {
  const followers = await listForDigest(tx.db, day, digestsAtOnce);
  if (followers.length === 0) return 0;
  const at = (date: string) => plusElapsed(startOfDay(date), { hours: digestHour });
  const news = await listNewsBetween(tx.db, at(digestFrom(day)), at(day));
  const digests = followers.flatMap((follower) => {
    const own = news.filter((one) => isForDigest(one, follower.followings));
    return own.length === 0 ? [] : [digestEmail(tx.translate(follower.locale), own, follower, { ...linksOf(tx, follower.id), day })];
  });
  await queueEmails(tx, digests);
  await markDigested(
    tx.db,
    followers.map(({ id }) => id),
    day,
  );
  return followers.length;
}

/** What is followed weekly alone: what was told at once is not told again. */
function isForDigest(news: News, followings: readonly Following[]): boolean {
  const ways = followings.filter((following) => concerns(news, following));
  return ways.length > 0 && ways.every(({ frequency }) => frequency === 'weekly');
}

const linksOf = (tx: Deps, followerId: string) => ({
  baseUrl: tx.baseUrl,
  choicesUrl: linkFor(tx, 'choices', followerId),
  leaveUrl: linkFor(tx, 'leave', followerId),
});

/** Nobody who left gets what was on its way. */
const follows: StillDue[string] = async ({ db }, mail) => (await findFollower(db, mail.about_id)) !== undefined;
export const followingStillDue: StillDue = { [newsKind]: follows, [digestKind]: follows };
