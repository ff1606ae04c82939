import { plusElapsed, hoursBetween, type Instant } from '../../lib/time';
import type { Meeting, MeetingKind } from './meeting';

/** Hours of notice a body gives, by kind of meeting. */
export interface NoticeHours {
  readonly regular: number;
  readonly special: number;
}

/** Gov. Code 54954.2(a) and Ed. Code 35147(c): 72 hours; 54956: 24 hours. Weekends count. */
export const standardNotice: NoticeHours = { regular: 72, special: 24 };

type Timed = Pick<Meeting, 'kind' | 'startsAt'>;

/** Hours of notice this kind needs; null where no clock runs (orientation, community session, emergency). */
export const noticeHoursFor = (kind: MeetingKind, hours: NoticeHours = standardNotice): number | null =>
  kind === 'regular' ? hours.regular : kind === 'special' ? hours.special : null;

/** The last moment at which the agenda is posted in time: the start minus elapsed hours, also across clock changes. Null: no clock. */
export function postBy(meeting: Timed, hours: NoticeHours = standardNotice): Instant | null {
  const needed = noticeHoursFor(meeting.kind, hours);
  return needed === null ? null : plusElapsed(meeting.startsAt, { hours: -needed });
}

/** Whether posting at this moment is in time; exactly on the hour still is. */
export function isInTime(meeting: Timed, at: Instant, hours: NoticeHours = standardNotice): boolean {
  const last = postBy(meeting, hours);
  return at < meeting.startsAt && (last === null || at <= last);
}

/** Elapsed hours between a posting and the start, rounded down to a tenth so that it never claims more than was given. */
export const hoursBefore = (meeting: Pick<Meeting, 'startsAt'>, at: Instant): number =>
  Math.floor(hoursBetween(at, meeting.startsAt) * 10) / 10;
