import { insertRole } from '../../src/features/accounts/role.queries';
import { rightsReminders } from '../../src/features/rights';
import { queueReminders } from '../../src/mail/reminders';
import { testProduct, type TestProduct } from '../support/app';
import { someone } from '../support/builders/seat';
import { emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());

  const scanAt = async (moment: string): Promise<string[]> => {
    product.clock.moveTo(moment);
    await queueReminders(product.deps, rightsReminders);
    return product.db('outbox').where({ kind: 'rights.review' }).orderBy('id').pluck('subject');
  };

  it('reminds each administrator once a year, in their language, to look at how long records are kept', async () => {
    await emptyTables(product.db);
    for (const [name, locale] of [
      ['Ada Admin', 'en'],
      ['Eva Admin', 'es'],
    ] as const)
      await insertRole(product.deps, { personId: (await someone(product.deps, name, { locale })).id, role: 'administrator' });
    await someone(product.deps, 'Bo Other');
    expect(await scanAt('2027-01-15T16:59:00.000Z')).toEqual([]);
    const first = ['Please look at how long records are kept: 2027', 'Por favor revise cuánto tiempo se guardan los registros: 2027'];
    expect((await scanAt('2027-01-15T17:00:00.000Z')).sort()).toEqual(first);
    for (const later of ['2027-01-15T17:05:00.000Z', '2027-01-18T17:00:00.000Z', '2027-06-30T17:00:00.000Z'])
      expect((await scanAt(later)).length).toBe(2);
    expect((await scanAt('2028-01-15T17:00:00.000Z')).length).toBe(4);
  });
});
