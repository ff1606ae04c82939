import './tables';
import type { Db } from '../../db/database';
import { getCandidacy, listCandidaciesOf, type Candidacy } from '../applications';

export type ToSettle = Candidacy & { readonly reference: string };

/**
 * All candidacies of those applications that are undecided somewhere although the slate there is released, the better
 * preference first.
 */
export async function listCandidaciesToSettle(db: Db, cycleId: string, applicationIds: readonly string[]): Promise<ToSettle[]> {
  const held = await db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .join('slates', (join) => {
      join.on('slates.cycle_id', 'candidacies.cycle_id').andOn('slates.collaborative_id', 'candidacies.collaborative_id');
    })
    .whereIn('candidacies.application_id', applicationIds)
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.status', 'in_review')
    .where('slates.status', 'released')
    .distinct<{ id: string; reference: string }[]>('applications.id', 'applications.reference');
  const settled: ToSettle[] = [];
  for (const { id, reference } of held) for (const candidacy of await listCandidaciesOf(db, id)) settled.push({ ...candidacy, reference });
  return settled;
}

interface FreeSeatRow {
  id: string;
  code: string;
  collaborative_id: string;
  constituency: string;
  cycle_id: string;
}

export interface FreeSeat {
  readonly id: string;
  readonly code: string;
  readonly collaborativeId: string;
  readonly constituency: string;
}

/**
 * Seats that released slates gave away and that now have neither an open nor an accepted offer; who accepted and gave up
 * before the term leaves the seat free again. A seat whose first choice is still held back waits for them, unless it was
 * offered to somebody already.
 */
export async function listFreeSeats(db: Db, cycleId: string, collaborativeId?: string): Promise<FreeSeat[]> {
  const query = freeSeats(db).where('slates.cycle_id', cycleId);
  if (collaborativeId !== undefined) void query.where('slates.collaborative_id', collaborativeId);
  return (await query).map(toFreeSeat);
}

/** The free seats of one collaborative in every cycle that is not over. One query. */
export async function listFreeSeatsOf(db: Db, collaborativeId: string): Promise<(FreeSeat & { readonly cycleId: string })[]> {
  const rows = await freeSeats(db)
    .where('slates.collaborative_id', collaborativeId)
    .whereIn('slates.cycle_id', db('cycles').whereIn('status', ['in_review', 'deciding', 'released']).select('id'));
  return rows.map((row) => ({ ...toFreeSeat(row), cycleId: row.cycle_id }));
}

const freeSeats = (db: Db) =>
  db('slate_entries')
    .join('slates', 'slates.id', 'slate_entries.slate_id')
    .join('seats', 'seats.id', 'slate_entries.seat_id')
    .join('candidacies', 'candidacies.id', 'slate_entries.candidacy_id')
    .where('slates.status', 'released')
    .whereRaw(
      `not exists (select 1 from offers join candidacies taken on taken.id = offers.candidacy_id
        where offers.seat_id = seats.id and taken.cycle_id = slates.cycle_id and offers.status in ('open', 'accepted')
        and not exists (select 1 from memberships where memberships.candidacy_id = taken.id
          and memberships.status = 'ended' and memberships.started_on is null))`,
    )
    .whereRaw(
      `(candidacies.status <> 'in_review' or exists (select 1 from offers join candidacies asked on asked.id = offers.candidacy_id
        where offers.seat_id = seats.id and asked.cycle_id = slates.cycle_id))`,
    )
    .orderBy(['seats.collaborative_id', 'seats.code'])
    .select<FreeSeatRow[]>('seats.id', 'seats.code', 'seats.collaborative_id', 'seats.constituency', 'slates.cycle_id');

const toFreeSeat = (row: FreeSeatRow): FreeSeat => ({
  id: row.id,
  code: row.code,
  collaborativeId: row.collaborative_id,
  constituency: row.constituency,
});

/** Alternates who still wait although their cycle is complete; up to 500 at a time. */
export async function listExpiring(db: Db): Promise<{ candidacy: ToSettle }[]> {
  const rows = await db('candidacies')
    .join('cycles', 'cycles.id', 'candidacies.cycle_id')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .where('candidacies.status', 'alternate')
    .where('cycles.status', 'complete')
    .orderBy(['candidacies.collaborative_id', 'candidacies.id'])
    .limit(500)
    .select<{ id: string; application_id: string; reference: string }[]>(
      'candidacies.id',
      'candidacies.application_id',
      'applications.reference',
    );
  const waiting: { candidacy: ToSettle }[] = [];
  for (const { id, reference } of rows) waiting.push({ candidacy: { ...(await getCandidacy(db, id)), reference } });
  return waiting;
}

/** Cycles with a released slate whose seats may still move. */
export const listCyclesWithSlates = async (db: Db): Promise<string[]> =>
  db('slates')
    .join('cycles', 'cycles.id', 'slates.cycle_id')
    .where('slates.status', 'released')
    .whereIn('cycles.status', ['in_review', 'deciding', 'released'])
    .distinct()
    .pluck<string[]>('slates.cycle_id');
