import './tables';
import type { Db } from '../../db/database';
import { toBoolean } from '../../db/database';
import type { CalendarDate } from '../../lib/time';
import type { Constituency } from '../forms';

export interface SeatOnOffer {
  readonly id: string;
  readonly code: string;
  readonly isVoting: boolean;
}

/** The seats of one collaborative and constituency that a cycle fills. */
export interface SeatsOnOffer {
  readonly collaborativeId: string;
  readonly constituency: Constituency;
  readonly count: number;
  readonly seats: readonly SeatOnOffer[];
}

interface OfferedSeatRow {
  id: string;
  collaborative_id: string;
  code: string;
  constituency: Constituency;
  is_voting: boolean | number;
}

/** What a cycle offers, by collaborative and constituency. One query. */
export async function seatsOnOffer(db: Db, cycleId: string): Promise<SeatsOnOffer[]> {
  const rows = await db('seats_on_offer')
    .join('seats', 'seats.id', 'seats_on_offer.seat_id')
    .where('seats_on_offer.cycle_id', cycleId)
    .orderBy(['seats.collaborative_id', 'seats.constituency', 'seats.code'])
    .select<OfferedSeatRow[]>('seats.id', 'seats.collaborative_id', 'seats.code', 'seats.constituency', 'seats.is_voting');
  const groups = new Map<string, SeatsOnOffer>();
  for (const row of rows) {
    const key = `${row.collaborative_id} ${row.constituency}`;
    const seats = [...(groups.get(key)?.seats ?? []), { id: row.id, code: row.code, isVoting: toBoolean(row.is_voting) }];
    groups.set(key, { collaborativeId: row.collaborative_id, constituency: row.constituency, count: seats.length, seats });
  }
  return [...groups.values()];
}

/** How many seats each of these cycles offers. One query. */
export async function countSeatsOnOffer(db: Db, cycleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db('seats_on_offer').whereIn('cycle_id', cycleIds).groupBy('cycle_id').select('cycle_id').count({ seats: '*' });
  return new Map(rows.map((row) => [row.cycle_id, Number(row['seats'])]));
}

/** Seats that take applications and that nobody will hold when the term begins. */
export async function listSeatsFreeOn(db: Db, collaborativeIds: readonly string[], termStartsOn: CalendarDate): Promise<string[]> {
  const rows = await db('seats')
    .whereIn('collaborative_id', collaborativeIds)
    .where({ takes_applications: true })
    .where((seat) => void seat.whereNull('ends_on').orWhere('ends_on', '>', termStartsOn))
    .whereNotExists(
      (held) =>
        void held
          .from('memberships')
          .whereRaw('memberships.seat_id = seats.id')
          .whereIn('memberships.status', ['pending', 'active', 'on_leave'])
          .where('memberships.term_ends_on', '>=', termStartsOn)
          .where((left) => void left.whereNull('memberships.ended_on').orWhere('memberships.ended_on', '>=', termStartsOn)),
    )
    .orderBy(['collaborative_id', 'code'])
    .select<{ id: string }[]>('id');
  return rows.map((row) => row.id);
}

/** Adds seats to what a cycle offers. */
export async function addSeatsOnOffer(db: Db, cycleId: string, seatIds: readonly string[]): Promise<void> {
  if (seatIds.length > 0) await db('seats_on_offer').insert(seatIds.map((seatId) => ({ cycle_id: cycleId, seat_id: seatId })));
}

/** Takes seats from what a cycle offers. */
export const removeSeatsOnOffer = (db: Db, cycleId: string, seatIds: readonly string[]): Promise<number> =>
  db('seats_on_offer').where({ cycle_id: cycleId }).whereIn('seat_id', seatIds).delete();

/** Puts these seats in the place of what the cycle offered. */
export async function saveSeatsOnOffer(db: Db, cycleId: string, seatIds: readonly string[]): Promise<void> {
  await db('seats_on_offer').where({ cycle_id: cycleId }).delete();
  await addSeatsOnOffer(db, cycleId, seatIds);
}
