import * as cheerio from 'cheerio';
import { aPerson } from '../support/builders/person';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
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

const lang = (html: string): string | undefined => cheerio.load(html)('html').attr('lang');

describe('what one says of oneself', () => {
  const changed = { name: "María-José O'Neill", preferredName: 'Majo', pronouns: 'ella', phone: '213 555 0100', locale: 'es' };

  it('is saved, shown and used from the next page on', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id);
    const saved = await browser.submit('/account/profile', changed);
    expect([saved.status, saved.headers['location']]).toEqual([303, '/account']);
    const page = await browser.get('/account');
    expect(lang(page.text)).toBe('es');
    expect(cheerio.load(page.text)('.app-account__link bdi').text()).toBe('Majo');
    expect(await product.db('events').pluck('action')).toEqual(['accounts.changeProfile']);
  });

  it('is given back with what is wrong', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id);
    const refused = await browser.submit('/account/profile', { ...changed, name: '', phone: 'call me' });
    expect(refused.status).toBe(422);
    const page = cheerio.load(refused.text);
    expect([page('#phone').attr('value'), page('#preferredName').attr('value')]).toEqual(['call me', 'Majo']);
    expect(
      page('.app-error-summary a')
        .map((_, link) => page(link).attr('href'))
        .get(),
    ).toEqual(['#name', '#phone']);
    expect(page('title').text()).toMatch(/^Error: /);
  });

  it('is not overwritten by an older page', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id);
    await browser.submit('/account/profile', changed);
    expect((await browser.submit('/account/profile', { ...changed, name: 'Older', version: '1' })).status).toBe(409);
    expect(await product.db('people').pluck('name')).toEqual([changed.name]);
  });

  it('takes no column that is not asked for (A7)', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id);
    await browser.submit('/account/profile', {
      ...changed,
      email: 'eve@example.org',
      email_verified_at: testNow,
      id: 'x',
      person_id: 'y',
      role: 'administrator',
    });
    expect(await product.db('people').select('id', 'email', 'email_verified_at')).toEqual([
      { id, email: 'ana@example.org', email_verified_at: null },
    ]);
  });

  it('is asked of nobody who is not signed in', async () => {
    for (const page of [
      '/account',
      '/account/profile',
      '/account/email',
      '/account/password',
      '/account/sessions',
      '/account/second-factor',
    ]) {
      const answer = await visitorBrowser(product).get(page);
      expect([answer.status, answer.headers['location']]).toEqual([303, `/sign-in?next=${encodeURIComponent(page)}`]);
    }
  });
});

describe('a new address', () => {
  const linkTo = async (address: string): Promise<string> =>
    linkIn((await mails(product.deps, 'account.email_change')).find(({ to_address }) => to_address === address)!.text, '/account/email/');
  const confirm = async (link: string, browser: Browser = visitorBrowser(product)): Promise<string> => {
    await browser.get(link);
    return cheerio
      .load((await browser.submit('/account/email-confirmation')).text)('h1')
      .text();
  };
  const addresses = () => product.db('people').pluck('email');

  it('counts once both mailboxes have confirmed it, in either order, and both are told', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id);
    await browser.submit('/account/email', { email: 'new@example.org' });
    const [old, fresh] = [await linkTo('ana@example.org'), await linkTo('new@example.org')];
    await visitorBrowser(product).get(old).expect(303);
    expect(await addresses()).toEqual(['ana@example.org']);
    expect(await confirm(fresh)).toBe('One more e-mail');
    expect(await addresses()).toEqual(['ana@example.org']);
    expect(await confirm(old)).toBe('Your address is changed');
    expect(await addresses()).toEqual(['new@example.org']);
    expect((await mails(product.deps, 'account.changed')).map(({ to_address }) => to_address).sort()).toEqual([
      'ana@example.org',
      'new@example.org',
    ]);
    expect(await confirmDead(fresh)).toBe(400);
  });

  it('needs no second mailbox where there was none', async () => {
    const { id } = await aPerson(product.deps, { email: null });
    await (await signedInAs(product, id)).submit('/account/email', { email: 'new@example.org' });
    expect(await confirm(await linkTo('new@example.org'))).toBe('Your address is changed');
    expect(await product.db('people').pluck('email_verified_at')).toEqual([testNow]);
  });

  it('is dropped when another is asked for, and after a day', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id);
    await browser.submit('/account/email', { email: 'first@example.org' });
    const first = await linkTo('first@example.org');
    await browser.submit('/account/email', { email: 'second@example.org' });
    const second = await linkTo('second@example.org');
    expect(await confirmDead(first)).toBe(400);
    product.clock.moveBy(24 * 3_600_000);
    expect(await confirmDead(second)).toBe(400);
  });

  const confirmDead = async (link: string): Promise<number> => (await visitorBrowser(product).get(link)).status;
});

describe('the language', () => {
  it('is kept by a post alone, for visitors in a cookie', async () => {
    const browser = visitorBrowser(product);
    expect(lang((await browser.get('/sign-in?lang=es')).text)).toBe('es');
    expect(lang((await browser.get('/sign-in')).text)).toBe('en');
    const chosen = await browser.post('/language', { locale: 'es', next: '/sign-in' }, '/sign-in');
    expect([chosen.status, chosen.headers['location']]).toEqual([303, '/sign-in']);
    expect(lang((await browser.get('/sign-in')).text)).toBe('es');
  });

  it('is kept with the person who is signed in', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id);
    const chosen = await browser.post('/language', { locale: 'es', next: '/account/profile?x=1' }, '/account');
    expect(chosen.headers['location']).toBe('/account/profile?x=1');
    expect(await product.db('people').pluck('locale')).toEqual(['es']);
  });

  it.each([{ locale: 'xx' }, { locale: ['en', 'es'] }, {}])('is not changed by %j', async (fields) => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id);
    expect((await browser.post('/language', { ...fields, next: '//e.example' }, '/account')).headers['location']).toBe('/');
    expect(await product.db('people').pluck('locale')).toEqual(['en']);
  });
});
