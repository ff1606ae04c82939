import type { Db } from '../../db/database';
import { toBoolean } from '../../db/database';
import type { CalendarDate, Instant } from '../../lib/time';
import { cycleIsOpen, type CycleStatus } from '../cycles';
import type { Constituency } from '../membership';
import type { Opening, Sitting } from './vacancy';

interface OpeningRow {
  seat_id: string;
  code: string;
  status: CycleStatus;
  opens_at: Instant;
  closes_at: Instant;
}

/** By seat: the cycles that offer it and take applications now or will. One query. */
export async function listOpenings(db: Db, seatIds: readonly string[], now: Instant): Promise<ReadonlyMap<string, readonly Opening[]>> {
  const rows: OpeningRow[] = await db('seats_on_offer')
    .join('cycles', 'cycles.id', 'seats_on_offer.cycle_id')
    .whereIn('seats_on_offer.seat_id', [...seatIds])
    .whereIn('cycles.status', ['scheduled', 'open'])
    .where('cycles.closes_at', '>', now)
    .orderBy('cycles.opens_at')
    .select('seats_on_offer.seat_id', 'cycles.code', 'cycles.status', 'cycles.opens_at', 'cycles.closes_at');
  const bySeat = new Map<string, Opening[]>();
  for (const row of rows) bySeat.set(row.seat_id, [...(bySeat.get(row.seat_id) ?? []), openingOf(row, now)]);
  return bySeat;
}

const openingOf = (row: OpeningRow, now: Instant): Opening =>
  cycleIsOpen({ status: row.status, opensAt: row.opens_at, closesAt: row.closes_at }, now)
    ? { kind: 'open', code: row.code, closesAt: row.closes_at }
    : { kind: 'soon', code: row.code, opensAt: row.opens_at };

/** By seat: the last day anybody sat in it. One query. */
export async function listLastDays(db: Db, seatIds: readonly string[]): Promise<ReadonlyMap<string, CalendarDate>> {
  const rows: { seat_id: string; last: CalendarDate | null }[] = await db('memberships')
    .whereIn('seat_id', [...seatIds])
    .whereNotNull('started_on')
    .groupBy('seat_id')
    .select('seat_id')
    .max({ last: 'ended_on' });
  return new Map(rows.flatMap(({ seat_id: id, last }) => (last === null ? [] : [[id, last] as const])));
}

interface SittingRow {
  id: string;
  seat_id: string;
  follows_id: string | null;
  name: string;
  code: string;
  constituency: Constituency;
  is_voting: boolean | number;
  status: string;
  started_on: CalendarDate | null;
  term_starts_on: CalendarDate;
  term_ends_on: CalendarDate;
  ended_on: CalendarDate | null;
}

/** Everybody who sits, or has accepted a seat, as a forecast sees them. Two queries. */
export async function listSittings(db: Db, collaborativeId: string): Promise<Sitting[]> {
  const rows: SittingRow[] = await db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('people', 'people.id', 'memberships.person_id')
    .where('seats.collaborative_id', collaborativeId)
    .whereNot('memberships.status', 'ended')
    .orderBy(['seats.code', 'memberships.term_starts_on'])
    .select('memberships.*', 'seats.code', 'seats.constituency', 'seats.is_voting', { name: 'people.name' });
  const leaves = await db('membership_leaves')
    .whereIn(
      'membership_id',
      rows.map(({ id }) => id),
    )
    .select('membership_id', 'starts_on', 'ends_on');
  return rows.map((row) => ({
    name: row.name,
    seatCode: row.code,
    constituency: row.constituency,
    isVoting: toBoolean(row.is_voting),
    from: row.started_on ?? row.term_starts_on,
    termEndsOn: row.term_ends_on,
    endedOn: row.ended_on ?? giveWayOn(row, rows),
    leaves: leaves
      .filter(({ membership_id: id }) => id === row.id)
      .map(({ starts_on: startsOn, ends_on: endsOn }) => ({ startsOn, endsOn })),
    isFollowed: rows.some((other) => other.seat_id === row.seat_id && other.status === 'pending' && other.id !== row.id),
  }));
}

/** Who is followed by somebody sits until the day before that one begins, at the earliest to the end of the term. */
function giveWayOn(row: SittingRow, rows: readonly SittingRow[]): CalendarDate | null {
  const next = rows.find((other) => other.seat_id === row.seat_id && other.status === 'pending' && other.id !== row.id);
  return next === undefined || row.status === 'pending' ? null : row.term_ends_on;
}

/** Of these seats, those that a cycle offers already, that staff kept back in it, or that another cycle under way offers. Two queries. */
export async function listTakenSeats(db: Db, cycleId: string, seatIds: readonly string[]): Promise<ReadonlySet<string>> {
  const offered: string[] = await db('seats_on_offer')
    .join('cycles', 'cycles.id', 'seats_on_offer.cycle_id')
    .whereIn('seats_on_offer.seat_id', [...seatIds])
    .where((live) => {
      void live.where('cycles.id', cycleId).orWhereIn('cycles.status', ['scheduled', 'open', 'closed', 'in_review', 'deciding']);
    })
    .pluck('seats_on_offer.seat_id');
  const kept: string[] = await db('seats_kept_back')
    .where('cycle_id', cycleId)
    .whereIn('seat_id', [...seatIds])
    .pluck('seat_id');
  return new Set([...offered, ...kept]);
}
