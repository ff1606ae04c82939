import type { Db } from '../../db/database';
import { firstBreak } from '../../history/chain';
import { listChain, toEvent, type StoredEvent } from '../../history/events.queries';
import type { EventRow } from '../../history/tables';
import { toLocalText, type LocalText } from '../../lib/local-text';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';

export type LoggedEvent = StoredEvent & { readonly actorName: string | null; readonly area: LocalText | null };

type Row = EventRow & { readonly actor_name: string | null; readonly area: string | null };

/** Every line of the history, newest first, with who acted and where. One query. */
export async function listHistory(db: Db, cursor?: string): Promise<Page<LoggedEvent>> {
  const after = decodeCursor(cursor);
  const rows = await db('events')
    .leftJoin('people', 'people.id', 'events.actor_id')
    .leftJoin('collaboratives', 'collaboratives.id', 'events.collaborative_id')
    .modify((query) => {
      if (after !== undefined)
        void query.whereRaw('(events.at < ? or (events.at = ? and events.id < ?))', [after.after, after.after, after.id]);
    })
    .orderBy([
      { column: 'events.at', order: 'desc' },
      { column: 'events.id', order: 'desc' },
    ])
    .limit(pageSize + 1)
    .select<Row[]>('events.*', { actor_name: 'people.name', area: 'collaboratives.area' });
  return cutPage(rows.map(toLogged), (event) => ({ after: event.at, id: event.id }));
}

/** The last import of each kind: its event, with who did it. One query. */
export async function listImportEvents(db: Db): Promise<LoggedEvent[]> {
  const rows = await db('events')
    .leftJoin('people', 'people.id', 'events.actor_id')
    .where('events.subject_kind', 'import')
    .whereNotExists((later) => {
      void later
        .select(db.raw('1'))
        .from({ later: 'events' })
        .where('later.subject_kind', 'import')
        .whereRaw('later.subject_id = events.subject_id and later.place > events.place');
    })
    .select<Omit<Row, 'area'>[]>('events.*', { actor_name: 'people.name' });
  return rows.map((row) => toLogged({ ...row, area: null }));
}

/** How one chain stands when every line of it is worked out again. */
export interface ChainState {
  readonly area: LocalText | null;
  readonly lines: number;
  /** The first line (from 1) that does not hold. */
  readonly breaksAt: number | null;
  /** The end that was kept apart does not match the last line: lines were taken away. */
  readonly isCutOff: boolean;
}

/** Checks each chain from its first line: one query, and one for each chain. */
export async function checkChains(db: Db): Promise<ChainState[]> {
  const chains = await db('event_chains')
    .leftJoin('collaboratives', 'collaboratives.id', 'event_chains.id')
    .orderBy(['collaboratives.slug', 'event_chains.id'])
    .select<{ id: string; length: number; last_hash: string; area: string | null }[]>('event_chains.*', 'collaboratives.area');
  const states: ChainState[] = [];
  for (const chain of chains) {
    const events = await listChain(db, chain.id);
    states.push({
      area: chain.area === null ? null : toLocalText(chain.area),
      lines: events.length,
      breaksAt: firstBreak(events) ?? null,
      isCutOff: events.length !== chain.length || (events.at(-1)?.hash ?? chain.last_hash) !== chain.last_hash,
    });
  }
  return states;
}

const toLogged = (row: Row): LoggedEvent => ({
  ...toEvent(row),
  actorName: row.actor_name,
  area: row.area === null ? null : toLocalText(row.area),
});
