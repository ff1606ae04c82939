import { insertRole } from '../../src/features/accounts/role.queries';
import { loadSessionActor, type Person } from '../../src/features/accounts';
import { forgetMailBodies } from '../../src/features/rights';
import { askErasure, erasePerson } from '../../src/features/rights/rights.actions';
import type { Actor } from '../../src/lib/actor';
import { deliverDue } from '../../src/mail/deliver';
import { stopMail } from '../../src/mail/mail-stops.queries';
import type { Answer } from '../../src/mail/reply';
import type { OutgoingMail, Transport } from '../../src/mail/transport';
import { testProduct, type TestProduct } from '../support/app';
import { someone } from '../support/builders/seat';
import { emptyTables, onEachEngine, tableNames } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let admin: Actor & { readonly id: string };
  let ida: Person;
  let tried: OutgoingMail[];

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    const ada = await someone(product.deps, 'Ada Admin', { email: null });
    await insertRole(product.deps, { personId: ada.id, role: 'administrator' });
    admin = (await loadSessionActor(product.deps, ada.id, product.clock.now(), [])) as Actor & { readonly id: string };
    ida = await someone(product.deps, 'Ida Farewell', { phone: '213 555 0142' });
    tried = [];
  });

  const erase = async (): Promise<void> => erasePerson(product.deps, admin, await askErasure(product.deps, admin, ida.id), 1);

  /** A server that says this of each mail, with the address in its words. */
  const deliver = (say: (address: string) => Answer): Promise<unknown> => {
    const transport: Transport = {
      atOnce: { urgent: 1, rest: 1 },
      send: async (mail, beforeFinalDot) => {
        tried.push(mail);
        await beforeFinalDot();
        return say(mail.to.address);
      },
      close: () => undefined,
    };
    return deliverDue(product.deps, transport, { limit: 100 });
  };
  const accepts = (): Answer => ({ kind: 'accepted' });
  const answers =
    (code: number) =>
    (address: string): Answer => ({ kind: 'answered', code, stage: 'recipient', reply: `${String(code)} 5.1.1 ${address}` });

  /** The tables in which the name or the address stands. */
  async function traces(): Promise<string[]> {
    const found: string[] = [];
    for (const table of await tableNames(product.db))
      if (/ida.?farewell/i.test(JSON.stringify(await product.db(table).select('*')))) found.push(table);
    return found;
  }
  const letters = () => product.db('outbox').where({ kind: 'rights.erased' }).pluck('status');
  const bodies = () => product.db('outbox_bodies').pluck('outbox_id');

  it('says what went and what stays, and nothing of it stands anywhere, before or after it is sent', async () => {
    await erase();
    expect([await letters(), await traces()]).toEqual([['queued'], []]);
    await deliver(accepts);
    expect(tried.map(({ to }) => to)).toEqual([{ name: 'Ida Farewell', address: 'ida.farewell@example.org' }]);
    const text = (tried[0]?.body.text ?? '').replace(/\s+/g, ' ');
    expect(text).toContain('Hello Ida Farewell');
    expect(text).toContain('What we erased: Your name, address, phone and needs (1 record)');
    expect(text).toContain('That something was done, and when, without its words.');
    expect([await letters(), await bodies(), await traces()]).toEqual([['sent'], [], []]);
  });

  it('leaves nothing when the server refuses the address, not even a note that it is bad', async () => {
    await erase();
    await deliver(answers(550));
    expect([await letters(), await bodies(), await traces()]).toEqual([['failed'], [], []]);
    expect(await product.db('suppressions').pluck('address')).toEqual([]);
  });

  it('waits for a server that is busy, without keeping what it said', async () => {
    await erase();
    await deliver(answers(450));
    expect([await letters(), (await bodies()).length, await traces()]).toEqual([['queued'], 1, []]);
    product.clock.moveBy(3_600_000);
    await deliver(accepts);
    expect([tried.length, await letters(), await bodies()]).toEqual([2, ['sent'], []]);
  });

  it('is given up and forgotten after a week', async () => {
    await erase();
    product.clock.moveBy(7 * 24 * 3_600_000 - 1);
    await forgetMailBodies(product.deps);
    expect((await bodies()).length).toBe(1);
    product.clock.moveBy(1);
    await deliver(accepts);
    await forgetMailBodies(product.deps);
    expect([tried, await letters(), await bodies()]).toEqual([[], ['expired'], []]);
  });

  it('is not written to somebody whom nobody may write to, or who has no address', async () => {
    await stopMail(product.db, ida.id, product.clock.now());
    await erase();
    expect(await letters()).toEqual([]);
    ida = await someone(product.deps, 'Ola Offline', { email: null });
    await erase();
    expect(await letters()).toEqual([]);
  });
});
