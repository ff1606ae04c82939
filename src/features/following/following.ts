import type { LocalText } from '../../lib/local-text';
import { onWallClock, plusDays, plusElapsed, weekdayOf, dateOf, type CalendarDate, type Instant } from '../../lib/time';

export const subjectKinds = ['all', 'collaborative', 'topic', 'note'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What somebody follows; `id` is that of the collaborative or note, or the topic; `all` for everything. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

export const frequencies = ['at_once', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];

/** What may happen to the plan of a meeting; the later in the list, the more it says of one. */
export const planActions = ['meetings.moved', 'meetings.scheduled', 'scheduling.postponed', 'meetings.cancelled'] as const;
export type PlanAction = (typeof planActions)[number];

/** Plans that may still change in the next minutes, `foldMinutes` of meetings: several edits are told in one mail (messages.md). That none comes of it is told at once. */
export const settlingActions: readonly PlanAction[] = ['meetings.moved', 'meetings.scheduled'];

export const isPlan = (action: NewsAction): action is PlanAction => planActions.some((known) => known === action);

/** Steps of the history that followers hear of (the migration's trigger notes the same). */
export type NewsAction =
  | PlanAction
  | 'agendas.posted'
  | 'agendas.postedLate'
  | 'minutes.approved'
  | 'advice.adopt'
  | 'advice.deliver'
  | 'advice.acknowledge'
  | 'advice.sign'
  | 'advice.extend'
  | 'advice.ask'
  | 'advice.reply'
  | 'commitments.moved';

/** One thing that happened in public. */
export interface News {
  readonly id: string;
  readonly action: NewsAction;
  readonly collaborativeId: string;
  readonly at: Instant;
  /** Id of the meeting or note. */
  readonly aboutId: string;
  readonly title: LocalText;
  /** Of a note. */
  readonly reference: string;
  readonly topic: string;
  /** Of a meeting: when it begins. */
  readonly startsAt: Instant | null;
}

export interface Follower {
  readonly id: string;
  readonly email: string;
  readonly locale: string;
}

export interface Following extends Subject {
  readonly followingId: string;
  readonly frequency: Frequency;
  readonly since: Instant;
}

/** What somebody who asks must prove by following the mailed link; nothing is kept of them before. */
export interface Asked extends Subject {
  readonly email: string;
  readonly locale: string;
  readonly frequency: Frequency;
  readonly at: Instant;
}

const confirmHours = 24 * 7;

/** The link that confirms is good for seven days. */
export const isStillOpen = ({ at }: Pick<Asked, 'at'>, now: Instant): boolean => now < plusElapsed(at, { hours: confirmHours });

/** Most things that one address may follow. */
export const mostFollowed = 40;

/** Whether a piece of news is about what is followed; only what happened since counts. */
export function concerns(
  news: Pick<News, 'collaborativeId' | 'aboutId' | 'topic' | 'at'>,
  { kind, id, since }: Subject & { since: Instant },
): boolean {
  if (news.at < since) return false;
  switch (kind) {
    case 'all':
      return true;
    case 'collaborative':
      return news.collaborativeId === id;
    case 'note':
      return news.aboutId === id;
    case 'topic':
      return news.topic === id;
  }
}

/**
 * What one reader is told, each in one mail: of a meeting's plan what says most, also where several bodies meet; all meetings
 * that were planned; everything else by itself.
 */
export function folded(news: readonly News[]): News[][] {
  const groups = new Map<string, News[]>();
  for (const one of news) {
    if (isPlan(one.action) && one !== strongest(news, one.aboutId)) continue;
    const key = one.action === 'meetings.scheduled' ? 'planned' : one.id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => [...group].sort((one, other) => (one.startsAt ?? '').localeCompare(other.startsAt ?? '')));
}

/** The one news of a meeting's plan that says most; of two alike the first. */
function strongest(news: readonly News[], meetingId: string): News | undefined {
  const rank = ({ action }: News): number => planActions.findIndex((known) => known === action);
  const plans = news.filter(({ action, aboutId }) => isPlan(action) && aboutId === meetingId);
  return [...plans].sort((one, other) => rank(other) - rank(one))[0];
}

const friday = 5;

/** The Friday whose digest is due now: from four in the afternoon until nine in the evening; null at other times (messages.md). */
export function digestDay(now: Instant): CalendarDate | null {
  const { hour } = onWallClock(now);
  return weekdayOf(dateOf(now)) === friday && hour >= 16 && hour < 21 ? dateOf(now) : null;
}

/** A week before that day: whatever happened since four in the afternoon of it is in the digest. */
export const digestFrom = (day: CalendarDate): CalendarDate => plusDays(day, -7);
