import type { Db } from '../../db/database';
import { toLocalText, type LocalText } from '../../lib/local-text';
import { dateOf, type Instant } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import { cycleIsOpen, statisticsArePublic, type Constituency, type CycleStatus } from '../cycles';
import { listMembers, type Member } from '../membership';
import { nextMeeting, type Meeting } from '../meetings';
import type { LastMinutes, NoteLine, OpenSeats } from './home';
import { listLatestNotes } from './home.queries';

/** All that the page of a collaborative shows beside the collaborative itself: five queries. */
export interface CollaborativePage {
  readonly collaborative: Collaborative;
  readonly members: readonly Member[];
  readonly openSeats: readonly OpenSeats[];
  /** The last cycle whose figures are public. */
  readonly lastCycle: { readonly code: string; readonly name: LocalText } | undefined;
  readonly next: Meeting | undefined;
  readonly lastMinutes: LastMinutes | undefined;
  readonly notes: readonly NoteLine[];
}

/** What anyone may read about a collaborative now. */
export async function getCollaborativePage(db: Db, collaborative: Collaborative, now: Instant): Promise<CollaborativePage> {
  const { id } = collaborative;
  return {
    collaborative,
    members: await listMembers(db, id, dateOf(now)),
    ...(await seatsOfCycles(db, id, now)),
    next: await nextMeeting(db, id, now),
    lastMinutes: await findLastMinutes(db, collaborative),
    notes: await listLatestNotes(db, 3, id),
  };
}

/** Seats that can be applied for now, by cycle and constituency, and the last cycle that is over. One query. */
async function seatsOfCycles(db: Db, collaborativeId: string, now: Instant): Promise<Pick<CollaborativePage, 'openSeats' | 'lastCycle'>> {
  const rows = await db('seats_on_offer')
    .join('seats', 'seats.id', 'seats_on_offer.seat_id')
    .join('cycles', 'cycles.id', 'seats_on_offer.cycle_id')
    .where('seats.collaborative_id', collaborativeId)
    .whereIn('cycles.status', ['scheduled', 'open', 'released', 'complete'])
    .groupBy('cycles.code', 'cycles.name', 'cycles.status', 'cycles.opens_at', 'cycles.closes_at', 'seats.constituency')
    .orderBy(['cycles.closes_at', 'cycles.code', 'seats.constituency'])
    .count({ seats: '*' })
    .select('cycles.code', 'cycles.name', 'cycles.status', 'cycles.opens_at', 'cycles.closes_at', 'seats.constituency');
  const all = rows as unknown as OpenSeatsRow[];
  const last = all.filter(statisticsArePublic).at(-1);
  return {
    openSeats: all
      .filter((row) => cycleIsOpen({ status: row.status, opensAt: row.opens_at, closesAt: row.closes_at }, now))
      .map((row) => ({ cycleCode: row.code, closesAt: row.closes_at, constituency: row.constituency, count: Number(row.seats) })),
    lastCycle: last === undefined ? undefined : { code: last.code, name: toLocalText(last.name) },
  };
}

interface OpenSeatsRow {
  code: string;
  name: string;
  status: CycleStatus;
  opens_at: Instant;
  closes_at: Instant;
  constituency: Constituency;
  seats: number | string;
}

/** Drafts count where the collaborative has said that they are public; they are marked. */
async function findLastMinutes(db: Db, { id, settings }: Collaborative): Promise<LastMinutes | undefined> {
  const row = await db('minutes')
    .join('meetings', 'meetings.id', 'minutes.meeting_id')
    .where('meetings.collaborative_id', id)
    .whereIn('minutes.status', settings.draftMinutesPublic ? ['circulated', 'approved'] : ['approved'])
    .orderBy([{ column: 'meetings.starts_at', order: 'desc' }, { column: 'meetings.id' }])
    .first<{ id: string; title: string; starts_at: Instant; status: string } | undefined>(
      'meetings.id',
      'meetings.title',
      'meetings.starts_at',
      'minutes.status',
    );
  if (row === undefined) return undefined;
  return { meetingId: row.id, title: toLocalText(row.title), heldOn: dateOf(row.starts_at), isDraft: row.status !== 'approved' };
}
