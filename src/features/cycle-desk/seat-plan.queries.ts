import './tables';
import type { Knex } from 'knex';
import { toBoolean, type Db } from '../../db/database';
import type { CalendarDate, Instant } from '../../lib/time';
import type { Constituency, Cycle } from '../cycles';
import type { PlannedSeat } from './seat-plan';

interface PlannedRow {
  id: string;
  code: string;
  constituency: Constituency;
  takes_applications: boolean | number;
  holder: string | null;
  holds_until: CalendarDate | null;
  offered: string | null;
  elsewhere: string | null;
  placed: number | string;
  offers: number | string;
  words: string | null;
  kept_by: string | null;
  kept_at: Instant | null;
}

/** The seats of a collaborative that exist when the term of a cycle begins, as that cycle sees them. One query. */
export async function listPlannedSeats(db: Db, cycle: Pick<Cycle, 'id' | 'termStartsOn'>, collaborativeId: string): Promise<PlannedSeat[]> {
  const rows = await db('seats')
    .leftJoin('memberships', (join) => {
      join
        .on('memberships.seat_id', 'seats.id')
        .onIn('memberships.status', ['pending', 'active', 'on_leave'])
        .andOnVal('memberships.term_ends_on', '>=', cycle.termStartsOn);
    })
    .leftJoin({ holders: 'people' }, 'holders.id', 'memberships.person_id')
    .leftJoin({ own: 'seats_on_offer' }, (join) => {
      join.on('own.seat_id', 'seats.id').andOnVal('own.cycle_id', cycle.id);
    })
    .leftJoin({ kept: 'seats_kept_back' }, (join) => {
      join.on('kept.seat_id', 'seats.id').andOnVal('kept.cycle_id', cycle.id);
    })
    .leftJoin({ keepers: 'people' }, 'keepers.id', 'kept.person_id')
    .where('seats.collaborative_id', collaborativeId)
    .where((ends) => void ends.whereNull('seats.ends_on').orWhere('seats.ends_on', '>', cycle.termStartsOn))
    .orderBy(['seats.code', 'memberships.term_ends_on'])
    .select<PlannedRow[]>(
      'seats.id',
      'seats.code',
      'seats.constituency',
      'seats.takes_applications',
      { holder: 'holders.name', holds_until: 'memberships.term_ends_on', offered: 'own.seat_id' },
      { words: 'kept.words', kept_by: 'keepers.name', kept_at: 'kept.at' },
      elsewhere(db, cycle.id).as('elsewhere'),
      placed(db, cycle.id).as('placed'),
      offers(db, cycle.id).as('offers'),
    );
  const bySeat = new Map(rows.map((row) => [row.id, toPlannedSeat(row)]));
  return [...bySeat.values()];
}

const elsewhere = (db: Db, cycleId: string): Knex.QueryBuilder =>
  db({ other: 'seats_on_offer' })
    .join('cycles', 'cycles.id', 'other.cycle_id')
    .whereRaw('other.seat_id = seats.id')
    .whereNot('other.cycle_id', cycleId)
    .whereIn('cycles.status', ['scheduled', 'open', 'closed', 'in_review', 'deciding'])
    .select(db.raw('min(cycles.code)'));

const placed = (db: Db, cycleId: string): Knex.QueryBuilder =>
  db('slate_entries')
    .join('slates', 'slates.id', 'slate_entries.slate_id')
    .whereRaw('slate_entries.seat_id = seats.id')
    .where('slates.cycle_id', cycleId)
    .select(db.raw('count(*)'));

const offers = (db: Db, cycleId: string): Knex.QueryBuilder =>
  db('offers')
    .join('candidacies', 'candidacies.id', 'offers.candidacy_id')
    .whereRaw('offers.seat_id = seats.id')
    .where('candidacies.cycle_id', cycleId)
    .select(db.raw('count(*)'));

const toPlannedSeat = (row: PlannedRow): PlannedSeat => ({
  id: row.id,
  code: row.code,
  constituency: row.constituency,
  takesApplications: toBoolean(row.takes_applications),
  holder: row.holder === null || row.holds_until === null ? null : { name: row.holder, until: row.holds_until },
  isOffered: row.offered !== null,
  elsewhere: row.elsewhere,
  isPlaced: Number(row.placed) > 0,
  hasOffer: Number(row.offers) > 0,
  keptBack: row.words === null || row.kept_at === null ? null : { words: row.words, by: row.kept_by ?? '', at: row.kept_at },
});

interface KeptBack {
  readonly cycleId: string;
  readonly seatIds: readonly string[];
  readonly words: string;
  readonly personId: string;
  readonly at: Instant;
}

/** Keeps why seats are not offered. */
export async function saveKeptBack(db: Db, { cycleId, seatIds, words, personId, at }: KeptBack): Promise<void> {
  if (seatIds.length === 0) return;
  await db('seats_kept_back')
    .insert(seatIds.map((seatId) => ({ cycle_id: cycleId, seat_id: seatId, words, person_id: personId, at })))
    .onConflict(['cycle_id', 'seat_id'])
    .merge(['words', 'person_id', 'at']);
}

export const deleteKeptBack = (db: Db, cycleId: string, seatIds: readonly string[]): Promise<number> =>
  db('seats_kept_back').where({ cycle_id: cycleId }).whereIn('seat_id', seatIds).delete();
