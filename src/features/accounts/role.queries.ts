import './tables';
import type { Knex } from 'knex';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { toLocalText, type LocalText } from '../../lib/local-text';
import { NotFound } from '../../lib/errors';
import { dateOf, plusDays, type CalendarDate } from '../../lib/time';
import { isNotOver, rolesByHand, type Role } from './role';
import type { Recipient } from '../../mail/email';
import { recipientOf } from './person.emails';
import { toPerson } from './person.queries';
import { standInsOn } from './stand-in.queries';
import type { PersonRow, RoleRow } from './tables';

export type NewRole = Pick<Role, 'personId' | 'role'> &
  Partial<Pick<Role, 'collaborativeId' | 'cycleId' | 'startsOn' | 'endsOn' | 'grantedBy'>>;

/** Gives a role without asking whether one may: that is the caller's policy. Answers its id. */
export async function insertRole(tx: Deps, wanted: NewRole): Promise<string> {
  const now = tx.clock.now();
  const id = tx.newId();
  await tx.db('roles').insert({
    id,
    person_id: wanted.personId,
    role: wanted.role,
    collaborative_id: wanted.collaborativeId ?? null,
    cycle_id: wanted.cycleId ?? null,
    starts_on: wanted.startsOn ?? dateOf(now),
    ends_on: wanted.endsOn ?? null,
    granted_by: wanted.grantedBy ?? null,
    created_at: now,
  });
  return id;
}

/** Ends a role at once: yesterday was its last day. */
export const endRoleNow = (db: Db, roleId: string, today: CalendarDate): Promise<number> =>
  db('roles')
    .where({ id: roleId })
    .update({ ends_on: plusDays(today, -1) });

export async function getRole(db: Db, personId: string, roleId: string): Promise<Role> {
  const row = await db('roles').where({ id: roleId, person_id: personId }).first();
  if (row === undefined) throw new NotFound();
  return toRole(row);
}

/** All roles a person has or had, newest first, with the name of the collaborative. */
export async function listRolesOf(db: Db, personId: string): Promise<(Role & { readonly place: LocalText | null })[]> {
  const rows = await db('roles')
    .leftJoin('collaboratives', 'collaboratives.id', 'roles.collaborative_id')
    .where('roles.person_id', personId)
    .orderBy([{ column: 'roles.starts_on', order: 'desc' }, { column: 'roles.id' }])
    .select<(RoleRow & { place: string | null })[]>('roles.*', { place: 'collaboratives.name' });
  return rows.map((row) => ({ ...toRole(row), place: row.place === null ? null : toLocalText(row.place) }));
}

/**
 * Everyone with an account that is not closed (or none yet) who holds a role today in a collaborative, or everywhere; with the
 * approvers come those who stand in for them today.
 */
export async function listPeopleWithRole(
  db: Db,
  role: Role['role'],
  collaborativeId: string | null,
  today: CalendarDate,
): Promise<Recipient[]> {
  const rows: PersonRow[] = await db('people')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .whereNull('accounts.closed_at')
    .where((holds) => {
      void holds.whereIn(
        'people.id',
        db('roles').select('person_id').where({ role, collaborative_id: collaborativeId }).modify(onDay, today),
      );
      if (role === 'approver' && collaborativeId !== null)
        void holds.orWhereIn(
          'people.id',
          standInsOn(db, today).where('deputies.collaborative_id', collaborativeId).select('deputies.deputy_id'),
        );
    })
    .orderBy('people.id')
    .select('people.*');
  return rows.map((row) => recipientOf(toPerson(row)));
}

/** The ids of `listPeopleWithRole`. */
export async function listPeopleInRole(db: Db, role: Role['role'], collaborativeId: string | null, today: CalendarDate): Promise<string[]> {
  const recipients = await listPeopleWithRole(db, role, collaborativeId, today);
  return recipients.flatMap(({ personId }) => (personId === null ? [] : [personId]));
}

/** Administrators today beside this person, and not closed. */
export async function countOtherAdministrators(db: Db, personId: string, today: CalendarDate): Promise<number> {
  const administrators = await listPeopleInRole(db, 'administrator', null, today);
  return administrators.filter((id) => id !== personId).length;
}

/** Everyone who was given a role by hand that counts today, by name, with an account that is not closed. */
export async function listColleagues(db: Db, today: CalendarDate): Promise<{ id: string; name: string }[]> {
  return db('people')
    .leftJoin('accounts', 'accounts.person_id', 'people.id')
    .whereNull('accounts.closed_at')
    .whereIn('people.id', db('roles').select('person_id').whereIn('role', rolesByHand).modify(onDay, today))
    .orderBy(['people.name', 'people.id'])
    .select<{ id: string; name: string }[]>('people.id', 'people.name');
}

/** Whether somebody has a role in a collaborative that is not over. */
export async function willHold(
  db: Db,
  personId: string,
  place: Pick<Role, 'role' | 'collaborativeId'>,
  today: CalendarDate,
): Promise<boolean> {
  const roles = await listRolesOf(db, personId);
  return roles.some((role) => role.role === place.role && role.collaborativeId === place.collaborativeId && isNotOver(role, today));
}

/** The collaboratives a role can be given in. */
export async function listPlaces(db: Db): Promise<{ id: string; name: LocalText }[]> {
  const rows = await db('collaboratives').orderBy('slug').select<{ id: string; name: string }[]>('id', 'name');
  return rows.map(({ id, name }) => ({ id, name: toLocalText(name) }));
}

function onDay(query: Knex.QueryBuilder, today: CalendarDate): void {
  void query.where('starts_on', '<=', today).where((ends) => {
    void ends.whereNull('ends_on').orWhere('ends_on', '>=', today);
  });
}

const toRole = (row: RoleRow): Role => ({
  id: row.id,
  personId: row.person_id,
  role: row.role,
  collaborativeId: row.collaborative_id,
  cycleId: row.cycle_id,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  grantedBy: row.granted_by,
  createdAt: row.created_at,
});
