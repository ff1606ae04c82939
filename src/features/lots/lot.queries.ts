import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import { drawOrder, type Lot } from './lot';
import type { LotRow } from './tables';

interface Place {
  readonly cycleId: string;
  readonly collaborativeId: string;
}

export async function getLot(db: Db, id: string): Promise<Lot> {
  const [lot] = await toLots(db, await db('lots').where({ id }));
  if (lot === undefined) throw new NotFound();
  return lot;
}

/** The lots of a collaborative in a cycle, the newest first. Two queries. */
export const listLots = async (db: Db, { cycleId, collaborativeId }: Place): Promise<Lot[]> =>
  toLots(
    db,
    await db('lots')
      .where({ cycle_id: cycleId, collaborative_id: collaborativeId })
      .orderBy([
        { column: 'announced_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]),
  );

/** By candidacy: the place that the lot in force gave. One query. */
export async function listDraws(
  db: Db,
  { cycleId, collaborativeId }: Place,
): Promise<ReadonlyMap<string, { lotId: string; place: number }>> {
  const rows = await db('lot_places')
    .join('lots', 'lots.id', 'lot_places.lot_id')
    .where('lots.cycle_id', cycleId)
    .where('lots.collaborative_id', collaborativeId)
    .where('lots.status', 'drawn')
    .whereNotNull('lot_places.place')
    .orderBy('lots.drawn_at')
    .select<{ lot_id: string; candidacy_id: string; place: number }[]>('lot_places.lot_id', 'lot_places.candidacy_id', 'lot_places.place');
  return new Map(rows.map((row) => [row.candidacy_id, { lotId: row.lot_id, place: row.place }]));
}

/** Who takes part, by reference: their name, for those who may see it. */
export async function namesIn(db: Db, lotId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db('lot_places')
    .join('candidacies', 'candidacies.id', 'lot_places.candidacy_id')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .where('lot_places.lot_id', lotId)
    .select<{ reference: string; name: string }[]>('lot_places.reference', 'applications.name');
  return new Map(rows.map((row) => [row.reference, row.name]));
}

/** Whether everyone who took part has their decision, so that the references may be public. */
export async function isDecided(db: Db, lotId: string): Promise<boolean> {
  const waiting = await db('lot_places')
    .join('candidacies', 'candidacies.id', 'lot_places.candidacy_id')
    .where('lot_places.lot_id', lotId)
    .where('candidacies.status', 'in_review')
    .limit(1)
    .select<{ candidacy_id: string }[]>('lot_places.candidacy_id');
  return waiting.length === 0;
}

interface Participant {
  readonly candidacyId: string;
  readonly reference: string;
}

export const listParticipants = async (db: Db, lotId: string): Promise<Participant[]> =>
  (await db('lot_places').where({ lot_id: lotId }).orderBy('reference')).map((row) => ({
    candidacyId: row.candidacy_id,
    reference: row.reference,
  }));

/** Announces a lot with those who take part. */
export async function insertLot(db: Db, lot: Lot, participants: readonly Participant[]): Promise<void> {
  await db('lots').insert({ ...toRow(lot), version: 1 });
  await db('lot_places').insert(
    participants.map(({ candidacyId, reference }) => ({ lot_id: lot.id, candidacy_id: candidacyId, reference, place: null })),
  );
}

/** Saves what changed, with the places once there is a seed; throws Conflict when somebody else was first. */
export async function saveLot(db: Db, lot: Lot): Promise<Lot> {
  const { id, version } = lot;
  const saved = await db('lots')
    .where({ id, version })
    .update({ ...toRow(lot), version: version + 1 });
  if (saved === 0) throw new Conflict();
  if (lot.status === 'drawn') {
    const order = drawOrder(lot.seed ?? '', lot.references);
    for (const [at, reference] of order.entries())
      await db('lot_places')
        .where({ lot_id: id, reference })
        .update({ place: at + 1 });
  }
  return { ...lot, version: version + 1 };
}

async function toLots(db: Db, rows: readonly LotRow[]): Promise<Lot[]> {
  const places = await db('lot_places')
    .whereIn(
      'lot_id',
      rows.map(({ id }) => id),
    )
    .orderBy('reference');
  const of = groupBy(places, (row) => row.lot_id);
  return rows.map((row) =>
    toLot(
      row,
      (of.get(row.id) ?? []).map(({ reference }) => reference),
    ),
  );
}

const toLot = (row: LotRow, references: readonly string[]): Lot => ({
  id: row.id,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  constituency: row.constituency,
  status: row.status,
  ruleVersion: row.rule_version,
  source: row.source,
  sourceWords: row.source_words,
  drawAt: row.draw_at,
  references,
  announcedBy: row.announced_by,
  announcedAt: row.announced_at,
  firstPart: row.first_part,
  firstBy: row.first_by,
  seed: row.seed,
  drawnBy: row.drawn_by,
  drawnAt: row.drawn_at,
  replaces: row.replaces,
  reason: row.reason,
  version: row.version,
});

const toRow = (lot: Lot): Omit<LotRow, 'version'> => ({
  id: lot.id,
  cycle_id: lot.cycleId,
  collaborative_id: lot.collaborativeId,
  constituency: lot.constituency,
  status: lot.status,
  rule_version: lot.ruleVersion,
  source: lot.source,
  source_words: lot.sourceWords,
  draw_at: lot.drawAt,
  announced_by: lot.announcedBy,
  announced_at: lot.announcedAt,
  first_part: lot.firstPart,
  first_by: lot.firstBy,
  seed: lot.seed,
  drawn_by: lot.drawnBy,
  drawn_at: lot.drawnAt,
  replaces: lot.replaces,
  reason: lot.reason,
});
