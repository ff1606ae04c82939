import './tables';
import { toBoolean, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { plusDays, startOfDay, type CalendarDate } from '../../lib/time';
import { onLeave } from './leave.queries';
import { standingOn } from './membership';
import { bySeatUrgency, seatStatus, type Holder, type Seat, type SeatWithHolder, type Successor } from './seat';
import type { MembershipRow, SeatRow } from './tables';
import { shownName } from './shown-name.queries';

type HolderRow = MembershipRow & { readonly name: string; readonly leave_id: string | null };

/**
 * The seats of a collaborative (of all with null) as they stand at the end of a day up to today, vacancies first. Three
 * queries. `endingWithinDays` is the collaborative's setting.
 */
export async function listSeats(
  db: Db,
  collaborativeId: string | null,
  today: CalendarDate,
  endingWithinDays = 90,
): Promise<SeatWithHolder[]> {
  const seats = await seatsOn(db, collaborativeId, today);
  const holders = await membershipsOf(db, collaborativeId, today);
  const offered = new Set(await offeredSeats(db, collaborativeId, today));
  return seats
    .map((row) => {
      const own = holders.filter(({ seat_id: seatId }) => seatId === row.id);
      const holder = holderAmong(own, today);
      const successor = successorAmong(own, today);
      const isOffered = offered.has(row.id);
      const status = seatStatus({ holder, hasSuccessor: successor !== null, isOffered }, today, endingWithinDays);
      return { ...toSeat(row), holder, successor, isOffered, status };
    })
    .sort(bySeatUrgency);
}

export async function getSeat(db: Db, id: string): Promise<Seat> {
  const row = await db('seats').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toSeat(row);
}

/** Adds a seat and answers it. */
export async function insertSeat(tx: Pick<Deps, 'db' | 'newId'>, wanted: Omit<Seat, 'id'>): Promise<Seat> {
  const seat: Seat = { ...wanted, id: tx.newId() };
  await tx.db('seats').insert({
    id: seat.id,
    collaborative_id: seat.collaborativeId,
    code: seat.code,
    constituency: seat.constituency,
    is_voting: seat.isVoting,
    takes_applications: seat.takesApplications,
    term_years: seat.termYears,
    starts_on: seat.startsOn,
    ends_on: seat.endsOn,
  });
  return seat;
}

const seatsOn = (db: Db, collaborativeId: string | null, today: CalendarDate): Promise<SeatRow[]> =>
  db('seats')
    .modify((query) => {
      if (collaborativeId !== null) void query.where('collaborative_id', collaborativeId);
    })
    .where('starts_on', '<=', today)
    .where((ends) => void ends.whereNull('ends_on').orWhere('ends_on', '>=', today))
    .orderBy(['collaborative_id', 'code'])
    .select<SeatRow[]>('*');

const membershipsOf = (db: Db, collaborativeId: string | null, today: CalendarDate): Promise<HolderRow[]> =>
  db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('people', 'people.id', 'memberships.person_id')
    .modify((query) => {
      if (collaborativeId !== null) void query.where('seats.collaborative_id', collaborativeId);
    })
    .leftJoin('membership_leaves', onLeave(today))
    .where((ends) => void ends.whereNull('memberships.ended_on').orWhere('memberships.ended_on', '>=', today))
    .where((accepted) => void accepted.whereNull('memberships.accepted_on').orWhere('memberships.accepted_on', '<=', today))
    .orderBy('memberships.term_starts_on')
    .select('memberships.*', { name: shownName(db), leave_id: 'membership_leaves.id' });

/** Seats with an offer that was out at the end of that day. */
const offeredSeats = (db: Db, collaborativeId: string | null, date: CalendarDate): Promise<string[]> =>
  db('offers')
    .join('seats', 'seats.id', 'offers.seat_id')
    .modify((query) => {
      if (collaborativeId !== null) void query.where('seats.collaborative_id', collaborativeId);
    })
    .where('offers.offered_at', '<', startOfDay(plusDays(date, 1)))
    .where((open) => {
      void open
        .where('offers.status', 'open')
        .orWhereRaw('coalesce(offers.answered_at, offers.answer_by) >= ?', startOfDay(plusDays(date, 1)));
    })
    .pluck('offers.seat_id');

function holderAmong(rows: readonly HolderRow[], today: CalendarDate): Holder | null {
  for (const row of rows) {
    const standing = standingOn(datesOf(row), today, row.leave_id !== null);
    if (standing !== null) return { ...successorOf(row), status: standing };
  }
  return null;
}

/** Somebody who had accepted by that day and did not sit yet. */
const successorAmong = (rows: readonly HolderRow[], today: CalendarDate): Successor | null => {
  const row = rows.find(({ status, started_on: startedOn }) => (startedOn === null ? status === 'pending' : startedOn > today));
  return row === undefined ? null : successorOf(row);
};

const successorOf = (row: HolderRow): Successor => ({
  membershipId: row.id,
  personId: row.person_id,
  name: row.name,
  termStartsOn: row.term_starts_on,
  termEndsOn: row.term_ends_on,
});

const datesOf = (row: MembershipRow) => ({ termEndsOn: row.term_ends_on, startedOn: row.started_on, endedOn: row.ended_on });

const toSeat = (row: SeatRow): Seat => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  code: row.code,
  constituency: row.constituency,
  isVoting: toBoolean(row.is_voting),
  takesApplications: toBoolean(row.takes_applications),
  termYears: row.term_years,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
});
