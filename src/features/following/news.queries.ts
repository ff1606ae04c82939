import './tables';
import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { toLocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { settlingActions, type News, type NewsAction } from './following';

interface NewsRow {
  readonly id: string;
  readonly action: NewsAction;
  readonly collaborative_id: string;
  readonly at: Instant;
  readonly subject_id: string;
  readonly meeting_title: string | null;
  readonly starts_at: Instant | null;
  readonly note_title: string | null;
  readonly reference: string | null;
  readonly topic: string | null;
}

/** The oldest news that followers have not been told; with what is no longer public. Plans are left out that may still change. */
export const listUntold = (db: Db, most: number, settledBefore: Instant): Promise<string[]> =>
  db('public_news')
    .whereNull('told_at')
    .where((settled) => void settled.whereNotIn('action', settlingActions).orWhere('at', '<=', settledBefore))
    .orderBy('id')
    .limit(most)
    .pluck('id');

export const markTold = (db: Db, ids: readonly string[], at: Instant): Promise<number> =>
  db('public_news').whereIn('id', ids).update({ told_at: at });

/** These, oldest first; those whose record anyone may still read. One query. */
export const listNewsById = async (db: Db, ids: readonly string[]): Promise<News[]> =>
  toNews(await readable(db).whereIn('public_news.id', ids).orderBy(['public_news.at', 'public_news.id']));

/** What happened in a span, oldest first. One query. */
export const listNewsBetween = async (db: Db, from: Instant, to: Instant): Promise<News[]> =>
  toNews(await readable(db).where('public_news.at', '>=', from).where('public_news.at', '<', to).orderBy('public_news.at').limit(500));

/** The latest of a collaborative or (null) of all, newest first. One query. */
export const listLatestNews = async (db: Db, collaborativeId: string | null, most: number): Promise<News[]> =>
  toNews(
    await readable(db)
      .where((own) => void (collaborativeId === null || own.where('public_news.collaborative_id', collaborativeId)))
      .orderBy([
        { column: 'public_news.at', order: 'desc' },
        { column: 'public_news.id', order: 'desc' },
      ])
      .limit(most),
  );

const readable = (db: Db): Knex.QueryBuilder<object, NewsRow[]> =>
  db('public_news')
    .leftJoin('meetings', (join) => {
      join
        .on('meetings.id', 'public_news.subject_id')
        .andOnVal('public_news.subject_kind', 'meeting')
        .andOnVal('meetings.status', '!=', 'draft');
    })
    .leftJoin('notes', (join) => {
      join
        .on('notes.id', 'public_news.subject_id')
        .andOnVal('public_news.subject_kind', 'note')
        .andOnVal('notes.status', '!=', 'withdrawn')
        .andOnNotNull('notes.adopted_at');
    })
    .where((one) => void one.whereNotNull('meetings.id').orWhereNotNull('notes.id'))
    // A plan nothing came of is told as that alone.
    .whereNot((over) => void over.whereIn('public_news.action', settlingActions).whereIn('meetings.status', ['cancelled', 'postponed']))
    .select(
      'public_news.id',
      'public_news.action',
      'public_news.collaborative_id',
      'public_news.at',
      'public_news.subject_id',
      'meetings.starts_at',
      'notes.reference',
      'notes.topic',
      { meeting_title: 'meetings.title', note_title: 'notes.title' },
    ) as Knex.QueryBuilder<object, NewsRow[]>;

const toNews = (rows: readonly NewsRow[]): News[] =>
  rows.map((row) => ({
    id: row.id,
    action: row.action,
    collaborativeId: row.collaborative_id,
    at: row.at,
    aboutId: row.subject_id,
    title: toLocalText(row.note_title ?? row.meeting_title ?? '{"en":""}'),
    reference: row.reference ?? '',
    topic: row.topic ?? '',
    startsAt: row.starts_at,
  }));
