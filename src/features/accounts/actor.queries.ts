import './tables';
import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import type { Actor, Grant, OfficeHeld, OfficeName, RoleName, SeatHeld } from '../../lib/actor';
import type { CalendarDate } from '../../lib/time';
import { standInsOn } from './stand-in.queries';

interface PersonWithRole {
  name: string;
  preferred_name: string | null;
  email: string | null;
  locale: string;
  closed_at: string | null;
  role: RoleName | null;
  collaborative_id: string | null;
  cycle_id: string | null;
  deputy_for: string | null;
}

interface SeatWithOffice {
  membership_id: string;
  collaborative_id: string;
  status: SeatHeld['status'];
  office: OfficeName | null;
}

/** The person as an actor today: two queries. Null when there is no such person or the account is closed. */
export async function loadActor(
  db: Db,
  personId: string,
  today: CalendarDate,
  openedApplicationIds: readonly string[] = [],
): Promise<Actor | null> {
  const rows = await rolesOf(db, personId, today);
  const [person] = rows;
  if (person === undefined || person.closed_at !== null) return null;
  const seats = await seatsOf(db, personId, today);
  return {
    id: personId,
    name: person.preferred_name ?? person.name,
    email: person.email,
    locale: person.locale,
    grants: rows.flatMap(toGrants),
    seats: distinctSeats(seats),
    offices: seats.flatMap(toOffices),
    openedApplicationIds,
  };
}

function rolesOf(db: Db, personId: string, today: CalendarDate): Promise<PersonWithRole[]> {
  return db('people')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .leftJoin(grantsOf(db, personId, today).as('granted'), 'granted.person_id', 'people.id')
    .where('people.id', personId)
    .orderBy(['granted.own_first', 'granted.starts_on', 'granted.id'])
    .select<PersonWithRole[]>(
      'people.name',
      'people.preferred_name',
      'people.email',
      'people.locale',
      'accounts.closed_at',
      'granted.role',
      'granted.collaborative_id',
      'granted.cycle_id',
      'granted.deputy_for',
    );
}

/** The roles of the day, and those of approvers in whose place the person stands that day. */
const grantsOf = (db: Db, personId: string, today: CalendarDate): Knex.QueryBuilder =>
  db('roles')
    .where('person_id', personId)
    .where('starts_on', '<=', today)
    .where((ends) => void ends.whereNull('ends_on').orWhere('ends_on', '>=', today))
    .select('id', 'person_id', 'role', 'collaborative_id', 'cycle_id', 'starts_on')
    .select(db.raw('cast(null as varchar(26)) as deputy_for'), db.raw('0 as own_first'))
    .unionAll(
      standInsOn(db, today)
        .where('deputies.deputy_id', personId)
        .select({ id: 'deputies.id', person_id: 'deputies.deputy_id' })
        .select(db.raw(`'approver' as role`), { collaborative_id: 'deputies.collaborative_id' })
        .select(db.raw('cast(null as varchar(26)) as cycle_id'), { starts_on: 'deputies.starts_on', deputy_for: 'deputies.approver_id' })
        .select(db.raw('1 as own_first')),
    );

/** Seats that are not over, each with the offices held on it today; a pending member holds none yet. */
function seatsOf(db: Db, personId: string, today: CalendarDate): Promise<SeatWithOffice[]> {
  return db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .leftJoin('offices', (join) => {
      join
        .on('offices.membership_id', 'memberships.id')
        .andOnVal('offices.starts_on', '<=', today)
        .andOn((ends) => ends.onNull('offices.ends_on').orOnVal('offices.ends_on', '>=', today))
        .andOnVal('memberships.status', '<>', 'pending');
    })
    .where('memberships.person_id', personId)
    .whereNot('memberships.status', 'ended')
    .orderBy(['memberships.id', 'offices.id'])
    .select<SeatWithOffice[]>({
      membership_id: 'memberships.id',
      collaborative_id: 'seats.collaborative_id',
      status: 'memberships.status',
      office: 'offices.office',
    });
}

function toGrants({ role, collaborative_id: collaborativeId, cycle_id: cycleId, deputy_for: deputyFor }: PersonWithRole): Grant[] {
  if (role === null) return [];
  return [{ role, collaborativeId, cycleId, ...(deputyFor === null ? {} : { deputyFor }) }];
}

const toOffices = ({ office, collaborative_id: collaborativeId }: SeatWithOffice): OfficeHeld[] =>
  office === null ? [] : [{ office, collaborativeId }];

function distinctSeats(rows: readonly SeatWithOffice[]): SeatHeld[] {
  const byMembership = new Map(rows.map((row) => [row.membership_id, row]));
  return [...byMembership.values()].map((row) => ({
    membershipId: row.membership_id,
    collaborativeId: row.collaborative_id,
    status: row.status,
  }));
}
