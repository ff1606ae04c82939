import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { groupBy } from '../../lib/group';
import type { OfficeName, RoleName } from '../../lib/actor';
import { cutPage, decodeCursor, pageSize, type Page } from '../../lib/pagination';
import type { CalendarDate } from '../../lib/time';
import { searchTexts, standInsOn } from '../accounts';
import { standingOn, type MembershipStatus } from '../membership';
import type { BodyGroup, BodyPerson, BodyRole, BodySeat } from './body-people';

interface At {
  readonly collaborativeId: string;
  readonly today: CalendarDate;
}

export interface BodyFilter extends At {
  readonly search: string;
  readonly group: BodyGroup;
  readonly after: string | undefined;
}

interface Line {
  id: string;
  name: string;
  email: string | null;
  phone: string;
  closed_at: string | null;
}

/** Those who sit, sat or will sit in a collaborative or have a role there, by name. Four queries, however many there are. */
export async function listBodyPeople(db: Db, filter: BodyFilter): Promise<Page<BodyPerson>> {
  const cursor = decodeCursor(filter.after);
  const likes = searchTexts(filter.search).map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`);
  const query = peopleIn(db, filter, filter.group)
    .orderBy(['people.name', 'people.id'])
    .limit(pageSize + 1);
  if (likes.length > 0) void query.whereRaw(`(${likes.map(() => `people.find_text like ? escape '\\'`).join(' or ')})`, likes);
  if (cursor !== undefined)
    void query.whereRaw('(people.name > ? or (people.name = ? and people.id > ?))', [cursor.after, cursor.after, cursor.id]);
  const page = cutPage((await query) as Line[], ({ name, id }) => ({ after: name, id }));
  return { rows: await withWhatTheyHold(db, page.rows, filter), next: page.next };
}

/** One of them. Throws NotFound for anybody who holds and held nothing there. */
export async function getBodyPerson(db: Db, personId: string, at: At): Promise<BodyPerson> {
  const [person] = await withWhatTheyHold(db, (await peopleIn(db, at, 'all').where('people.id', personId)) as Line[], at);
  if (person === undefined) throw new NotFound();
  return person;
}

function peopleIn(db: Db, { collaborativeId, today }: At, group: BodyGroup): Knex.QueryBuilder {
  const seats = () => seatsIn(db, collaborativeId).select('memberships.person_id');
  const sitting = () =>
    seats()
      .where('memberships.started_on', '<=', today)
      .where((ends) => void ends.whereNull('memberships.ended_on').orWhere('memberships.ended_on', '>=', today));
  const coming = () => seats().where('memberships.status', 'pending');
  const roles = () => rolesIn(db, { collaborativeId, today }).select('holds.person_id');
  const current = () => roles().where((ends) => void ends.whereNull('holds.ends_on').orWhere('holds.ends_on', '>=', today));
  const whose: Readonly<Record<BodyGroup, (query: Knex.QueryBuilder) => unknown>> = {
    all: (query) => query.where((any) => void any.whereIn('people.id', seats()).orWhereIn('people.id', roles())),
    sitting: (query) => query.whereIn('people.id', sitting()),
    coming: (query) => query.whereIn('people.id', coming()),
    past: (query) => query.whereIn('people.id', seats()).whereNotIn('people.id', sitting()).whereNotIn('people.id', coming()),
    roles: (query) => query.whereIn('people.id', current()),
  };
  const query = table(db, 'people')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .whereNull('people.merged_into')
    .select('people.id', 'people.name', 'people.email', 'people.phone', 'accounts.closed_at');
  whose[group](query);
  return query;
}

const seatsIn = (db: Db, collaborativeId: string) =>
  db('memberships').join('seats', 'seats.id', 'memberships.seat_id').where('seats.collaborative_id', collaborativeId);

/** Roles of a collaborative, and those who stand in for its approver today. */
const rolesIn = (db: Db, { collaborativeId, today }: At): Knex.QueryBuilder =>
  (db as Knex).from(
    table(db, 'roles')
      .where('collaborative_id', collaborativeId)
      .select('id', 'person_id', 'role', 'starts_on', 'ends_on', db.raw('0 as is_deputy'))
      .unionAll(
        standInsOn(db, today)
          .where('deputies.collaborative_id', collaborativeId)
          .select({ id: 'deputies.id', person_id: 'deputies.deputy_id' }, db.raw(`'approver' as role`))
          .select({ starts_on: 'deputies.starts_on', ends_on: 'deputies.ends_on' }, db.raw('1 as is_deputy')),
      )
      .as('holds'),
  );

async function withWhatTheyHold(db: Db, people: readonly Line[], at: At): Promise<BodyPerson[]> {
  const ids = people.map(({ id }) => id);
  const seats = groupBy(await seatsOf(db, ids, at), ({ personId }) => personId);
  const roles = groupBy(await rolesOf(db, ids, at), ({ personId }) => personId);
  return people.map(({ id, name, email, phone, closed_at: closedAt }) => ({
    id,
    name,
    email,
    phone,
    isClosed: closedAt !== null,
    seats: (seats.get(id) ?? []).map(({ seat }) => seat),
    roles: (roles.get(id) ?? []).map(({ role }) => role),
  }));
}

interface SeatLine {
  id: string;
  person_id: string;
  status: MembershipStatus;
  term_starts_on: CalendarDate;
  term_ends_on: CalendarDate;
  started_on: CalendarDate | null;
  ended_on: CalendarDate | null;
  code: string;
  leave_id: string | null;
  office: OfficeName | null;
}

async function seatsOf(db: Db, ids: readonly string[], { collaborativeId, today }: At): Promise<{ personId: string; seat: BodySeat }[]> {
  const rows: SeatLine[] = await seatsIn(db, collaborativeId)
    .whereIn('memberships.person_id', ids)
    .leftJoin('membership_leaves', (join) => {
      join.on('membership_leaves.membership_id', 'memberships.id').andOnVal('membership_leaves.starts_on', '<=', today);
      join.andOn((ends) => ends.onNull('membership_leaves.ends_on').orOnVal('membership_leaves.ends_on', '>=', today));
    })
    .leftJoin('offices', (join) => {
      join.on('offices.membership_id', 'memberships.id').andOnVal('offices.starts_on', '<=', today);
      join.andOn((ends) => ends.onNull('offices.ends_on').orOnVal('offices.ends_on', '>=', today));
    })
    .orderBy([{ column: 'memberships.term_starts_on', order: 'desc' }, { column: 'memberships.id' }, { column: 'offices.office' }])
    .select('memberships.*', { code: 'seats.code', leave_id: 'membership_leaves.id', office: 'offices.office' });
  return [...groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [row] = own;
    return row === undefined ? [] : [{ personId: row.person_id, seat: seatOf(row, own, today) }];
  });
}

function seatOf(row: SeatLine, own: readonly SeatLine[], today: CalendarDate): BodySeat {
  const dates = { termEndsOn: row.term_ends_on, startedOn: row.started_on, endedOn: row.ended_on };
  const standing = row.status === 'pending' ? 'pending' : (standingOn(dates, today, row.leave_id !== null) ?? 'ended');
  const offices = standing === 'pending' || standing === 'ended' ? [] : own.flatMap(({ office }) => (office === null ? [] : [office]));
  return {
    membershipId: row.id,
    code: row.code,
    standing,
    termStartsOn: row.term_starts_on,
    termEndsOn: row.term_ends_on,
    endedOn: row.ended_on,
    offices,
  };
}

interface RoleLine {
  person_id: string;
  role: RoleName;
  starts_on: CalendarDate;
  ends_on: CalendarDate | null;
  is_deputy: number | string;
}

async function rolesOf(db: Db, ids: readonly string[], at: At): Promise<{ personId: string; role: BodyRole }[]> {
  const rows: RoleLine[] = await rolesIn(db, at)
    .whereIn('holds.person_id', ids)
    .orderBy([{ column: 'holds.starts_on', order: 'desc' }, { column: 'holds.id' }])
    .select('holds.*');
  return rows.map((row) => ({
    personId: row.person_id,
    role: { role: row.role, startsOn: row.starts_on, endsOn: row.ends_on, isDeputy: Number(row.is_deputy) === 1 },
  }));
}

const table = (db: Db, name: string): Knex.QueryBuilder => (db as Knex).table<Record<string, unknown>>(name);
