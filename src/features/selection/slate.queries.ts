import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { isDuplicate } from '../../db/dialect';
import { Conflict, NotFound } from '../../lib/errors';
import type { Entry, Slate } from './slate';
import type { PlacementRow, SlateEntryRow, SlateRow } from './tables';

interface SlateOf {
  readonly cycleId: string;
  readonly collaborativeId: string;
}

/** The slate of a collaborative in a cycle; undefined until somebody is placed. */
export async function findSlate(db: Db, { cycleId, collaborativeId }: SlateOf): Promise<Slate | undefined> {
  const row = await db('slates').where({ cycle_id: cycleId, collaborative_id: collaborativeId }).first();
  return row === undefined ? undefined : toSlate(row);
}

export async function getSlate(db: Db, id: string): Promise<Slate> {
  const row = await db('slates').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toSlate(row);
}

/** Begins a slate. Throws Conflict when somebody else just did. */
export async function insertSlate(tx: Pick<Deps, 'db' | 'newId'>, { cycleId, collaborativeId }: SlateOf): Promise<Slate> {
  const slate = emptySlate({ cycleId, collaborativeId }, tx.newId());
  try {
    await tx.db('slates').insert({ id: slate.id, cycle_id: cycleId, collaborative_id: collaborativeId, ...columnsOf(slate), version: 1 });
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict();
    throw error;
  }
  return { ...slate, version: 1 };
}

/** A slate nobody has begun: version 0. */
export const emptySlate = ({ cycleId, collaborativeId }: SlateOf, id = ''): Slate => ({
  id,
  cycleId,
  collaborativeId,
  status: 'draft',
  sentBy: null,
  sentAt: null,
  decidedBy: null,
  decidedAt: null,
  decidedFor: null,
  returnWords: null,
  releasedBy: null,
  releasedAt: null,
  version: 0,
});

/** Saves what changed; fails when somebody else saved the same slate first. */
export async function saveSlate(db: Db, slate: Slate): Promise<Slate> {
  const { id, version } = slate;
  const saved = await db('slates')
    .where({ id, version })
    .update({ ...columnsOf(slate), version: version + 1 });
  if (saved === 0) throw new Conflict();
  return { ...slate, version: version + 1 };
}

export async function listEntries(db: Db, slateId: string): Promise<Entry[]> {
  const rows = await db('slate_entries').where({ slate_id: slateId }).orderBy(['alternate_place', 'candidacy_id']);
  return rows.map(toEntry);
}

export const toEntry = (row: PlacementRow): Entry => ({
  candidacyId: row.candidacy_id,
  seatId: row.seat_id,
  alternatePlace: row.alternate_place,
  reason: row.reason,
  reasonWords: row.reason_words,
});

export const entryRow = (entry: Entry): PlacementRow => ({
  candidacy_id: entry.candidacyId,
  placement: entry.seatId === null ? 'alternate' : 'seat',
  seat_id: entry.seatId,
  alternate_place: entry.alternatePlace,
  reason: entry.reason,
  reason_words: entry.reasonWords,
});

/** Puts these entries in the place of those before. */
export async function saveEntries(db: Db, slateId: string, entries: readonly Entry[]): Promise<void> {
  await db('slate_entries').where({ slate_id: slateId }).delete();
  const rows = entries.map((entry): SlateEntryRow => ({ slate_id: slateId, ...entryRow(entry) }));
  for (let at = 0; at < rows.length; at += 100) await db('slate_entries').insert(rows.slice(at, at + 100));
}

export async function findSlateById(db: Db, id: string): Promise<Slate | undefined> {
  const row = await db('slates').where({ id }).first();
  return row === undefined ? undefined : toSlate(row);
}

/** Every slate that waits for an approver. */
export const listWaitingSlates = async (db: Db): Promise<Slate[]> =>
  (await db('slates').where({ status: 'sent' }).orderBy(['sent_at', 'id'])).map(toSlate);

/** Slates of a cycle by collaborative. */
export async function listSlatesOf(db: Db, cycleId: string): Promise<Slate[]> {
  return (await db('slates').where({ cycle_id: cycleId })).map(toSlate);
}

/** Slates that wait for an approver of these collaboratives, the longest waiting first. */
export async function listSentSlates(db: Db, collaborativeIds: readonly string[]): Promise<Slate[]> {
  const rows = await db('slates').whereIn('collaborative_id', collaborativeIds).where({ status: 'sent' }).orderBy(['sent_at', 'id']);
  return rows.map(toSlate);
}

const columnsOf = (slate: Slate): Omit<SlateRow, 'id' | 'cycle_id' | 'collaborative_id' | 'version'> => ({
  status: slate.status,
  sent_by: slate.sentBy,
  sent_at: slate.sentAt,
  decided_by: slate.decidedBy,
  decided_at: slate.decidedAt,
  decided_for: slate.decidedFor,
  return_words: slate.returnWords,
  released_by: slate.releasedBy,
  released_at: slate.releasedAt,
});

const toSlate = (row: SlateRow): Slate => ({
  id: row.id,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  status: row.status,
  sentBy: row.sent_by,
  sentAt: row.sent_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  decidedFor: row.decided_for,
  returnWords: row.return_words,
  releasedBy: row.released_by,
  releasedAt: row.released_at,
  version: row.version,
});
