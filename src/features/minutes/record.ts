import type { LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';
import type { AgendaItem, ItemKind, ItemOutcome } from '../agendas';
import {
  isAbout,
  wordsBefore,
  type AttendanceStatus,
  type ExceptionStatus,
  type ExceptionWithVotes,
  type MotionStatus,
  type MotionWithVotes,
  type MovementKind,
  type Quorum,
  type QuorumSpan,
  type SessionRecord,
  type VoteChoice,
} from '../in-session';
import type { Meeting, MeetingKind } from '../meetings';
import type { MinutesText } from './minutes';

/** What minutes freeze: names of members, never an address or a telephone number (domain.md 11). */
export interface MinutesRecord {
  readonly format: 1;
  readonly meeting: {
    readonly id: string;
    readonly kind: MeetingKind;
    readonly title: LocalText;
    readonly startsAt: Instant;
    readonly place: string;
    readonly begunAt: Instant | null;
    readonly adjournedAt: Instant | null;
  };
  readonly attendance: readonly AttendanceLine[];
  readonly movements: readonly { readonly name: string; readonly kind: MovementKind; readonly at: Instant }[];
  readonly quorum: RecordQuorum;
  /** Each body of a joint meeting with its own quorum; left out where one body met. */
  readonly bodies?: readonly (RecordQuorum & { readonly area: LocalText })[];
  /** How many of the public spoke, and were not there when called; left out in records made before this was counted. */
  readonly speakers?: SessionRecord['speakers'];
  /** What was put forward off the posted agenda, with its votes; left out where nothing was. */
  readonly exceptions?: readonly RecordException[];
  readonly items: readonly RecordItem[];
}

interface RecordQuorum {
  readonly seats: number;
  readonly needed: number;
  readonly spans: readonly QuorumSpan[];
}

export interface AttendanceLine {
  readonly name: string;
  readonly status: AttendanceStatus;
  /** Of those who took part from afar (54953.8.3); other reasons are private. */
  readonly remoteReason: string;
}

export interface RecordItem {
  readonly id: string;
  readonly number: number;
  readonly kind: ItemKind;
  readonly title: LocalText;
  readonly isAction: boolean;
  /** Who asked to take it out of the consent group; left out where nobody did. */
  readonly takenOutBy?: string;
  readonly outcome: ItemOutcome | null;
  readonly outcomeWords: string;
  readonly motions: readonly RecordMotion[];
  readonly actionItems: readonly { readonly text: string; readonly owner: string | null; readonly dueOn: CalendarDate | null }[];
}

export interface RecordException {
  readonly title: LocalText;
  readonly why: string;
  readonly status: ExceptionStatus;
  readonly regimes: ExceptionWithVotes['regimes'];
  /** The line that was added when it carried. */
  readonly itemId: string | null;
  readonly decidedAt: Instant | null;
  readonly votes: readonly RecordVote[];
}

export interface RecordVote {
  readonly name: string;
  readonly choice: VoteChoice;
  /** Why they stepped aside; left out where nothing was said. */
  readonly reason?: string;
}

export interface RecordMotion {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  /** What it said before its mover changed it, the oldest first; left out where nothing was changed. */
  readonly before?: readonly string[];
  readonly mover: string;
  /** Null where nobody seconded it. */
  readonly seconder: string | null;
  readonly status: MotionStatus;
  readonly decidedAt: Instant | null;
  /** Numbers of the items it decided together; left out where it decided one. */
  readonly together?: readonly number[];
  readonly votes: readonly RecordVote[];
}

interface Sources {
  readonly meeting: Meeting;
  readonly items: readonly AgendaItem[];
  readonly session: SessionRecord;
}

/** The record of a meeting from what was noted in it. What was withdrawn or dropped is left as it was: dropped tasks are not minuted. */
export function compileRecord({ meeting, items, session }: Sources): MinutesRecord {
  const names = new Map(session.attendance.map(({ membershipId, name }) => [membershipId, name]));
  const nameOf = (membershipId: string): string => names.get(membershipId) ?? '';
  const { id, kind, title, startsAt, place, inSessionAt, adjournedAt } = meeting;
  const quorumIn = ({ seats, needed, spans }: Quorum): RecordQuorum => ({
    seats,
    needed,
    spans: spans.map(({ from, to }) => ({ from, to: to ?? adjournedAt })),
  });
  const bodies = session.bodies.map(({ collaborative, quorum }) => ({ area: collaborative.area, ...quorumIn(quorum) }));
  return {
    format: 1,
    meeting: { id, kind, title, startsAt, place, begunAt: inSessionAt, adjournedAt },
    attendance: session.attendance.map(({ name, status, reason }) => ({
      name,
      status,
      remoteReason: status === 'remote' ? reason : '',
    })),
    movements: session.movements.map((movement) => ({ name: nameOf(movement.membershipId), kind: movement.kind, at: movement.at })),
    quorum: quorumIn(session.quorum),
    ...(bodies.length === 0 ? {} : { bodies }),
    speakers: session.speakers,
    ...(session.exceptions.length === 0 ? {} : { exceptions: session.exceptions.map((exception) => recordException(exception, nameOf)) }),
    items: items.map((item) => recordItem(item, items, session, nameOf)),
  };
}

/** The first words of the minutes: the notes taken under each item. */
export const firstWords = ({ items, session }: Pick<Sources, 'items' | 'session'>): MinutesText => {
  const notes = new Map(session.notes.map(({ itemId, text }) => [itemId, text]));
  return { opening: '', items: Object.fromEntries(items.map(({ id }) => [id, notes.get(id) ?? ''])), closing: '' };
};

function recordItem(
  item: AgendaItem,
  items: readonly AgendaItem[],
  session: SessionRecord,
  nameOf: (membershipId: string) => string,
): RecordItem {
  const people = new Map(session.attendance.map(({ personId, name }) => [personId, name]));
  const { id, place, kind, title, isAction, outcome, outcomeWords } = item;
  const takenOut = session.takenOut.find(({ itemId }) => itemId === id);
  return {
    id,
    number: place,
    kind,
    title,
    isAction,
    ...(takenOut === undefined ? {} : { takenOutBy: nameOf(takenOut.membershipId) }),
    outcome,
    outcomeWords,
    motions: session.motions
      .filter((motion) => isAbout(motion, id))
      .map((motion) => ({ ...recordMotion(motion, wordsBefore(session.wordings, motion.id), nameOf), ...togetherIn(motion, items) })),
    actionItems: session.actionItems
      .filter((task) => task.itemId === id && task.status !== 'dropped')
      .map(({ text, ownerId, dueOn }) => ({ text, dueOn, owner: ownerId === null ? null : (people.get(ownerId) ?? null) })),
  };
}

function togetherIn(motion: MotionWithVotes, items: readonly AgendaItem[]): Pick<RecordMotion, 'together'> {
  const together = items.filter(({ id }) => isAbout(motion, id)).map(({ place }) => place);
  return together.length > 1 ? { together } : {};
}

function recordMotion(motion: MotionWithVotes, before: readonly string[], nameOf: (membershipId: string) => string): RecordMotion {
  const { id, number, text, moverId, seconderId, status, decidedAt, votes } = motion;
  return {
    id,
    number,
    text,
    ...(before.length === 0 ? {} : { before }),
    mover: nameOf(moverId),
    seconder: seconderId === null ? null : nameOf(seconderId),
    status,
    decidedAt,
    votes: recordVotes(votes, nameOf),
  };
}

const recordVotes = (votes: MotionWithVotes['votes'], nameOf: (membershipId: string) => string): RecordVote[] =>
  votes
    .map(({ membershipId, choice, reason }) => ({ name: nameOf(membershipId), choice, ...(reason === '' ? {} : { reason }) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));

function recordException(exception: ExceptionWithVotes, nameOf: (membershipId: string) => string): RecordException {
  const { title, why, status, regimes, itemId, decidedAt, votes } = exception;
  return { title, why, status, regimes, itemId, decidedAt, votes: recordVotes(votes, nameOf) };
}
