import { sha256 } from '../../lib/secret';
import type { Instant } from '../../lib/time';
import { isInTime, type Meeting, type NoticeHours } from '../meetings';
import { isFixed, timetable, type AgendaItem } from './agenda-item';
import { lint, type Finding } from './agenda-lint';
import { differences } from './differences';
import type { Attachment } from './attachment';
import { newestOf, postingInTime, tellsOf, type Change, type Posting } from './posting';
import { canonicalJson, snapshotItem, snapshotMeeting, type Snapshot } from './snapshot';

/** The agenda as it stands on the desk. */
export interface Desk {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  /** The papers of the items, without those taken off. */
  readonly attachments: readonly Attachment[];
  /** All versions. */
  readonly postings: readonly Posting[];
  readonly hours: NoticeHours;
}

export interface DeskTexts {
  /** Parts (`title`, `text`) of each item whose Spanish is older than the English, by the item's id. */
  readonly olderSpanish: ReadonlyMap<string, readonly string[]>;
}

export type PostingDecision =
  | { readonly kind: 'missing'; readonly findings: readonly Finding[] }
  | { readonly kind: 'late' }
  | { readonly kind: 'nothingNew' }
  | { readonly kind: 'post'; readonly isLate: boolean; readonly lateReason: string; readonly changes: readonly Change[] };

/**
 * The desk with each item marked as it would stand if posted at this moment: after the deadline whatever is not on a
 * version posted in time is information only.
 */
export function asOf(desk: Desk, at: Instant): Desk {
  const { meeting, items, postings, hours } = desk;
  if (isInTime(meeting, at, hours)) return { ...desk, items: items.map((item) => ({ ...item, isInformationOnly: false })) };
  const posted = postingInTime(meeting, postings, hours)?.content.items ?? [];
  const mayDecide = new Set(posted.filter(({ isInformationOnly }) => !isInformationOnly).map(({ id }) => id));
  return { ...desk, items: items.map((item) => ({ ...item, isInformationOnly: !isFixed(item) && !mayDecide.has(item.id) })) };
}

type DeskContent = Pick<Desk, 'meeting' | 'items' | 'attachments'>;

/** The content a version would freeze now. */
export const contentOf = ({ meeting, items, attachments }: DeskContent): Pick<Snapshot, 'meeting' | 'items'> => ({
  meeting: snapshotMeeting(meeting),
  items: timetable(meeting, items).items.map((timed) => snapshotItem(timed, attachments)),
});

/** A short proof of what the poster saw, so that nobody posts words another has just changed. */
export const seenOf = (desk: DeskContent): string => sha256(canonicalJson(contentOf(desk))).slice(0, 24);

/** Changes since the newest version; for the first version there are none to tell. */
export function pendingChanges(desk: Desk): readonly Change[] {
  const newest = newestOf(desk.postings);
  return newest === undefined ? [] : differences(newest.content, contentOf(desk));
}

/**
 * Whether the agenda may go up at this moment. In time, or once it was in time: yes. Too late: only with a recorded
 * reason, and then the meeting takes no action.
 */
export function decidePosting(desk: Desk, at: Instant, lateReason: string): PostingDecision {
  const { meeting, items, postings, hours } = desk;
  const findings = lint(meeting, items).filter(({ isMissing }) => isMissing);
  if (findings.length > 0) return { kind: 'missing', findings };
  const changes = pendingChanges(desk);
  if (postings.length > 0 && changes.length === 0) return { kind: 'nothingNew' };
  const wasInTime = isInTime(meeting, at, hours) || postingInTime(meeting, postings, hours) !== undefined;
  if (wasInTime) return { kind: 'post', isLate: false, lateReason: '', changes };
  const reason = lateReason === '' ? reasonBefore(desk) : lateReason;
  return reason === '' ? { kind: 'late' } : { kind: 'post', isLate: true, lateReason: reason, changes };
}

/** The reason of a late posting of the same meeting: it serves for later versions too. */
function reasonBefore({ meeting, postings }: Desk): string {
  const newest = newestOf(postings);
  return newest !== undefined && newest.isLate && tellsOf(newest, meeting) ? newest.lateReason : '';
}

interface Frozen {
  readonly id: string;
  readonly at: Instant;
  readonly postedBy: string;
  readonly postedAs: string;
  readonly putUpAt: readonly string[];
  readonly collaborative: Snapshot['collaborative'];
}

/** Freezes the next version: its snapshot as canonical JSON, and the SHA-256 of those bytes. */
export function freeze(desk: Desk, decision: Extract<PostingDecision, { kind: 'post' }>, frozen: Frozen): Posting {
  const newest = newestOf(desk.postings);
  const { id, at, postedBy, postedAs, putUpAt, collaborative } = frozen;
  const number = (newest?.number ?? 0) + 1;
  const content: Snapshot = {
    format: 1,
    number,
    postedAt: at,
    postedAs,
    putUpAt,
    previous: newest?.sha256 ?? null,
    collaborative,
    ...contentOf(desk),
  };
  const snapshot = canonicalJson(content);
  const { isLate, lateReason, changes } = decision;
  const { id: meetingId } = desk.meeting;
  return {
    id,
    meetingId,
    number,
    content,
    snapshot,
    sha256: sha256(snapshot),
    postedAt: at,
    postedBy,
    putUpAt,
    isLate,
    lateReason,
    changes,
  };
}

/** After the deadline the title of an item posted in time stands, and nothing becomes an action item any more. */
export function isFrozen(desk: Desk, item: AgendaItem, at: Instant): boolean {
  const posting = postingInTime(desk.meeting, desk.postings, desk.hours);
  return posting !== undefined && !isInTime(desk.meeting, at, desk.hours) && posting.content.items.some(({ id }) => id === item.id);
}
