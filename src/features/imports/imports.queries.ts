import './tables';
import type { Db } from '../../db/database';
import { toBoolean } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import { listCollaboratives } from '../collaboratives';
import type { Constituency } from '../membership';
import type { ImportTry } from './import-try';
import type { Known } from './roster-plan';
import type { ImportTryRow } from './tables';

export const insertTry = (
  db: Db,
  made: Pick<ImportTry, 'id' | 'kind' | 'fileName' | 'madeBy' | 'madeAt'> & { content: Buffer },
): Promise<unknown> =>
  db('import_tries').insert({
    id: made.id,
    kind: made.kind,
    file_name: made.fileName,
    content: made.content.toString('base64'),
    made_by: made.madeBy,
    made_at: made.madeAt,
    taken_at: null,
    taken_by: null,
    counts: '{}',
  });

export async function getTry(db: Db, id: string): Promise<ImportTry> {
  const row = await db('import_tries').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toTry(row);
}

/** The files of late, newest first, with who brought them. One query. */
export async function listTries(db: Db): Promise<(ImportTry & { readonly by: string | null })[]> {
  const rows: (ImportTryRow & { by: string | null })[] = await db('import_tries')
    .leftJoin('people', 'people.id', 'import_tries.made_by')
    .orderBy([{ column: 'import_tries.made_at', order: 'desc' }, { column: 'import_tries.id' }])
    .limit(30)
    .select('import_tries.*', { by: 'people.name' });
  return rows.map((row) => ({ ...toTry(row), by: row.by }));
}

/** Marks a file as taken in and drops its words. Throws Conflict when it was taken in already. */
export async function markTaken(db: Db, id: string, given: { at: Instant; by: string | null; counts: ImportTry['counts'] }): Promise<void> {
  const change = { taken_at: given.at, taken_by: given.by, counts: JSON.stringify(given.counts), content: null };
  const saved = await db('import_tries').where({ id }).whereNull('taken_at').update(change);
  if (saved === 0) throw new Conflict('imports.errors.taken');
}

/** Drops the words of files nobody took in. */
export const dropTries = (db: Db, before: Instant): Promise<number> =>
  db('import_tries').where('made_at', '<', before).whereNotNull('content').update({ content: null });

/** What a roster is compared with. Five queries. */
export async function loadKnown(db: Db): Promise<Known> {
  const collaboratives = await listCollaboratives(db);
  const seats: { id: string; collaborative_id: string; code: string; constituency: Constituency; is_voting: boolean | number }[] = await db(
    'seats',
  ).select('id', 'collaborative_id', 'code', 'constituency', 'is_voting');
  const people = await db('people').orderBy('id').select('id', 'name', 'email');
  const terms = await db('memberships')
    .where((counts) => void counts.whereNot('status', 'ended').orWhereNotNull('started_on'))
    .select('id', 'seat_id', 'person_id', 'term_starts_on', 'term_ends_on', 'started_on', 'ended_on');
  const offices = await db('offices').select('*');
  return {
    collaboratives: collaboratives.map(({ id, slug, code }) => ({ id, slug, code })),
    seats: seats.map((row) => ({
      id: row.id,
      collaborativeId: row.collaborative_id,
      code: row.code,
      constituency: row.constituency,
      isVoting: toBoolean(row.is_voting),
    })),
    people,
    terms: terms.map((row) => ({
      membershipId: row.id,
      seatId: row.seat_id,
      personId: row.person_id,
      termStartsOn: row.term_starts_on,
      termEndsOn: row.term_ends_on,
      startedOn: row.started_on,
      endedOn: row.ended_on,
    })),
    offices: offices.map((row) => ({
      id: row.id,
      collaborativeId: row.collaborative_id,
      membershipId: row.membership_id,
      office: row.office,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    })),
  };
}

const toTry = (row: ImportTryRow): ImportTry => ({
  id: row.id,
  kind: row.kind,
  fileName: row.file_name,
  content: row.content === null ? null : Buffer.from(row.content, 'base64'),
  madeBy: row.made_by,
  madeAt: row.made_at,
  takenAt: row.taken_at,
  counts: JSON.parse(row.counts) as ImportTry['counts'],
});
