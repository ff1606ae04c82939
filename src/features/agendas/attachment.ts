import type { FileKind } from '../../files/file-kind';
import type { LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { isInTime, type Meeting, type NoticeHours } from '../meetings';
import { newestOf, type Posting } from './posting';

/** Whether a screen reader can read it, as the one who added it says. */
export const readabilities = ['yes', 'no', 'unsure'] as const;
export type Readability = (typeof readabilities)[number];

/** A paper that belongs to an agenda item. */
export interface Attachment {
  readonly id: string;
  readonly meetingId: string;
  readonly itemId: string;
  readonly title: LocalText;
  /** File name, for show and for saving under. */
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** Of the file's bytes; it lies under this name. */
  readonly sha256: string;
  readonly readable: Readability;
  readonly addedAt: Instant;
  readonly addedBy: string;
  /** Set when it went up at once, without a new version; else it waits for the next posting. */
  readonly publishedAt: Instant | null;
  readonly removedAt: Instant | null;
}

/** All papers of one meeting together, in bytes. */
export const mostBytes = 100_000_000;

/** Whether one more file still fits. */
export const hasRoom = (present: readonly Attachment[], bytes: number): boolean =>
  present.filter(({ removedAt }) => removedAt === null).reduce((sum, attachment) => sum + attachment.bytes, bytes) <= mostBytes;

interface Agenda {
  readonly meeting: Meeting;
  readonly postings: readonly Posting[];
  readonly hours: NoticeHours;
}

/** A paper for a posted item that comes after the posting deadline goes up at once, with its time (54957.5; domain.md 9). */
export const goesUpAtOnce = ({ meeting, postings, hours }: Agenda, itemId: string, at: Instant): boolean =>
  !isInTime(meeting, at, hours) && (newestOf(postings)?.content.items ?? []).some(({ id }) => id === itemId);

/** Whether a version that was posted names it. */
export const isOnVersion = ({ id }: Pick<Attachment, 'id'>, { content }: Posting): boolean =>
  content.items.some(({ attachments = [] }) => attachments.some((attachment) => attachment.id === id));

/** Whether the public has been shown it. */
export const wasPublic = (attachment: Attachment, postings: readonly Posting[]): boolean =>
  attachment.publishedAt !== null || postings.some((posting) => isOnVersion(attachment, posting));

/** Whether anyone may read it now: shown, and not taken off since. */
export const isForAll = (attachment: Attachment, postings: readonly Posting[]): boolean =>
  attachment.removedAt === null && wasPublic(attachment, postings);
