import type { Deps } from '../../../src/deps';
import { insertPerson, type NewPerson, type Person } from '../../../src/features/accounts';
import { insertRole, type NewRole } from '../../../src/features/accounts/role.queries';

/** A person in the database; Ana Reyes at ana@example.org unless said otherwise. */
export const aPerson = (deps: Deps, given: Partial<NewPerson> = {}): Promise<Person> =>
  insertPerson(deps, { name: 'Ana Reyes', email: 'ana@example.org', ...given });

/** A person with a role from today on. */
export async function aPersonAs(deps: Deps, role: Omit<NewRole, 'personId'>, given: Partial<NewPerson> = {}): Promise<Person> {
  const person = await aPerson(deps, given);
  await insertRole(deps, { ...role, personId: person.id });
  return person;
}
