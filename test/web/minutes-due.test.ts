import { minutesStillDue, remindOfMinutes } from '../../src/features/minutes';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs } from '../support/browser';
import { someoneAs } from '../support/builders/meeting';
import { aTable, holdMeeting, type Table } from '../support/builders/session';
import { mails } from '../support/mailbox';

const page = '/meetings/meeting-1/minutes';
let product: TestProduct;
let table: Table;

beforeAll(async () => {
  product = await testProduct();
  table = await aTable(product);
  product.clock.moveTo('2026-12-04T01:50:00.000Z');
  await holdMeeting(product, await signedInAs(product, table.people['Ana'] ?? ''), table);
});
afterAll(() => product.close());

describe('minutes that are due', () => {
  it('are asked for on day 7 and 10, of the secretary and the staff, until circulated', async () => {
    await someoneAs(product.deps, 'staff', table.collaborative, 'sam@example.org');
    const remindOn = async (day: string) => {
      product.clock.moveTo(`2026-12-${day}T18:00:00.000Z`);
      await remindOfMinutes(product.deps);
      await remindOfMinutes(product.deps);
      return (await mails(product.deps, 'minutes.due')).map(({ to_address: address }) => address).sort();
    };
    expect(await remindOn('09')).toEqual([]);
    expect(await remindOn('10')).toEqual(['eli@example.org', 'sam@example.org']);
    expect(await remindOn('13')).toHaveLength(4);
    const [mail] = await mails(product.deps, 'minutes.due');
    const isDue = minutesStillDue['minutes.due']!;
    expect(await isDue(product.deps, mail as never)).toBe(true);
    const chair = await signedInAs(product, table.people['Ana'] ?? '');
    await chair.post(`${page}/compilation`);
    await chair.post(`${page}/circulation`, { version: '1' });
    expect(await isDue(product.deps, mail as never)).toBe(false);
    expect(await remindOn('20')).toHaveLength(4);
  });
});
