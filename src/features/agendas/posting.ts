import { isInTime, kindTakesAction, type Meeting, type NoticeHours } from '../meetings';
import type { LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { AgendaItem } from './agenda-item';
import type { Snapshot, SnapshotItem, SnapshotMeeting } from './snapshot';

/** One version of the agenda as it was put up; never changed afterwards. */
export interface Posting {
  readonly id: string;
  readonly meetingId: string;
  /** 1, 2, 3 …: the version. */
  readonly number: number;
  readonly content: Snapshot;
  /** The exact text that was hashed. */
  readonly snapshot: string;
  readonly sha256: string;
  readonly postedAt: Instant;
  readonly postedBy: string;
  /** Where it was put up besides this site. */
  readonly putUpAt: readonly string[];
  readonly isLate: boolean;
  readonly lateReason: string;
  readonly changes: readonly Change[];
}

export type ChangedField = 'order' | keyof SnapshotMeeting | keyof SnapshotItem;

/** One difference from the version before. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'meeting';
  readonly itemId: string | null;
  /** The item's title; null where the meeting itself changed. */
  readonly title: LocalText | null;
  readonly fields: readonly ChangedField[];
}

export const newestOf = (postings: readonly Posting[]): Posting | undefined => [...postings].sort((a, b) => b.number - a.number)[0];

/** Whether a posting tells of this meeting as it stands: the same kind at the same moment. */
export const tellsOf = (posting: Posting, meeting: Meeting): boolean =>
  posting.content.meeting.startsAt === meeting.startsAt && posting.content.meeting.kind === meeting.kind;

/** The newest posting that was made in time for the meeting as it stands; undefined: the meeting takes no action. */
export const postingInTime = (meeting: Meeting, postings: readonly Posting[], hours: NoticeHours): Posting | undefined =>
  [...postings]
    .sort((a, b) => b.number - a.number)
    .find((posting) => !posting.isLate && tellsOf(posting, meeting) && isInTime(meeting, posting.postedAt, hours));

/** Whether a line of the posting in time stands in its consent group, and still does so on the desk. */
export const isPostedAsConsent = (
  item: Pick<AgendaItem, 'id' | 'isAction' | 'isInformationOnly' | 'isConsent'>,
  posting: Posting | undefined,
): boolean =>
  itemMayTakeAction(item, posting) && item.isConsent && posting?.content.items.find(({ id }) => id === item.id)?.isConsent === true;

/** Items that stand on a posting. */
export const itemIdsOn = (posting: Posting | undefined): ReadonlySet<string> =>
  new Set(posting === undefined ? [] : posting.content.items.map((item) => item.id));

/** Whether the meeting may decide this item: posted in time as an action item (54954.2(b)). */
export function itemMayTakeAction(item: Pick<AgendaItem, 'id' | 'isAction' | 'isInformationOnly'>, posting: Posting | undefined): boolean {
  if (posting === undefined || item.isInformationOnly || !item.isAction) return false;
  const posted = posting.content.items.find(({ id }) => id === item.id);
  return posted !== undefined && posted.isAction && !posted.isInformationOnly && kindTakesAction(posting.content.meeting.kind);
}
