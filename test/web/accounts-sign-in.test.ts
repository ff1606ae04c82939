import * as cheerio from 'cheerio';
import { aPerson } from '../support/builders/person';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

const minutes = (count: number): number => count * 60_000;

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
});
afterAll(() => product.close());

const h1 = (html: string): string => cheerio.load(html)('h1').first().text();
const lastMail = async () => (await mails(product.deps)).at(-1)!;
const lastLink = async (begins = '/sign-in/'): Promise<string> => linkIn((await lastMail()).text, begins);
const lastCode = async (): Promise<string> => /\b(\d{3} \d{3})\b/.exec((await lastMail()).text)![1]!;

/** Who the account page says is signed in, or null. */
async function whoIs(browser: Browser): Promise<string | null> {
  const page = await browser.get('/account');
  return page.status === 200 ? cheerio.load(page.text)('.app-account__link bdi').text() : null;
}

describe('signing in by link', () => {
  it('sends a link and a code, looks when the link is opened, and signs in when the button is pressed', async () => {
    await aPerson(product.deps);
    const browser = visitorBrowser(product);
    const asked = await browser.submit('/sign-in', { email: 'Ana@Example.org' });
    expect([asked.status, asked.headers['location']]).toEqual([303, '/sign-in/code']);
    expect(await product.db('accounts')).toEqual([]);

    const opened = await browser.get(await lastLink());
    expect([opened.status, opened.headers['location'], opened.headers['referrer-policy']]).toEqual([
      303,
      '/sign-in/confirm',
      'no-referrer',
    ]);
    expect(await whoIs(browser)).toBeNull();

    const pressed = await browser.submit('/sign-in/confirm');
    expect([pressed.status, pressed.headers['location']]).toEqual([303, '/me']);
    expect(await whoIs(browser)).toBe('Ana Reyes');
    expect(await product.db('people').pluck('email_verified_at')).toEqual([testNow]);
    expect(await product.db('accounts').pluck('last_sign_in_at')).toEqual([testNow]);
    expect(await product.db('events').pluck('action')).toEqual(['accounts.proveEmail']);
  });

  it('writes to the person in their language, first in line and only for ten minutes', async () => {
    await aPerson(product.deps, { locale: 'es' });
    await visitorBrowser(product).submit('/sign-in', { email: 'ana@example.org' });
    expect((await lastMail()).subject).toBe('Su enlace para entrar');
    const [row] = await product.db('outbox');
    expect(row).toMatchObject({ kind: 'account.sign_in', priority: 0, when_unknown: 'drop', expires_at: '2026-11-21T20:10:00.000Z' });
  });

  it('gives the new session a new id, and the old one is dead (S1)', async () => {
    await aPerson(product.deps);
    const browser = visitorBrowser(product);
    await browser.submit('/sign-in', { email: 'ana@example.org' });
    const before = browser.cookie('sid')!;
    await browser.get(await lastLink());
    await browser.submit('/sign-in/confirm');
    expect(browser.cookie('sid')).not.toBe(before);

    const thief = visitorBrowser(product);
    thief.setCookie('sid', before);
    expect(await whoIs(thief)).toBeNull();
    expect(await product.db('sessions').count({ count: '*' })).toEqual([{ count: 1 }]);
  });

  it('survives mail scanners that open every link (S10)', async () => {
    await aPerson(product.deps);
    await visitorBrowser(product).submit('/sign-in', { email: 'ana@example.org' });
    const link = await lastLink();
    for (const scanner of [visitorBrowser(product), visitorBrowser(product)]) {
      expect((await scanner.get(link)).status).toBe(303);
      await scanner.get('/sign-in/confirm').expect(200);
    }
    const browser = visitorBrowser(product);
    await browser.get(link);
    expect((await browser.submit('/sign-in/confirm')).headers['location']).toBe('/me');
  });

  it('takes a second press from the same browser within two minutes as the same, and none from another', async () => {
    await aPerson(product.deps);
    const browser = visitorBrowser(product);
    await browser.submit('/sign-in', { email: 'ana@example.org' });
    const link = await lastLink();
    await browser.get(link);
    await browser.submit('/sign-in/confirm');

    const other = visitorBrowser(product);
    expect((await other.get(link)).status).toBe(400);
    await browser.get(link).expect(303);
    expect((await browser.submit('/sign-in/confirm')).headers['location']).toBe('/me');
    product.clock.moveBy(minutes(2) + 1);
    expect((await browser.get(link)).status).toBe(400);
  });

  it('answers every dead link alike, with 400', async () => {
    await aPerson(product.deps);
    await visitorBrowser(product).submit('/sign-in', { email: 'ana@example.org' });
    const link = await lastLink();
    const browser = visitorBrowser(product);
    await browser.get(link);
    product.clock.moveBy(minutes(10));
    const titles = [
      await browser.get(link),
      await browser.get(`/sign-in/link/${'x'.repeat(43)}`),
      await browser.get('/sign-in/confirm'),
    ].map(({ status, text }) => [status, h1(text)]);
    expect(titles).toEqual(Array.from({ length: 3 }, () => [400, 'This link does not work any more']));
  });

  it('goes on to the page that was asked for, also from another device', async () => {
    await aPerson(product.deps);
    const browser = visitorBrowser(product);
    expect((await browser.get('/account/profile')).headers['location']).toBe('/sign-in?next=%2Faccount%2Fprofile');
    await browser.submit('/sign-in?next=%2Faccount%2Fprofile', { email: 'ana@example.org' });
    const phone = visitorBrowser(product);
    await phone.get(await lastLink());
    expect((await phone.submit('/sign-in/confirm')).headers['location']).toBe('/account/profile');
  });

  it.each(['//e.example', '/\\e.example', 'https:e.example', '/%09/e.example/..//e.example', '/.//e.example'])(
    'stays on the site for next=%s (S14)',
    async (next) => {
      await aPerson(product.deps);
      const browser = visitorBrowser(product);
      await browser.submit('/sign-in', { email: 'ana@example.org', next });
      await browser.get(await lastLink());
      const location = (await browser.submit('/sign-in/confirm')).headers['location']!;
      expect(new URL(location, 'http://127.0.0.1').host).toBe('127.0.0.1');
    },
  );

  it('asks who it is where people share an address', async () => {
    await aPerson(product.deps);
    const bo = await aPerson(product.deps, { name: 'Bo Reyes' });
    const stranger = await aPerson(product.deps, { name: 'Cy Park', email: 'cy@example.org' });
    const browser = visitorBrowser(product);
    await browser.submit('/sign-in', { email: 'ana@example.org' });
    await browser.get(await lastLink());
    const page = await browser.get('/sign-in/confirm');
    expect(
      cheerio
        .load(page.text)('.app-choice label')
        .map((_, label) => cheerio.load(label).text().trim())
        .get()
        .sort(),
    ).toEqual(['Ana Reyes', 'Bo Reyes']);
    expect((await browser.submit('/sign-in/confirm')).status).toBe(422);
    expect((await browser.submit('/sign-in/confirm', { person: stranger.id })).status).toBe(422);
    expect((await browser.submit('/sign-in/confirm', { person: bo.id })).headers['location']).toBe('/me');
    expect(await whoIs(browser)).toBe('Bo Reyes');
  });
});

describe('signing in by code', () => {
  it('takes the six digits in the browser that asked', async () => {
    await aPerson(product.deps);
    const browser = visitorBrowser(product);
    await browser.submit('/sign-in', { email: 'ana@example.org' });
    expect((await browser.submit('/sign-in/code', { code: await lastCode() })).headers['location']).toBe('/me');
    expect(await whoIs(browser)).toBe('Ana Reyes');
  });

  it('gives up after five wrong ones, and tells nothing more of it', async () => {
    await aPerson(product.deps);
    const browser = visitorBrowser(product);
    await browser.submit('/sign-in', { email: 'ana@example.org' });
    const code = await lastCode();
    const wrong = code === '000 000' ? '000001' : '000000';
    for (let time = 1; time <= 5; time += 1) expect((await browser.submit('/sign-in/code', { code: wrong })).status).toBe(422);
    expect((await browser.submit('/sign-in/code', { code })).status).toBe(422);
    expect(await whoIs(browser)).toBeNull();
  });
});

describe('an address we do not know', () => {
  it('gets the same answers, and a mail that says so (S8)', async () => {
    await aPerson(product.deps);
    const seen = [];
    for (const email of ['ana@example.org', 'eve@example.org']) {
      const browser = visitorBrowser(product);
      const asked = await browser.submit('/sign-in', { email });
      const page = await browser.get('/sign-in/code');
      const tried = await browser.submit('/sign-in/code', { code: '12' });
      const headers = Object.keys(asked.headers).sort();
      const words = (html: string) => cheerio.load(html)('main').text().replaceAll(email, 'EMAIL').replace(/\s+/g, ' ');
      seen.push({
        status: [asked.status, page.status, tried.status],
        location: asked.headers['location'],
        headers,
        page: words(page.text),
        tried: words(tried.text),
      });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect((await mails(product.deps)).map(({ kind, to_address }) => [kind, to_address]).sort()).toEqual([
      ['account.sign_in', 'ana@example.org'],
      ['account.unknown', 'eve@example.org'],
    ]);
    const [unknown] = await mails(product.deps, 'account.unknown');
    expect(unknown?.text).toContain('/apply');
    expect(unknown?.text).not.toContain('/sign-in/link/');
  });

  it('does the same work as a known one', async () => {
    await aPerson(product.deps);
    const counts = [];
    for (const email of ['ana@example.org', 'eve@example.org']) {
      let count = 0;
      const onQuery = () => {
        count += 1;
      };
      const browser = visitorBrowser(product);
      await browser.get('/sign-in');
      product.db.on('query', onQuery);
      await browser.submit('/sign-in', { email });
      product.db.removeListener('query', onQuery);
      counts.push(count);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  it('cannot be flooded: three mails an hour, in the same words for both', async () => {
    await aPerson(product.deps);
    for (const email of ['ana@example.org', 'eve@example.org']) {
      const browser = visitorBrowser(product);
      const statuses = [];
      for (let time = 1; time <= 4; time += 1) statuses.push((await browser.submit('/sign-in', { email })).status);
      expect(statuses).toEqual([303, 303, 303, 429]);
    }
    expect(await mails(product.deps)).toHaveLength(6);
  });
});

it('keeps the words of an address that is none', async () => {
  const answer = await visitorBrowser(product).submit('/sign-in', { email: 'ana at example' });
  expect(answer.status).toBe(422);
  expect(cheerio.load(answer.text)('#email').attr('value')).toBe('ana at example');
  expect(cheerio.load(answer.text)('.app-error-summary a').text()).toBe('Write an e-mail address like name@example.org');
});
