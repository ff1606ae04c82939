import './tables';
import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { plusWallDays, type Instant } from '../../lib/time';
import type { Meeting } from '../meetings';
import type { AgendaItem } from './agenda-item';
import { toItem, type PrioritizedRow } from './agenda-item.queries';

/** A line that an earlier meeting left over. */
export interface Unfinished {
  readonly item: AgendaItem;
  /** When that meeting began by its plan. */
  readonly startsAt: Instant;
  /** Papers that would come along. */
  readonly papers: number;
}

/** Half a year: what was put off longer ago is proposed anew. */
const longest = 183;

/** Most lines offered at once. */
const shown = 30;

type Row = PrioritizedRow & { starts_at: Instant; papers: number | string };

/**
 * What earlier meetings left over for this one, oldest first: the business they put off, and what the last of them neither
 * decided nor made a note of. What another meeting took up already is left out. One query.
 */
export async function listUnfinished(db: Db, meeting: Pick<Meeting, 'collaborativeId' | 'startsAt'>): Promise<Unfinished[]> {
  const held = () =>
    db('meetings as held')
      .where({ 'held.collaborative_id': meeting.collaborativeId, 'held.status': 'adjourned' })
      .where('held.starts_at', '<', meeting.startsAt);
  const rows = (await db('agenda_items as items')
    .join('meetings as held', 'held.id', 'items.meeting_id')
    .leftJoin('priorities', 'priorities.id', 'items.priority_id')
    .leftJoin('meeting_notes as notes', 'notes.item_id', 'items.id')
    .where({ 'held.collaborative_id': meeting.collaborativeId, 'held.status': 'adjourned', 'items.kind': 'business' })
    .where('held.starts_at', '<', meeting.startsAt)
    .where('held.starts_at', '>=', plusWallDays(meeting.startsAt, -longest))
    .where((open) => {
      void open.where('items.outcome', 'postponed').orWhere((untouched) => {
        void untouched
          .whereNull('items.outcome')
          .whereRaw("coalesce(notes.text, '') = ''")
          .where('held.starts_at', '=', held().max('held.starts_at'));
      });
    })
    .whereNotExists(takenUp(db))
    .orderBy(['held.starts_at', 'items.place', 'items.id'])
    .limit(shown)
    .select('items.*', 'held.starts_at', { papers: papersOf(db), priority_title: 'priorities.title' })) as unknown as Row[];
  return rows.map((row) => ({ item: toItem(row), startsAt: row.starts_at, papers: Number(row.papers) }));
}

/** A meeting that still stands has it on its agenda. */
const takenUp = (db: Db): Knex.QueryBuilder =>
  db('agenda_items as taken')
    .join('meetings as taking', 'taking.id', 'taken.meeting_id')
    .whereRaw('taken.carried_item = items.id')
    .whereNotIn('taking.status', ['cancelled', 'postponed'])
    .select(db.raw('1'));

const papersOf = (db: Db): Knex.QueryBuilder =>
  db('attachments').whereRaw('attachments.item_id = items.id').whereNull('removed_at').count('*');
