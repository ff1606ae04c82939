import type { Knex } from 'knex';
import { engineUnder } from '../../src/db/dialect';
import { visitor, type Actor } from '../../src/lib/actor';
import { coverages, preferences, sorts, waysIn } from '../../src/features/desk/filter';
import { readDeskFilter } from '../../src/features/desk/list.form';
import { countFiled, listFiled, listSchoolsFiled, look } from '../../src/features/desk/list.queries';
import { aSentApplication, aTown, someAnswers, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { onEachEngine } from '../support/database';

interface Issued {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** The statements that work issues. */
async function issued(db: Knex, work: () => Promise<unknown>): Promise<Issued[]> {
  const seen: Issued[] = [];
  const onQuery = (query: Issued) => seen.push(query);
  db.on('query', onQuery);
  await work();
  db.removeListener('query', onQuery);
  return seen;
}

async function planOf(db: Knex, { sql, bindings }: Issued): Promise<string[]> {
  if (engineUnder(db) === 'sqlite') {
    const steps: { detail: string }[] = await db.raw(`explain query plan ${sql}`, bindings as string[]);
    return steps.map(({ detail }) => detail);
  }
  const question = sql.replace(/\$\d+/g, '?');
  const { rows } = await db.raw<{ rows: { 'QUERY PLAN': string }[] }>(`explain ${question}`, bindings as string[]);
  return rows.map((row) => row['QUERY PLAN']);
}

/** Steps that read a whole table. */
const walks = (plan: readonly string[]): string[] => plan.filter((step) => /^SCAN (candidacies|applications|schools)\b|Seq Scan on (candidacies|applications|schools)/.test(step));

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;
  const administrator: Actor = { ...visitor('en'), id: 'admin', grants: [{ role: 'administrator', collaborativeId: null, cycleId: null }] };

  beforeAll(async () => {
    product = await testProduct({ engine });
    town = await aTown(product.deps);
    await aSentApplication(product.deps, town.cycle, someAnswers([town.central.id], {}));
    if (engine === 'PostgreSQL') await product.db.raw('set enable_seqscan = off');
  });
  afterAll(() => product.close());

  const offered: Record<string, string>[] = [
    ...sorts.map((sort) => ({ sort })),
    ...coverages.map((coverage) => ({ coverage })),
    ...waysIn.map((came) => ({ came })),
    ...preferences.map((preference) => ({ preference })),
    { constituency: 'families' },
    { language: 'es' },
    { school: '19647330000001' },
    { zip: '90012' },
    { status: 'in_review' },
    { from: '2026-11-01', to: '2026-11-30' },
    { files: '1' },
    { others: '1' },
    { late: '1' },
    { label: 'label' },
    { q: 'ana' },
    { q: 'ana', sort: 'name' },
  ];

  it.each(offered)('walks along an index: %p', async (query) => {
    const { filter } = readDeskFilter(query, { cycle: town.cycle, collaborativeId: town.central.id, minimumReviews: 3 });
    const finding = await look(product.db, filter);
    const statements = await issued(product.db, async () => {
      await listFiled(product.db, administrator, filter, finding);
      await countFiled(product.db, administrator, filter, finding);
    });
    for (const statement of statements) expect([statement.sql, walks(await planOf(product.db, statement))]).toEqual([statement.sql, []]);
  });

  it.each(sorts)('sorts nothing in memory but the fifty rows of a page: %s', async (sort) => {
    if (engine === 'PostgreSQL') return;
    for (const collaborativeId of [town.central.id, null]) {
      const { filter } = readDeskFilter({ sort }, { cycle: town.cycle, collaborativeId, minimumReviews: 3 });
      const [statement] = await issued(product.db, () => listFiled(product.db, administrator, filter));
      const plan = await planOf(product.db, statement ?? { sql: '', bindings: [] });
      expect(plan.findIndex((step) => /TEMP B-TREE/.test(step))).not.toBe(1);
      expect(plan.filter((step) => /SEARCH candidacies USING INDEX candidacies_/.test(step))).toHaveLength(1);
    }
  });

  it('finds the schools of a list by steps along an index', async () => {
    const [statement] = await issued(product.db, () => listSchoolsFiled(product.db, administrator, { cycleId: town.cycle.id, collaborativeId: town.central.id }));
    expect(walks(await planOf(product.db, statement ?? { sql: '', bindings: [] }))).toEqual([]);
  });
});
