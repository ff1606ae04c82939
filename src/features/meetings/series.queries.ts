import './tables';
import type { Db } from '../../db/database';
import { Conflict, NotFound } from '../../lib/errors';
import type { CalendarDate } from '../../lib/time';
import type { Meeting } from './meeting';
import { toMeeting } from './meeting.queries';
import type { Series, SeriesTemplate } from './series';
import type { SeriesRule } from './series-rule';
import type { MeetingSeriesRow } from './tables';

/** Throws NotFound, also for the series of another collaborative. */
export async function getSeries(db: Db, collaborativeId: string, id: string): Promise<Series> {
  const row = await db('meeting_series').where({ id, collaborative_id: collaborativeId }).first();
  if (row === undefined) throw new NotFound();
  return toSeries(row);
}

export async function insertSeries(db: Db, series: Series): Promise<void> {
  await db('meeting_series').insert(toRow(series));
}

/** Saves over the version that was read. Throws Conflict when another was first. */
export async function saveSeries(db: Db, series: Series): Promise<void> {
  const { id, version } = series;
  const changed = await db('meeting_series')
    .where({ id, version })
    .update(toRow({ ...series, version: version + 1 }));
  if (changed === 0) throw new Conflict();
}

/** The series of a collaborative that have not ended, newest first. */
export async function listSeries(db: Db, collaborativeId: string, today: CalendarDate): Promise<Series[]> {
  const rows = await db('meeting_series').where({ collaborative_id: collaborativeId }).orderBy('made_at', 'desc').limit(50);
  return rows.map(toSeries).filter(({ rule }) => rule.until >= today);
}

/** The meetings of a series from a day of its rule on, in order. */
export async function listSeriesMeetings(db: Db, seriesId: string, from: CalendarDate): Promise<Meeting[]> {
  const rows = await db('meetings').where({ series_id: seriesId }).where('series_on', '>=', from).orderBy(['series_on', 'id']);
  return rows.map(toMeeting);
}

/** Days off beside the holidays that can be computed, with what they are called. */
export async function listDaysOff(db: Db): Promise<ReadonlyMap<CalendarDate, string>> {
  const rows = await db<{ date: CalendarDate; name: string }>('holidays').select('date', 'name');
  return new Map(rows.map(({ date, name }) => [date, name]));
}

const toSeries = (row: MeetingSeriesRow): Series => ({
  id: row.id,
  collaborativeId: row.collaborative_id,
  rule: JSON.parse(row.rule) as SeriesRule,
  template: JSON.parse(row.template) as SeriesTemplate,
  madeAt: row.made_at,
  madeBy: row.made_by,
  version: row.version,
});

const toRow = (series: Series): MeetingSeriesRow => ({
  id: series.id,
  collaborative_id: series.collaborativeId,
  rule: JSON.stringify(series.rule),
  template: JSON.stringify(series.template),
  made_at: series.madeAt,
  made_by: series.madeBy,
  version: series.version,
});
