import * as cheerio from 'cheerio';
import { ensureAccount, savePasswordHash } from '../../src/features/accounts/account.queries';
import { aPerson } from '../support/builders/person';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser } from '../support/browser';
import { emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
});
afterAll(() => product.close());

const heading = (html: string): string => cheerio.load(html)('h1').text();
const days = (count: number): number => count * 24 * 3_600_000;
const address = async (): Promise<unknown> => (await product.db('people').pluck('email'))[0];
const sessionsOf = (id: string) => product.db('sessions').where({ person_id: id }).pluck('id_hash');

/** The newest mail of a kind to an address, as text. */
const textTo = async (kind: string, to: string): Promise<string> =>
  (await mails(product.deps, kind)).filter(({ to_address: at }) => at === to).at(-1)?.text ?? '';
const changeLink = async (to: string) => linkIn(await textTo('account.email_change', to), '/account/email/');
const stopLink = async (to: string) => linkIn(await textTo('account.email_change', to), '/account/email-stop/');
const undoLink = async (to: string) => linkIn(await textTo('account.changed', to), '/account/email-stop/');

async function ask(personId: string, to: string): Promise<void> {
  const asked = await (await signedInAs(product, personId)).submit('/account/email', { email: to });
  expect(asked.status).toBe(303);
}

async function confirm(link: string): Promise<void> {
  const browser = visitorBrowser(product);
  await browser.get(link);
  await browser.submit('/account/email-confirmation');
}

async function change(personId: string, from: string, to: string): Promise<void> {
  product.clock.moveBy(60_000);
  await ask(personId, to);
  const links = [await changeLink(from), await changeLink(to)];
  for (const link of links) await confirm(link);
  expect(await address()).toBe(to);
}

describe('a change of address that is not made yet', () => {
  it('is stopped from the present mailbox: looking changes nothing, pressing ends the links and every session', async () => {
    const { id } = await aPerson(product.deps);
    await ask(id, 'new@example.org');
    const [fresh, old, stop] = [
      await changeLink('new@example.org'),
      await changeLink('ana@example.org'),
      await stopLink('ana@example.org'),
    ];
    const reader = visitorBrowser(product);
    const page = await reader.get(stop).expect(200);
    expect(heading(page.text)).toBe('Stop the change of your e-mail address');
    expect((await sessionsOf(id)).length).toBe(1);
    await visitorBrowser(product).get(fresh).expect(303);

    expect(heading((await reader.submit(stop)).text)).toBe('The change is stopped');
    expect(await sessionsOf(id)).toEqual([]);
    for (const link of [fresh, old, stop]) await visitorBrowser(product).get(link).expect(400);
    expect(await address()).toBe('ana@example.org');
  });

  it('stays stopped when the new mailbox presses its button once more, just after', async () => {
    const { id } = await aPerson(product.deps);
    await ask(id, 'new@example.org');
    const stranger = visitorBrowser(product);
    await stranger.get(await changeLink('new@example.org'));
    const token = {
      _csrf:
        cheerio
          .load((await stranger.get('/account/email-confirmation')).text)('input[name="_csrf"]')
          .attr('value') ?? '',
    };
    await stranger.postBare('/account/email-confirmation', token);
    await visitorBrowser(product).submit(await stopLink('ana@example.org'));
    await stranger.postBare('/account/email-confirmation', token);
    expect(await address()).toBe('ana@example.org');
  });

  it('cannot be stopped from the new mailbox', async () => {
    const { id } = await aPerson(product.deps);
    await ask(id, 'new@example.org');
    expect(await textTo('account.email_change', 'new@example.org')).not.toContain('/account/email-stop/');
  });
});

describe('a change of address that was made', () => {
  it('is taken back from the mailbox before within seven days, with every session and a password set since', async () => {
    const { id } = await aPerson(product.deps);
    await change(id, 'ana@example.org', 'new@example.org');
    await savePasswordHash(product.db, (await ensureAccount(product.deps, id)).id, 'somebody else’s', product.clock.now());
    await signedInAs(product, id);
    const link = await undoLink('ana@example.org');
    product.clock.moveBy(days(7) - 1);
    const reader = visitorBrowser(product);
    expect(heading((await reader.get(link).expect(200)).text)).toBe('Go back to your earlier e-mail address');
    expect(await address()).toBe('new@example.org');
    expect(heading((await reader.submit(link)).text)).toBe('Your earlier address is back');
    expect(await address()).toBe('ana@example.org');
    expect(await sessionsOf(id)).toEqual([]);
    expect(await product.db('accounts').pluck('password_hash')).toEqual([null]);
    expect((await reader.post(link, {}, '/sign-in')).status).toBe(400);
    expect(await product.db('events').pluck('action')).toEqual([
      'accounts.requestEmailChange',
      'accounts.changeEmail',
      'accounts.undoEmailChange',
    ]);
  });

  it('stays after seven days', async () => {
    const { id } = await aPerson(product.deps);
    await change(id, 'ana@example.org', 'new@example.org');
    const link = await undoLink('ana@example.org');
    product.clock.moveBy(days(7));
    await visitorBrowser(product).get(link).expect(400);
    expect((await visitorBrowser(product).post(link, {}, '/sign-in')).status).toBe(400);
    expect(await address()).toBe('new@example.org');
  });

  it('keeps a password that was there before', async () => {
    const { id } = await aPerson(product.deps);
    await savePasswordHash(product.db, (await ensureAccount(product.deps, id)).id, 'their own', product.clock.now());
    product.clock.moveBy(days(1));
    await change(id, 'ana@example.org', 'new@example.org');
    const link = await undoLink('ana@example.org');
    await visitorBrowser(product).submit(link);
    expect([await address(), await product.db('accounts').pluck('password_hash')]).toEqual(['ana@example.org', ['their own']]);
  });

  it('gives way to the older mailbox: what a later one could undo ends with it, and not the other way round', async () => {
    const { id } = await aPerson(product.deps);
    await change(id, 'ana@example.org', 'second@example.org');
    const first = await undoLink('ana@example.org');
    product.clock.moveBy(days(1));
    await change(id, 'second@example.org', 'third@example.org');
    const second = await undoLink('second@example.org');
    await visitorBrowser(product).submit(second);
    expect(await address()).toBe('second@example.org');
    await change(id, 'second@example.org', 'fourth@example.org');
    const later = await undoLink('second@example.org');
    await visitorBrowser(product).submit(first);
    expect(await address()).toBe('ana@example.org');
    await visitorBrowser(product).get(later).expect(400);
  });

  it.each(['%00', 'none', '%E0%A4', 'x'.repeat(3000)])('answers a link that is none (%#) plainly', async (token) => {
    const answer = await visitorBrowser(product).get(`/account/email-stop/${token}`);
    expect([400, 404]).toContain(answer.status);
  });
});
