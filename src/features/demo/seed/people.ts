import type { RoleName } from '../../../lib/actor';
import type { CalendarDate, Instant } from '../../../lib/time';
import { findText } from '../../accounts';
import { demoKey, demoPersonId, type Part } from '../demo-people';
import { inventEmail, inventName, inventPhone } from './names';
import { insertRows } from './rows.queries';
import { dayOf, momentOn, type Body, type World } from './world';

type Locale = 'en' | 'es';

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly zip: string;
  readonly at: Instant;
}

/** Invents a person; `id` where the demo must find them again. */
export function inventPerson(world: World, given: { locale: Locale; at: Instant; id?: string; zip?: string }): NewPerson {
  const name = inventName(world.chance, given.locale);
  return {
    id: given.id ?? world.deps.newId(),
    name,
    email: inventEmail(name, world.nextNumber()),
    locale: given.locale,
    zip: given.zip ?? '',
    at: given.at,
  };
}

/** Files invented people, with an account where they have ever signed in. */
export async function insertPeople(world: World, people: readonly NewPerson[], withAccount: boolean): Promise<void> {
  const { db } = world.deps;
  await insertRows(
    db,
    'people',
    people.map((person) => personRow(world, person, withAccount)),
  );
  if (withAccount)
    await insertRows(
      db,
      'accounts',
      people.map((person) => accountRow(world, person)),
    );
}

const personRow = ({ chance }: World, person: NewPerson, isVerified: boolean) => {
  const phone = inventPhone(chance);
  return {
    id: person.id,
    name: person.name,
    preferred_name: null,
    pronouns: null,
    email: person.email,
    email_verified_at: isVerified ? person.at : null,
    phone,
    locale: person.locale,
    access_needs: '{}',
    address: '',
    zip: person.zip,
    find_text: findText({ ...person, preferredName: null, phone }),
    created_at: person.at,
    version: 1,
  };
};

const accountRow = ({ deps }: World, person: NewPerson) => ({
  id: deps.newId(),
  person_id: person.id,
  password_hash: null,
  password_changed_at: null,
  totp_sealed: null,
  totp_confirmed_at: null,
  totp_last_step: null,
  closed_at: null,
  last_sign_in_at: person.at,
  created_at: person.at,
  version: 1,
});

interface RoleGiven {
  readonly personId: string;
  readonly role: RoleName;
  readonly collaborativeId: string | null;
  readonly cycleId: string | null;
  readonly startsOn: CalendarDate;
}

/** Files roles as the administrator gave them. */
export async function insertRoles(world: World, roles: readonly RoleGiven[]): Promise<void> {
  const { deps } = world;
  await insertRows(
    deps.db,
    'roles',
    roles.map((role) => ({
      id: deps.newId(),
      person_id: role.personId,
      role: role.role,
      collaborative_id: role.collaborativeId,
      cycle_id: role.cycleId,
      starts_on: role.startsOn,
      ends_on: null,
      granted_by: demoPersonId('administrator'),
      created_at: deps.clock.now(),
    })),
  );
}

/** The administrator, and each collaborative's staff, approver and reviewers. */
export async function insertStaff(world: World): Promise<void> {
  const at = momentOn(world, -600, '09:00');
  const person = (key: string, locale: Locale) => inventPerson(world, { locale, at, id: demoPersonId(key) });
  const desks: readonly [Part, Locale][] = [
    ['staff', 'en'],
    ['approver', 'en'],
    ['reviewer-1', 'es'],
    ['reviewer-2', 'en'],
    ['reviewer-3', 'es'],
  ];
  const inBodies = world.bodies.flatMap((body) => desks.map(([part, locale]) => person(demoKey(part, body.slug), locale)));
  await insertPeople(world, [person('administrator', 'en'), ...inBodies], true);
  await insertRoles(world, [
    { personId: demoPersonId('administrator'), role: 'administrator', collaborativeId: null, cycleId: null, startsOn: dayOf(world, -600) },
    ...world.bodies.flatMap((body) => deskRoles(world, body)),
  ]);
}

const deskRoles = (world: World, body: Body): RoleGiven[] =>
  (['staff', 'approver'] as const).map((role) => ({
    personId: demoPersonId(demoKey(role, body.slug)),
    role,
    collaborativeId: body.id,
    cycleId: null,
    startsOn: dayOf(world, -600),
  }));
