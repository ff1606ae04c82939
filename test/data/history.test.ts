import { firstBreak } from '../../src/history/chain';
import { recordEvents } from '../../src/history/events';
import { listChain, listEvents } from '../../src/history/events.queries';
import { inTransaction } from '../../src/db/database';
import { visitor } from '../../src/lib/actor';
import type { TestProduct } from '../support/app';
import { testProduct } from '../support/app';
import { onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());

  const record = (n: number) =>
    inTransaction(product.deps, (tx) =>
      recordEvents(tx, [
        { action: 'accounts.signedIn' as never, actor: visitor('en'), subject: { kind: 'thing', id: 'one' }, collaborativeId: null, after: { n } },
        { action: 'accounts.signedIn' as never, actor: 'system', subject: { kind: 'thing', id: 'two' }, collaborativeId: null, after: { n } },
      ]),
    );

  it('keeps who did what in a chain that holds, also when many write at once', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6].map(record));
    const chain = await listChain(product.db, 'programme');
    expect(chain.map((event) => event.place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(firstBreak(chain)).toBeUndefined();
    expect((await listEvents(product.db, { kind: 'thing', id: 'one' })).length).toBe(6);
  });

  it('shows where a line was changed, taken out or moved', async () => {
    const chain = await listChain(product.db, 'programme');
    const changed = (place: number, change: object) => chain.map((event) => (event.place === place ? { ...event, ...change } : event));
    expect(firstBreak(changed(3, { capacity: 'staff' }))).toBe(3);
    expect(firstBreak(changed(5, { details: '{}' }))).toBe(5);
    expect(firstBreak(changed(12, { at: '2020-01-01T00:00:00.000Z' }))).toBe(12);
    expect(firstBreak(chain.filter((event) => event.place !== 4))).toBe(4);
  });

  it('still holds when the words and the salt of a person are erased', async () => {
    const chain = (await listChain(product.db, 'programme')).map((event) => (event.place === 2 ? { ...event, details: null, salt: null } : event));
    expect(firstBreak(chain)).toBeUndefined();
  });
});
