import type { Deps } from '../../src/deps';
import { loadActor, type Person } from '../../src/features/accounts';
import { closeAccount } from '../../src/features/accounts/people.actions';
import { listPeople } from '../../src/features/accounts/person.queries';
import { endRole } from '../../src/features/accounts/role.actions';
import { listPeopleInRole } from '../../src/features/accounts/role.queries';
import type { Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { aPerson, aPersonAs } from '../support/builders/person';
import { emptyTables, onEachEngine } from '../support/database';
import { race } from '../support/race';

onEachEngine((engine) => {
  let product: TestProduct;
  let deps: Deps;
  let one: Person;
  let two: Person;

  beforeAll(async () => {
    product = await testProduct({ engine });
    deps = product.deps;
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    await emptyTables(product.db);
    one = await aPersonAs(deps, { role: 'administrator' }, { name: 'One' });
    two = await aPersonAs(deps, { role: 'administrator' }, { name: 'Two' });
  });

  const actor = async ({ id }: Person): Promise<Actor> => (await loadActor(product.db, id, '2026-11-21'))!;
  const role = async ({ id }: Person): Promise<string> => (await product.db('roles').where({ person_id: id }).first())!.id;
  const left = () => listPeopleInRole(product.db, 'administrator', null, '2026-11-21');

  it('two administrators who end each other at once leave one', async () => {
    const [first, second, roleOne, roleTwo] = [await actor(one), await actor(two), await role(one), await role(two)];
    const ends = await race([() => endRole(deps, first, two.id, roleTwo), () => endRole(deps, second, one.id, roleOne)]);
    expect([ends, (await left()).length]).toEqual([{ won: 1, refused: [403] }, 1]);
  });

  it('an account closed and a role ended at once leave one administrator', async () => {
    const [first, second, roleOne] = [await actor(one), await actor(two), await role(one)];
    const ends = await race([() => closeAccount(deps, first, two.id), () => endRole(deps, second, one.id, roleOne)]);
    expect([ends, (await left()).length]).toEqual([{ won: 1, refused: [403] }, 1]);
  });

  it('people are found without accents and by the digits of their phone', async () => {
    await aPerson(deps, { name: 'Zoë Ávila', phone: '+1 213-555-0142' });
    const found = async (search: string) => (await listPeople(product.db, search, undefined)).rows.map(({ name }) => name);
    expect(await Promise.all(['zoe avila', 'ÁVILA', '(213) 555', '100%', '_'].map(found))).toEqual([
      ['Zoë Ávila'],
      ['Zoë Ávila'],
      ['Zoë Ávila'],
      [],
      [],
    ]);
  });
});
