import { lockForUpdate } from '../db/dialect';
import type { Db } from '../db/database';
import type { ChainedEvent } from './chain';
import type { EventRow } from './tables';

export type StoredEvent = ChainedEvent & {
  readonly hash: string;
  readonly details: string | null;
  readonly salt: string | null;
  readonly collaborativeId: string | null;
};

/** The end of a chain, locked until the transaction ends, so that two writers never take the same place. */
export async function lockChain(db: Db, id: string, firstHash: string): Promise<{ length: number; last_hash: string }> {
  await db('event_chains').insert({ id, length: 0, last_hash: firstHash }).onConflict('id').ignore();
  const found = await lockForUpdate(db('event_chains').where({ id })).first();
  return found ?? { length: 0, last_hash: firstHash };
}

const batch = 400;

/** Adds events in their order and moves the end of their chain. */
export async function appendEvents(db: Db, chain: string, events: readonly StoredEvent[]): Promise<void> {
  const last = events.at(-1);
  if (last === undefined) return;
  for (let from = 0; from < events.length; from += batch) {
    await db('events').insert(events.slice(from, from + batch).map((event) => fromEvent(chain, event)));
  }
  await db('event_chains').where({ id: chain }).update({ length: last.place, last_hash: last.hash });
}

/** All events of a chain from the first on, for checking it. */
export async function listChain(db: Db, chain: string): Promise<StoredEvent[]> {
  const rows = await db('events').where({ chain }).orderBy('place');
  return rows.map(toEvent);
}

/** A line of the history with the present names of who acted, and in whose place. */
export type NamedEvent = StoredEvent & { readonly actorName: string | null; readonly forName?: string };

/** The history of one record, oldest first, with the present name of who acted. */
export async function listEvents(db: Db, subject: { kind: string; id: string }): Promise<NamedEvent[]> {
  const rows: (EventRow & { actor_name: string | null })[] = await db('events')
    .leftJoin('people', 'people.id', 'events.actor_id')
    .where({ subject_kind: subject.kind, subject_id: subject.id })
    .orderBy([{ column: 'events.at' }, { column: 'events.place' }])
    .select('events.*', { actor_name: 'people.name' });
  const names = await namesOf(db, rows.map(standsInFor));
  return rows.map((row) => {
    const forName = names.get(standsInFor(row) ?? '');
    return { ...toEvent(row), actorName: row.actor_name, ...(forName === undefined ? {} : { forName }) };
  });
}

/** In whose place a deputy acted, as the line itself keeps it; nobody once its text was dropped. */
function standsInFor({ capacity, details }: EventRow): string | null {
  if (capacity !== 'deputy' || details === null) return null;
  const { after } = JSON.parse(details) as { after: { deputyFor?: string } | null };
  return after?.deputyFor ?? null;
}

async function namesOf(db: Db, found: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(found.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await db('people').whereIn('id', ids).select('id', 'name');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A row of the history as the rest of the program reads it. */
export const toEvent = (row: EventRow): StoredEvent => ({
  id: row.id,
  place: row.place,
  at: row.at,
  action: row.action,
  actorId: row.actor_id,
  capacity: row.capacity,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  collaborativeId: row.collaborative_id,
  details: row.details,
  salt: row.salt,
  digest: row.digest,
  hash: row.hash,
});

const fromEvent = (chain: string, event: StoredEvent): EventRow => ({
  id: event.id,
  chain,
  place: event.place,
  at: event.at,
  action: event.action,
  actor_id: event.actorId,
  capacity: event.capacity,
  subject_kind: event.subjectKind,
  subject_id: event.subjectId,
  collaborative_id: event.collaborativeId,
  details: event.details,
  salt: event.salt,
  digest: event.digest,
  hash: event.hash,
});
