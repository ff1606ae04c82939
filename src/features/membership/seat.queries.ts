import './tables';
import { toBoolean, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import { plusDays, startOfDay, type CalendarDate } from '../../lib/time';
import { onLeave } from './leave.queries';
import { standingOn } from './membership';
import { bySeatUrgency, seatStatus, usualSeat, type Holder, type NewSeat, type Seat, type SeatWithHolder, type Successor } from './seat';
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

/** The seat of a collaborative by its code. */
export async function getSeatByCode(db: Db, collaborativeId: string, code: string): Promise<Seat> {
  const row = await db('seats').where({ collaborative_id: collaborativeId, code }).first();
  if (row === undefined) throw new NotFound();
  return toSeat(row);
}

/** Adds a seat and answers it. */
export async function insertSeat(tx: Pick<Deps, 'db' | 'newId'>, wanted: NewSeat): Promise<Seat> {
  const seat: Seat = { ...usualSeat, ...wanted, id: tx.newId(), version: 1 };
  await sayingCodeTaken(() => tx.db('seats').insert({ id: seat.id, version: 1, ...columnsOf(seat) }));
  return seat;
}

/** Saves what changed and answers it with its new version; fails when somebody else saved it first. */
export async function saveSeat(db: Db, seat: Seat): Promise<Seat> {
  const { id, version } = seat;
  const saved = await sayingCodeTaken(() =>
    db('seats')
      .where({ id, version })
      .update({ ...columnsOf(seat), version: version + 1 }),
  );
  if (saved === 0) throw new Conflict();
  return { ...seat, version: version + 1 };
}

/** Every seat of a collaborative, those that are over and those to come too, by code. */
export async function listAllSeats(db: Db, collaborativeId: string): Promise<Seat[]> {
  const rows = await db('seats').where({ collaborative_id: collaborativeId }).orderBy('code').select<SeatRow[]>('*');
  return rows.map(toSeat);
}

async function sayingCodeTaken<Result>(work: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (/seats_collaborative_id_code_unique|seats\.collaborative_id, seats\.code/.test(String(error)))
      throw new Conflict('membership.errors.codeTaken');
    throw error;
  }
}

const columnsOf = (seat: Seat): Omit<SeatRow, 'id' | 'version'> => ({
  collaborative_id: seat.collaborativeId,
  code: seat.code,
  constituency: seat.constituency,
  is_voting: seat.isVoting,
  takes_applications: seat.takesApplications,
  term_years: seat.termYears,
  starts_on: seat.startsOn,
  ends_on: seat.endsOn,
  requirements: JSON.stringify(seat.requirements),
  seeds_on: seat.seedsOn,
  first_term_years: seat.firstTermYears,
  term_limit: seat.termLimit,
});

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
    if (standing !== null) return { ...successorOf(row), status: standing, leaving: leavingOf(row) };
  }
  return null;
}

const leavingOf = ({ ended_on: on, end_reason: reason }: MembershipRow): Holder['leaving'] =>
  on === null || reason === null ? null : { on, reason };

/** Somebody who had accepted by that day and did not sit yet. */
const successorAmong = (rows: readonly HolderRow[], today: CalendarDate): Successor | null => {
  const row = rows.find(({ status, started_on: startedOn, ended_on: endedOn }) =>
    startedOn === null ? status === 'pending' || (endedOn ?? '') > today : startedOn > today,
  );
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
  requirements: toLocalText(row.requirements),
  seedsOn: row.seeds_on,
  firstTermYears: row.first_term_years,
  termLimit: row.term_limit,
  version: row.version,
});
