import './tables';
import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';
import { plusDays, type CalendarDate } from '../../lib/time';
import type { BoardCounts, BoardState, CommitmentMove, CommitmentStatus, Promised } from './commitment';
import type { CommitmentMoveRow } from './tables';

interface PromisedRow {
  id: string;
  what: string;
  who: string;
  due_on: CalendarDate;
  status: CommitmentStatus;
  version: number;
  number: number;
  note_id: string;
  reference: string;
  title: string;
  collaborative_id: string;
}

/** Promises of signed answers: until then they are the district's own drafts. */
const published = (db: Db): Knex.QueryBuilder<object, PromisedRow[]> => {
  const query = db.queryBuilder<object, PromisedRow[]>();
  void query
    .from('commitments')
    .join('recommendations', 'recommendations.id', 'commitments.recommendation_id')
    .join('notes', 'notes.id', 'recommendations.note_id')
    .whereIn('notes.status', ['answered', 'closed'])
    .select(
      'commitments.*',
      'recommendations.number',
      'recommendations.note_id',
      'notes.reference',
      'notes.title',
      'notes.collaborative_id',
    );
  return query;
};

/** One promise that anyone may read. Throws NotFound. */
export async function getPromise(db: Db, id: string): Promise<Promised> {
  const [row] = await published(db).where('commitments.id', id);
  if (row === undefined) throw new NotFound();
  return toPromised(row);
}

interface Wanted {
  /** Null: of all bodies. */
  readonly collaborativeId: string | null;
  readonly state: BoardState;
  readonly today: CalendarDate;
  readonly cursor?: string | undefined;
}

/** A page of promises, what was promised for the earliest day first. One query. */
export async function listPromises(db: Db, { collaborativeId, state, today, cursor }: Wanted): Promise<Page<Promised>> {
  const query = published(db);
  if (collaborativeId !== null) void query.where('notes.collaborative_id', collaborativeId);
  narrow(query, state, today);
  const after = decodeCursor(cursor);
  if (after !== undefined)
    void query.where(
      (later) =>
        void later
          .where('commitments.due_on', '>', after.after)
          .orWhere((same) => void same.where('commitments.due_on', after.after).where('commitments.id', '>', after.id)),
    );
  const rows = await query.orderBy(['commitments.due_on', 'commitments.id']).limit(pageSize + 1);
  return cutPage(rows.map(toPromised), ({ dueOn, id }) => ({ after: dueOn, id }));
}

function narrow(query: Knex.QueryBuilder, state: BoardState, today: CalendarDate): void {
  if (state === 'done' || state === 'dropped') void query.where('commitments.status', state);
  if (state === 'open' || state === 'late') void query.whereIn('commitments.status', ['planned', 'under_way']);
  if (state === 'late') void query.where('commitments.due_on', '<', today);
}

/** How many promises stand where. One query. */
export async function countPromises(db: Db, collaborativeId: string | null, today: CalendarDate): Promise<BoardCounts> {
  const rows: { status: CommitmentStatus; late: number | string; count: number | string }[] = await published(db)
    .clearSelect()
    .where((own) => void (collaborativeId === null || own.where('notes.collaborative_id', collaborativeId)))
    .groupBy('commitments.status')
    .select('commitments.status', db.raw('sum(case when commitments.due_on < ? then 1 else 0 end) as late', [today]))
    .count({ count: '*' });
  const counts = { planned: 0, under_way: 0, done: 0, dropped: 0, late: 0 };
  for (const { status, late, count } of rows) {
    counts[status] = Number(count);
    if (status === 'planned' || status === 'under_way') counts.late += Number(late);
  }
  return counts;
}

/** Promises still to be kept whose day lies between two: for the reminders. One query. */
export const listLatePromises = async (db: Db, today: CalendarDate): Promise<Promised[]> =>
  (
    await published(db)
      .whereIn('commitments.status', ['planned', 'under_way'])
      .where('commitments.due_on', '<', today)
      .where('commitments.due_on', '>=', plusDays(today, -longestReminded))
      .orderBy(['commitments.due_on', 'commitments.id'])
  ).map(toPromised);

/** A promise late by more than two years is not reminded of any more, in days. */
const longestReminded = 731;

/** What was told of promises, the newest first. One query. */
export async function listMovesOf(db: Db, commitmentIds: readonly string[]): Promise<CommitmentMove[]> {
  const rows = await db('commitment_moves')
    .whereIn('commitment_id', commitmentIds)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
  return rows.map(toMove);
}

/** Saves how a promise stands over the version that was read. Throws Conflict when another was first. */
export async function savePromise(db: Db, { id, status, dueOn, version }: Promised): Promise<void> {
  const saved = await db('commitments')
    .where({ id, version })
    .update({ status, due_on: dueOn, version: version + 1 });
  if (saved === 0) throw new Conflict();
}

export async function insertCommitmentMove(db: Db, move: CommitmentMove): Promise<void> {
  await db('commitment_moves').insert({
    id: move.id,
    commitment_id: move.commitmentId,
    from_status: move.from,
    to_status: move.to,
    from_on: move.fromOn,
    to_on: move.toOn,
    words: JSON.stringify(move.words),
    evidence_url: move.evidenceUrl,
    at: move.at,
    by_id: move.by,
  });
}

const toPromised = (row: PromisedRow): Promised => ({
  id: row.id,
  what: toLocalText(row.what),
  who: row.who,
  dueOn: row.due_on,
  status: row.status,
  noteId: row.note_id,
  reference: row.reference,
  title: toLocalText(row.title),
  collaborativeId: row.collaborative_id,
  number: row.number,
  version: row.version,
});

const toMove = (row: CommitmentMoveRow): CommitmentMove => ({
  id: row.id,
  commitmentId: row.commitment_id,
  from: row.from_status,
  to: row.to_status,
  fromOn: row.from_on,
  toOn: row.to_on,
  words: toLocalText(row.words),
  evidenceUrl: row.evidence_url,
  at: row.at,
  by: row.by_id,
});
