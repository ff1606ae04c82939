import type { Knex } from 'knex';
import { toBoolean, type Db } from '../../db/database';
import type { OfficeName } from '../../lib/actor';
import { groupBy } from '../../lib/group';
import type { CalendarDate } from '../../lib/time';
import { shownName, type Constituency, type EndReason } from '../membership';
import type { Life } from './roster';

interface LifeRow {
  readonly id: string;
  readonly person_id: string;
  readonly name: string;
  readonly collaborative_id: string;
  readonly code: string;
  readonly constituency: Constituency;
  readonly term_starts_on: CalendarDate;
  readonly term_ends_on: CalendarDate;
  readonly is_stub: boolean | number;
  readonly started_on: CalendarDate;
  readonly ended_on: CalendarDate | null;
  readonly end_reason: EndReason | null;
  readonly came_from: string | null;
}

interface DaysRow {
  readonly membership_id: string;
  readonly starts_on: CalendarDate;
  readonly ends_on: CalendarDate | null;
}

type OfficeRow = DaysRow & { readonly office: OfficeName };

export type Whose = { readonly collaborativeId: string } | { readonly seatId: string } | { readonly personId: string };

/** Every membership that has begun, of a collaborative, a seat or a person, the latest first, with its leaves and offices. Three queries. */
export async function listLives(db: Db, whose: Whose): Promise<Life[]> {
  const rows = await lifeRows(db, whose);
  const ids = rows.map(({ id }) => id);
  const leaves = groupBy(await daysOf(db, ids), ({ membership_id: id }) => id);
  const offices = groupBy(await officesOf(db, ids), ({ membership_id: id }) => id);
  return rows.map((row) => ({
    membershipId: row.id,
    personId: row.person_id,
    name: row.name,
    collaborativeId: row.collaborative_id,
    seatCode: row.code,
    constituency: row.constituency,
    termStartsOn: row.term_starts_on,
    termEndsOn: row.term_ends_on,
    isStub: toBoolean(row.is_stub),
    startedOn: row.started_on,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    cameFrom: row.came_from,
    leaves: (leaves.get(row.id) ?? []).map(toDays),
    offices: (offices.get(row.id) ?? []).map((office) => ({ ...toDays(office), office: office.office })),
  }));
}

const lifeRows = (db: Db, whose: Whose): Promise<LifeRow[]> =>
  db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('people', 'people.id', 'memberships.person_id')
    .leftJoin({ before: 'memberships' }, 'before.id', 'memberships.follows_id')
    .leftJoin({ old_seats: 'seats' }, 'old_seats.id', 'before.seat_id')
    .where((wanted: Knex.QueryBuilder) => {
      if ('collaborativeId' in whose) void wanted.where('seats.collaborative_id', whose.collaborativeId);
      else if ('seatId' in whose) void wanted.where('memberships.seat_id', whose.seatId);
      else void wanted.where('memberships.person_id', whose.personId);
    })
    .whereNotNull('memberships.started_on')
    .orderBy([
      { column: 'memberships.started_on', order: 'desc' },
      { column: 'seats.code', order: 'asc' },
    ])
    .select(
      'memberships.id',
      'memberships.person_id',
      'memberships.term_starts_on',
      'memberships.term_ends_on',
      'memberships.is_stub',
      'memberships.started_on',
      'memberships.ended_on',
      'memberships.end_reason',
      'seats.collaborative_id',
      'seats.code',
      'seats.constituency',
      { name: shownName(db), came_from: 'old_seats.code' },
    );

const daysOf = (db: Db, ids: readonly string[]): Promise<DaysRow[]> =>
  db('membership_leaves')
    .whereIn('membership_id', [...ids])
    .orderBy('starts_on')
    .select<DaysRow[]>('membership_id', 'starts_on', 'ends_on');

const officesOf = (db: Db, ids: readonly string[]): Promise<OfficeRow[]> =>
  db('offices')
    .whereIn('membership_id', [...ids])
    .orderBy('starts_on')
    .select<OfficeRow[]>('membership_id', 'starts_on', 'ends_on', 'office');

const toDays = ({ starts_on: startsOn, ends_on: endsOn }: DaysRow) => ({ startsOn, endsOn });
