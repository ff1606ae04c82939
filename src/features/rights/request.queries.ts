import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { ErasureRequestRow, LegalHoldRow } from './tables';

/** What somebody asked: to be erased. */
export interface ErasureRequest {
  readonly id: string;
  readonly personId: string;
  readonly status: 'asked' | 'done' | 'refused';
  readonly askedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly words: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly version: number;
}

export interface ListedRequest extends ErasureRequest {
  /** The name as it stands now. */
  readonly name: string;
}

export interface Hold {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string | null;
  readonly reason: string;
  readonly putAt: Instant;
}

/** Adds a request; the one that is open stays the one. Answers its id. */
export async function insertRequest(
  db: Db,
  wanted: { readonly id: string; readonly personId: string; readonly askedAt: Instant; readonly askedBy: string | null },
): Promise<string> {
  const open = await db('erasure_requests').where({ person_id: wanted.personId, status: 'asked' }).first('id');
  if (open !== undefined) return open.id;
  await db('erasure_requests').insert({
    id: wanted.id,
    person_id: wanted.personId,
    status: 'asked',
    asked_at: wanted.askedAt,
    asked_by: wanted.askedBy,
    decided_at: null,
    decided_by: null,
    words: '',
    counts: '{}',
    version: 1,
  });
  return wanted.id;
}

export async function getRequest(db: Db, id: string): Promise<ListedRequest> {
  const [row] = await requests(db).where('erasure_requests.id', id);
  if (row === undefined) throw new NotFound();
  return toRequest(row);
}

/** The request of a person that waits, or the last one. */
export async function findRequestOf(db: Db, personId: string): Promise<ErasureRequest | undefined> {
  const [row] = await requests(db).where('erasure_requests.person_id', personId).orderBy('erasure_requests.asked_at', 'desc').limit(1);
  return row === undefined ? undefined : toRequest(row);
}

/** Requests, those that wait first. One query. */
export async function listRequests(db: Db): Promise<ListedRequest[]> {
  const rows = await requests(db)
    .orderByRaw("case when erasure_requests.status = 'asked' then 0 else 1 end, erasure_requests.asked_at desc, erasure_requests.id")
    .limit(100);
  return rows.map(toRequest);
}

/** Decides a request; throws Conflict when somebody decided it first. */
export async function decideRequest(
  db: Db,
  { id, version }: Pick<ErasureRequest, 'id' | 'version'>,
  given: { status: 'done' | 'refused'; at: Instant; by: string | null; words: string; counts: Readonly<Record<string, number>> },
): Promise<void> {
  const change = {
    status: given.status,
    decided_at: given.at,
    decided_by: given.by,
    words: given.words,
    counts: JSON.stringify(given.counts),
    version: version + 1,
  };
  const saved = await db('erasure_requests').where({ id, version, status: 'asked' }).update(change);
  if (saved === 0) throw new Conflict();
}

export const insertHold = (db: Db, hold: Omit<LegalHoldRow, 'lifted_at' | 'lifted_by'>): Promise<unknown> =>
  db('legal_holds').insert({ ...hold, lifted_at: null, lifted_by: null });

/** Lifts a hold; throws Conflict when it was lifted before. */
export async function liftHold(db: Db, id: string, given: { at: Instant; by: string | null }): Promise<void> {
  const saved = await db('legal_holds').where({ id }).whereNull('lifted_at').update({ lifted_at: given.at, lifted_by: given.by });
  if (saved === 0) throw new Conflict();
}

/** Holds in force, newest first. One query. */
export async function listHolds(db: Db): Promise<Hold[]> {
  const rows: (LegalHoldRow & { name: string | null })[] = await db('legal_holds')
    .leftJoin('people', 'people.id', 'legal_holds.person_id')
    .whereNull('legal_holds.lifted_at')
    .orderBy('legal_holds.put_at', 'desc')
    .select('legal_holds.*', { name: 'people.name' });
  return rows.map((row) => ({ id: row.id, personId: row.person_id, name: row.name, reason: row.reason, putAt: row.put_at }));
}

export const insertRun = (
  db: Db,
  run: { id: string; rule: string; ran_at: Instant; ran_by: string | null; count: number },
): Promise<unknown> => db('retention_runs').insert(run);

/** By rule: when it ran last. One query. */
export async function lastRuns(db: Db): Promise<ReadonlyMap<string, Instant>> {
  const rows: { rule: string; at: Instant }[] = await db('retention_runs').groupBy('rule').select('rule').max({ at: 'ran_at' });
  return new Map(rows.map(({ rule, at }) => [rule, at]));
}

/** People by an address or a whole name, for a request on paper or by phone. */
export async function findPeople(db: Db, sought: string): Promise<{ id: string; name: string; email: string | null }[]> {
  if (sought === '') return [];
  return db('people')
    .whereRaw('lower(email) = ? or lower(name) = ?', [sought.toLowerCase(), sought.toLowerCase()])
    .orderBy(['name', 'id'])
    .limit(20)
    .select('id', 'name', 'email');
}

type Row = ErasureRequestRow & { readonly name: string };

const requests = (db: Db) =>
  db('erasure_requests')
    .join('people', 'people.id', 'erasure_requests.person_id')
    .select<Row[]>('erasure_requests.*', { name: 'people.name' });

const toRequest = (row: Row): ListedRequest => ({
  id: row.id,
  personId: row.person_id,
  status: row.status,
  askedAt: row.asked_at,
  decidedAt: row.decided_at,
  words: row.words,
  counts: JSON.parse(row.counts) as Record<string, number>,
  version: row.version,
  name: row.name,
});
