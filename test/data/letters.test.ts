import { printLetters, stepLetter } from '../../src/features/outreach/letter.actions';
import { countLetters, listLetters, listPrintable, listRun } from '../../src/features/outreach/letter.queries';
import { pageSize } from '../../src/lib/pagination';
import { Conflict, NotFound } from '../../src/lib/errors';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { aTown, type Town } from '../support/builders/application';
import { aPersonAs } from '../support/builders/person';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { actorOf } from '../support/district/people';
import { aPaperLetter } from '../support/letter-scene';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;
  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo(testNow);
    town = await aTown(product.deps);
  });
  afterAll(() => product.close());

  const staff = async () => {
    const { id } = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.central.id }, { name: 'Stella Staff' });
    return actorOf(product.deps, id);
  };
  const letter = (name: string, given: Partial<Parameters<typeof aPaperLetter>[2]> = {}) =>
    aPaperLetter(product.deps, town.central, { name, ...given });

  it('All that wait are printed in one run, oldest first; what is not due or too late stays', async () => {
    const first = await letter('Ana');
    product.clock.moveTo('2026-11-21T20:00:01.000Z');
    const second = await letter('Bo');
    await letter('Late', { expiresAt: '2026-11-25T20:00:00.000Z' });
    await letter('Later', { sendAt: '2026-12-24T20:00:00.000Z' });
    product.clock.moveTo('2026-11-26T20:00:00.000Z');
    expect(await listPrintable(product.db, town.central.id, product.clock.now())).toEqual([first, second]);
    const run = await printLetters(product.deps, await staff(), town.central.id, 'all');
    expect((await listRun(product.db, town.central.id, run ?? '')).map(({ id, prints, printedBy }) => [id, prints, printedBy])).toEqual([
      [first, 1, 'Stella Staff'],
      [second, 1, 'Stella Staff'],
    ]);
    expect(await printLetters(product.deps, await staff(), town.central.id, 'all')).toBeNull();
  });

  it('Letters of another body are neither counted, listed nor printed', async () => {
    const other = await aPaperLetter(product.deps, town.south, { name: 'Sol' });
    expect(await countLetters(product.db, town.central.id)).toEqual({});
    expect((await listLetters(product.db, town.central.id, 'waiting')).rows).toEqual([]);
    expect(await printLetters(product.deps, await staff(), town.central.id, [other])).toBeNull();
    await expect(stepLetter(product.deps, await staff(), town.central.id, { id: other, event: 'drop' })).rejects.toThrow(NotFound);
  });

  it('Of two people who print the same letters at once one prints', async () => {
    await letter('Ana');
    const actor = await staff();
    const both = await Promise.allSettled([1, 2].map(() => printLetters(product.deps, actor, town.central.id, 'all')));
    const runs = both.filter((one) => one.status === 'fulfilled' && one.value !== null);
    expect(runs.length).toBe(1);
    expect(both.every((one) => one.status === 'fulfilled' || one.reason instanceof Conflict)).toBe(true);
    expect(await product.db('paper_letters').pluck('prints')).toEqual([1]);
  });

  it('A list goes on over its pages, and asks as much for many as for one', async () => {
    for (let i = 0; i < 3; i += 1) await letter(`Person ${String(i)}`);
    const three = await countQueries(product.db, () => listLetters(product.db, town.central.id, 'waiting'));
    const rows = await product.db('paper_letters');
    const many = Array.from({ length: pageSize }, (_, i) => ({ ...rows[0], id: `zz${String(i).padStart(24, '0')}`, dedupe_key: `k${String(i)}` }));
    for (const row of many) await product.db('paper_letters').insert(row);
    expect(await countQueries(product.db, () => listLetters(product.db, town.central.id, 'waiting'))).toBe(three);
    const first = await listLetters(product.db, town.central.id, 'waiting');
    const next = await listLetters(product.db, town.central.id, 'waiting', first.next ?? '');
    expect([first.rows.length, next.rows.length, next.next]).toEqual([pageSize, 3, null]);
  });

  it('Every step stands in the history with who took it', async () => {
    const id = await letter('Ana');
    const actor = await staff();
    await printLetters(product.deps, actor, town.central.id, [id]);
    for (const event of ['post', 'reopen', 'tell'] as const) await stepLetter(product.deps, actor, town.central.id, { id, event });
    const events = await product.db('events').where({ subject_kind: 'letter', subject_id: id }).orderBy('place').select('action', 'actor_id');
    expect(events).toEqual(
      ['printLetter', 'postLetter', 'reopenLetter', 'tellLetter'].map((verb) => ({ action: `outreach.${verb}`, actor_id: actor.id })),
    );
  });
});
