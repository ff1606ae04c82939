import type { Db } from '../../db/database';
import { inLocale } from '../../lib/local-text';
import { dateOf } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import { listSpeakers, speakerCounts } from '../comments';
import { listSeats, listVotingMembers, type Member } from '../membership';
import { asOne, getMeeting, isJoint, listBodies, type Meeting } from '../meetings';
import { findPostingInTime, itemMayTakeAction, type AgendaItem } from '../agendas';
import type { ActionItem } from './action-item';
import type { TakenOut } from './consent';
import { listTakenOut } from './consent.queries';
import { presenceOf, type Attendance } from './attendance';
import { listAttendance, listMovements, listNamedAttendance, type AttendanceWithName } from './attendance.queries';
import type { ExceptionWithVotes } from './exception';
import { isByException, listExceptions } from './exception.queries';
import { listActionItems, listNotes, type ItemNote } from './item.queries';
import type { Floor, MotionWithVotes, VotingBody } from './motion';
import { listMotions } from './motion.queries';
import type { Wording } from './wording';
import { listWordings } from './wording.queries';
import { jointQuorum, presentNow, quorumOf, type Movement, type Presence, type Quorum } from './quorum';

/** One body of a meeting: its own voters, roll call and quorum. */
export interface SessionBody {
  readonly collaborative: Collaborative;
  readonly voters: readonly Member[];
  readonly quorum: Quorum;
}

/** A meeting as it stands on the floor: who may vote that day, who is there, whether there are enough. */
export interface Session {
  readonly meeting: Meeting;
  /** Of a joint meeting: all bodies as one. */
  readonly collaborative: Collaborative;
  /** One, or each body of a joint meeting. */
  readonly bodies: readonly SessionBody[];
  /** The voting members of the meeting's date, by body and name. */
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
  const attendance = await listAttendance(db, meetingId);
  const movements = await listMovements(db, meetingId);
  const [host, ...others] = await listBodies(db, meeting);
  const bodies: [SessionBody, ...SessionBody[]] = [await sessionBody(db, meeting, host, { attendance, movements })];
  for (const other of others) bodies.push(await sessionBody(db, meeting, other, { attendance, movements }));
  const voters = bodies.flatMap((body) => body.voters);
  const presence = presenceOf(idsOf(voters), attendance, movements);
  const quorum = jointQuorum([bodies[0].quorum, ...bodies.slice(1).map((body) => body.quorum)]);
  const collaborative = asOne(host, others);
  return { meeting, collaborative, bodies, voters, attendance, movements, presence, present: presentNow(presence), quorum };
}

type Roll = Pick<Session, 'attendance' | 'movements'>;

async function sessionBody(db: Db, meeting: Meeting, collaborative: Collaborative, { attendance, movements }: Roll): Promise<SessionBody> {
  const voters = await votersOf(db, meeting, collaborative);
  const presence = presenceOf(idsOf(voters), attendance, movements);
  const quorum = quorumOf(presence, await seatsCounted(db, meeting, collaborative, voters.length));
  return { collaborative, voters: isJoint(meeting) ? voters.map((voter) => ofArea(voter, collaborative)) : voters, quorum };
}

const idsOf = (voters: readonly Member[]): string[] => voters.map(({ membershipId }) => membershipId);

/** In a joint meeting a name says which body it sits in: who sits in two answers for each. */
const ofArea = <Named extends { readonly name: string }>(named: Named, { area }: Collaborative): Named => ({
  ...named,
  name: `${named.name} (${inLocale(area, 'en')})`,
});

/** What must hold for an item to be decided, as it stands now. */
export async function floorOf(db: Db, session: Session, item: AgendaItem): Promise<Floor> {
  const posting = await findPostingInTime(db, session.meeting.id);
  return {
    hasQuorum: session.quorum.isMet,
    mayTakeAction: itemMayTakeAction(item, posting) || (posting !== undefined && (await isByException(db, item.id))),
    present: session.present,
    bodies: session.bodies.map(votingBody),
  };
}

/** A body as it votes. */
export const votingBody = ({ collaborative, voters }: SessionBody): VotingBody => ({
  voters: new Set(idsOf(voters)),
  rule: collaborative.settings.motionRule,
  regime: collaborative.regime,
});

/** All that a meeting left behind: the raw material of its minutes. */
export interface SessionRecord {
  readonly attendance: readonly AttendanceWithName[];
  readonly movements: readonly Movement[];
  readonly quorum: Quorum;
  /** Each body of a joint meeting with its own quorum; empty where one body meets. */
  readonly bodies: readonly SessionBody[];
  readonly motions: readonly MotionWithVotes[];
  /** What the motions said before they were changed. */
  readonly wordings: readonly Wording[];
  /** What was put forward off the posted agenda. */
  readonly exceptions: readonly ExceptionWithVotes[];
  /** Items that members asked to take out of the consent group. */
  readonly takenOut: readonly TakenOut[];
  readonly actionItems: readonly ActionItem[];
  readonly notes: readonly ItemNote[];
  /** How many of the public spoke, and how many were not there when called. */
  readonly speakers: { readonly spoke: number; readonly absent: number };
}

/** The record of a meeting. */
export async function sessionRecord(db: Db, meetingId: string): Promise<SessionRecord> {
  const { meeting, quorum, bodies, movements } = await loadSession(db, meetingId);
  const attendance = await listNamedAttendance(db, meetingId);
  return {
    attendance: isJoint(meeting) ? attendance.map((line) => inBody(line, bodies)) : attendance,
    movements,
    quorum,
    bodies: isJoint(meeting) ? bodies : [],
    motions: await listMotions(db, meetingId),
    wordings: await listWordings(db, meetingId),
    exceptions: await listExceptions(db, meetingId),
    takenOut: await listTakenOut(db, meetingId),
    actionItems: await listActionItems(db, meetingId),
    notes: await listNotes(db, meetingId),
    speakers: speakerCounts(await listSpeakers(db, meetingId)),
  };
}

function inBody(line: AttendanceWithName, bodies: readonly SessionBody[]): AttendanceWithName {
  const body = bodies.find(({ voters }) => idsOf(voters).includes(line.membershipId));
  return body === undefined ? line : ofArea(line, body.collaborative);
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
