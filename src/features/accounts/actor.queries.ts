import './tables';
import type { Db } from '../../db/database';
import type { Actor, Grant, OfficeHeld, OfficeName, RoleName, SeatHeld } from '../../lib/actor';
import type { CalendarDate } from '../../lib/time';

interface PersonWithRole {
  name: string;
  preferred_name: string | null;
  email: string | null;
  locale: string;
  closed_at: string | null;
  role: RoleName | null;
  collaborative_id: string | null;
  cycle_id: string | null;
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
    .leftJoin('roles', (join) => {
      join
        .on('roles.person_id', 'people.id')
        .andOnVal('roles.starts_on', '<=', today)
        .andOn((ends) => ends.onNull('roles.ends_on').orOnVal('roles.ends_on', '>=', today));
    })
    .where('people.id', personId)
    .orderBy(['roles.starts_on', 'roles.id'])
    .select<PersonWithRole[]>(
      'people.name',
      'people.preferred_name',
      'people.email',
      'people.locale',
      'accounts.closed_at',
      'roles.role',
      'roles.collaborative_id',
      'roles.cycle_id',
    );
}

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

const toGrants = ({ role, collaborative_id: collaborativeId, cycle_id: cycleId }: PersonWithRole): Grant[] =>
  role === null ? [] : [{ role, collaborativeId, cycleId }];

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
