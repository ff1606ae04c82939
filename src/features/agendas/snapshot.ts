import type { FileKind } from '../../files/file-kind';
import type { LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Meeting } from '../meetings';
import type { ItemKind, ItemPurpose, TimedItem } from './agenda-item';
import type { Attachment } from './attachment';

/** What a posting freezes: all that the public agenda says. */
export interface Snapshot {
  readonly format: 1;
  readonly number: number;
  readonly postedAt: Instant;
  /** The capacity in which it was posted; no name. */
  readonly postedAs: string;
  readonly putUpAt: readonly string[];
  /** Hash of the version before; null for the first. */
  readonly previous: string | null;
  readonly collaborative: { readonly slug: string; readonly name: LocalText };
  readonly meeting: SnapshotMeeting;
  readonly items: readonly SnapshotItem[];
}

export interface SnapshotMeeting {
  readonly id: string;
  readonly kind: Meeting['kind'];
  readonly kindReason: string;
  readonly title: LocalText;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string;
  readonly address: string;
  readonly room: string;
  readonly remoteUrl: string;
  readonly remotePhone: string;
  readonly interpretation: string;
  readonly accessContact: string;
  readonly accessAskBy: CalendarDate | null;
  readonly papersAddress: string;
}

export interface SnapshotItem {
  readonly id: string;
  readonly number: number;
  readonly kind: ItemKind;
  readonly title: LocalText;
  readonly purpose: ItemPurpose;
  readonly presenter: string;
  readonly minutes: number;
  readonly text: LocalText;
  readonly isAction: boolean;
  readonly isInformationOnly: boolean;
  readonly addedAt: Instant;
  readonly startsAt: Instant;
  /** In the consent group; left out where it is not. */
  readonly isConsent?: true;
  /** The advisory note it is about; left out where there is none. */
  readonly noteId?: string;
  /** The priority it serves, in its words as of the posting; left out where there is none. */
  readonly priority?: { readonly id: string; readonly title: LocalText };
  /** The earlier meeting whose line it takes up again; left out for a new line. */
  readonly carriedFrom?: { readonly meetingId: string; readonly startsAt: Instant };
  /** Its papers; left out where there are none. */
  readonly attachments?: readonly SnapshotAttachment[];
}

export interface SnapshotAttachment {
  readonly id: string;
  readonly title: LocalText;
  readonly name: string;
  readonly format: FileKind;
  readonly bytes: number;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly addedAt: Instant;
}

/** The meeting's part of a snapshot. */
export const snapshotMeeting = (meeting: Meeting): SnapshotMeeting => ({
  id: meeting.id,
  kind: meeting.kind,
  kindReason: meeting.kindReason,
  title: meeting.title,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  address: meeting.address,
  room: meeting.room,
  remoteUrl: meeting.remoteUrl,
  remotePhone: meeting.remotePhone,
  interpretation: meeting.interpretation,
  accessContact: meeting.accessContact,
  accessAskBy: meeting.accessAskBy,
  papersAddress: meeting.papersAddress,
});

/** An item's part of a snapshot, with those of the papers that are its own. */
export const snapshotItem = ({ item, startsAt }: TimedItem, papers: readonly Attachment[]): SnapshotItem => ({
  id: item.id,
  number: item.place,
  kind: item.kind,
  title: item.title,
  purpose: item.purpose,
  presenter: item.presenter,
  minutes: item.minutes,
  text: item.text,
  isAction: item.isAction,
  isInformationOnly: item.isInformationOnly,
  addedAt: item.addedAt,
  startsAt,
  ...(item.isConsent && item.isAction && !item.isInformationOnly ? { isConsent: true as const } : {}),
  ...(item.noteId === null ? {} : { noteId: item.noteId }),
  ...(item.priority === null ? {} : { priority: { id: item.priority.id, title: item.priority.title } }),
  ...(item.carriedFrom === null ? {} : { carriedFrom: { meetingId: item.carriedFrom.meetingId, startsAt: item.carriedFrom.startsAt } }),
  ...attachmentsOf(papers.filter(({ itemId }) => itemId === item.id)),
});

const attachmentsOf = (papers: readonly Attachment[]): Pick<SnapshotItem, 'attachments'> =>
  papers.length === 0
    ? {}
    : {
        attachments: papers.map(({ id, title, name, kind, bytes, sha256, addedAt }) => ({
          id,
          title,
          name,
          format: kind,
          bytes,
          sha256,
          addedAt,
        })),
      };

/**
 * Canonical JSON, so that anyone can make the same bytes: the names of every object in code point order, no blanks
 * outside texts, texts and numbers as ECMAScript's JSON.stringify writes them, in UTF-8 without a mark or a last line break.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${canonicalJson(entry)}`).join(',')}}`;
}
