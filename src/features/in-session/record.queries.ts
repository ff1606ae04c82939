import type { Db } from '../../db/database';
import { dateOf } from '../../lib/time';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { listSpeakers, speakerCounts } from '../comments';
import { listSeats, listVotingMembers, type Member } from '../membership';
import { getMeeting, type Meeting } from '../meetings';
import { findPostingInTime, itemMayTakeAction, type AgendaItem } from '../agendas';
import type { ActionItem } from './action-item';
import { presenceOf, type Attendance } from './attendance';
import { listAttendance, listMovements, listNamedAttendance, type AttendanceWithName } from './attendance.queries';
import { listActionItems, listNotes, type ItemNote } from './item.queries';
import type { Floor, MotionWithVotes } from './motion';
import { listMotions } from './motion.queries';
import { presentNow, quorumOf, type Movement, type Presence, type Quorum } from './quorum';

/** A meeting as it stands on the floor: who may vote that day, who is there, whether there are enough. */
export interface Session {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  /** The voting members of the meeting's date, by name. */
  readonly voters: readonly Member[];
  readonly attendance: readonly Attendance[];
  readonly movements: readonly Movement[];
  readonly presence: Presence;
  readonly present: ReadonlySet<string>;
  readonly quorum: Quorum;
}

/** Reads a session: a fixed number of queries, whatever the number of members and movements. */
export async function loadSession(db: Db, meetingId: string): Promise<Session> {
  const meeting = await getMeeting(db, meetingId);
  const collaborative = await getCollaborative(db, meeting.collaborativeId);
  const voters = await votersOf(db, meeting, collaborative);
  const attendance = await listAttendance(db, meetingId);
  const movements = await listMovements(db, meetingId);
  const presence = presenceOf(
    voters.map(({ membershipId }) => membershipId),
    attendance,
    movements,
  );
  const quorum = quorumOf(presence, await seatsCounted(db, meeting, collaborative, voters.length));
  return { meeting, collaborative, voters, attendance, movements, presence, present: presentNow(presence), quorum };
}

/** What must hold for an item to be decided, as it stands now. */
export async function floorOf(db: Db, session: Session, item: AgendaItem): Promise<Floor> {
  const posting = await findPostingInTime(db, session.meeting.id);
  return {
    hasQuorum: session.quorum.isMet,
    mayTakeAction: itemMayTakeAction(item, posting),
    present: session.present,
    rule: session.collaborative.settings.motionRule,
  };
}

/** All that a meeting left behind: the raw material of its minutes. */
export interface SessionRecord {
  readonly attendance: readonly AttendanceWithName[];
  readonly movements: readonly Movement[];
  readonly quorum: Quorum;
  readonly motions: readonly MotionWithVotes[];
  readonly actionItems: readonly ActionItem[];
  readonly notes: readonly ItemNote[];
  /** How many of the public spoke, and how many were not there when called. */
  readonly speakers: { readonly spoke: number; readonly absent: number };
}

/** The record of a meeting. */
export async function sessionRecord(db: Db, meetingId: string): Promise<SessionRecord> {
  const { quorum, movements } = await loadSession(db, meetingId);
  return {
    attendance: await listNamedAttendance(db, meetingId),
    movements,
    quorum,
    motions: await listMotions(db, meetingId),
    actionItems: await listActionItems(db, meetingId),
    notes: await listNotes(db, meetingId),
    speakers: speakerCounts(await listSpeakers(db, meetingId)),
  };
}

async function votersOf(db: Db, meeting: Meeting, { id, settings }: Collaborative): Promise<Member[]> {
  const voters = await listVotingMembers(db, id, dateOf(meeting.startsAt), settings.holdoverVotes);
  return voters.sort((a, b) => a.name.localeCompare(b.name, 'en') || a.membershipId.localeCompare(b.membershipId));
}

/** Filled voting seats without those on leave, or all voting seats where the collaborative's rule says so. */
async function seatsCounted(db: Db, meeting: Meeting, { id, settings }: Collaborative, filled: number): Promise<number> {
  if (settings.quorum === 'majority_of_filled') return filled;
  const seats = await listSeats(db, id, dateOf(meeting.startsAt), settings.endingWithinDays);
  return seats.filter(({ isVoting }) => isVoting).length;
}
