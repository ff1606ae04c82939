import * as cheerio from 'cheerio';
import { TOTP } from 'otpauth';
import { aPerson, aPersonAs } from '../support/builders/person';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
});
afterAll(() => product.close());

const codeOf = (seed: string): string => new TOTP({ secret: seed }).generate({ timestamp: Date.parse(product.clock.now()) });
const anAdministrator = () => aPersonAs(product.deps, { role: 'administrator' });
const seedOn = (html: string): string => cheerio.load(html)('code').text().replaceAll(' ', '');

/** Sets up an app in this browser; answers its seed and the recovery codes. */
async function setUp(browser: Browser): Promise<{ seed: string; codes: string[] }> {
  const seed = seedOn((await browser.get('/sign-in/second-factor/set-up')).text);
  const shown = await browser.submit('/sign-in/second-factor/set-up', { code: codeOf(seed) });
  const codes = cheerio.load(shown.text)('main li code');
  return { seed, codes: codes.map((_, code) => cheerio.load(code).text()).get() };
}

const prove = (browser: Browser, code: string) => browser.submit('/sign-in/second-factor', { code });

describe('whoever needs a second factor', () => {
  it('sets it up before anything else, and goes on where they wanted', async () => {
    const { id } = await anAdministrator();
    const browser = await signedInAs(product, id, { strong: false });
    for (const page of ['/', '/account', '/admin/people']) {
      const answer = await browser.get(page);
      expect([answer.status, answer.headers['location']]).toEqual([303, '/sign-in/second-factor']);
    }
    expect((await browser.get('/sign-in/second-factor')).headers['location']).toBe('/sign-in/second-factor/set-up');
    const before = browser.cookie('sid');
    const { codes } = await setUp(browser);
    expect(new Set(codes).size).toBe(10);
    expect(browser.cookie('sid')).not.toBe(before);
    expect((await browser.get('/admin/people')).status).toBe(200);
    expect((await mails(product.deps)).map(({ subject }) => subject)).toEqual(['Changed: your second step to sign in (now on)']);
    expect(await product.db('events').pluck('action')).toEqual(['accounts.setSecondFactor']);
  });

  it('cannot post past it either', async () => {
    const { id } = await anAdministrator();
    const bo = await aPerson(product.deps, { email: 'bo@example.org' });
    const browser = await signedInAs(product, id, { strong: false });
    const answer = await browser.post(`/admin/people/${bo.id}/closing`, {}, '/sign-in/second-factor/set-up');
    expect(answer.headers['location']).toBe('/sign-in/second-factor');
    expect(await product.db('accounts')).toEqual([]);
  });

  it('keeps the seed sealed and the recovery codes hashed', async () => {
    const { id } = await anAdministrator();
    const { seed, codes } = await setUp(await signedInAs(product, id, { strong: false }));
    const kept = JSON.stringify([await product.db('accounts'), await product.db('recovery_codes'), await product.db('sessions')]);
    expect([seed, ...codes, ...codes.map((code) => code.replace('-', ''))].filter((secret) => kept.includes(secret))).toEqual([]);
  });

  it('shows a picture that says the same as the key, to this browser alone', async () => {
    const { id } = await anAdministrator();
    const browser = await signedInAs(product, id, { strong: false });
    expect((await browser.get('/sign-in/second-factor/picture')).status).toBe(404);
    await browser.get('/sign-in/second-factor/set-up');
    const picture = await browser.get('/sign-in/second-factor/picture');
    expect([picture.status, picture.type, picture.headers['cache-control']]).toEqual([200, 'image/svg+xml', 'no-store']);
  });
});

describe('a code', () => {
  async function withFactor(): Promise<{ id: string; seed: string; codes: string[] }> {
    const { id } = await anAdministrator();
    const made = await setUp(await signedInAs(product, id, { strong: false }));
    product.clock.moveBy(60_000);
    return { id, ...made };
  }
  const again = (id: string) => signedInAs(product, id, { strong: false });

  it('lets in once: the same code is refused in another browser (S11)', async () => {
    const { id, seed } = await withFactor();
    const code = codeOf(seed);
    const first = await again(id);
    expect((await prove(first, code)).status).toBe(303);
    expect((await first.get('/admin/people')).status).toBe(200);
    expect((await prove(await again(id), code)).status).toBe(422);
  });

  it('may not be the one the set-up was confirmed with', async () => {
    const { id } = await anAdministrator();
    const { seed } = await setUp(await signedInAs(product, id, { strong: false }));
    expect((await prove(await again(id), codeOf(seed))).status).toBe(422);
  });

  it('can be tried five times in a quarter of an hour (S11)', async () => {
    const { id, seed } = await withFactor();
    const browser = await again(id);
    const statuses = [];
    for (let time = 1; time <= 5; time += 1) statuses.push((await prove(browser, '12')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422]);
    expect((await prove(browser, codeOf(seed))).status).toBe(429);
    product.clock.moveBy(15 * 60_000);
    expect((await prove(browser, codeOf(seed))).status).toBe(303);
  });

  it('can be a recovery code, once, as people type it', async () => {
    const { id, codes } = await withFactor();
    const typed = codes[0]!.toLowerCase().replace('-', ' ');
    expect((await prove(await again(id), typed)).status).toBe(303);
    expect((await prove(await again(id), typed)).status).toBe(422);
    expect((await prove(await again(id), codes[1]!)).status).toBe(303);
  });

  it('is worth nothing to another person', async () => {
    const { seed, codes } = await withFactor();
    const other = await aPersonAs(product.deps, { role: 'administrator' }, { email: 'bo@example.org' });
    await setUp(await signedInAs(product, other.id, { strong: false }));
    product.clock.moveBy(60_000);
    expect((await prove(await again(other.id), codeOf(seed))).status).toBe(422);
    expect((await prove(await again(other.id), codes[0]!)).status).toBe(422);
  });

  it('is asked for before another app can take its place', async () => {
    const { id } = await withFactor();
    expect((await (await again(id)).get('/sign-in/second-factor/set-up')).status).toBe(404);
    expect((await (await signedInAs(product, id)).get('/sign-in/second-factor/set-up')).status).toBe(200);
  });
});

describe('whoever does not need it', () => {
  it('may turn it on and off', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id, { strong: false });
    expect((await browser.get('/account')).status).toBe(200);
    await setUp(browser);
    const off = await browser.submit('/account/second-factor', {}, '/account/second-factor/removal');
    expect(off.headers['location']).toBe('/account');
    expect(await product.db('accounts').pluck('totp_sealed')).toEqual([null]);
    expect(await product.db('recovery_codes')).toEqual([]);
  });

  it('is not offered to turn it off where a role needs it, and refused', async () => {
    const { id } = await anAdministrator();
    const browser = await signedInAs(product, id, { strong: false });
    await setUp(browser);
    expect((await browser.get('/account/second-factor')).text).not.toContain('/account/second-factor/removal');
    expect((await browser.post('/account/second-factor/removal', {}, '/account')).status).toBe(409);
  });

  it('gets new recovery codes in place of the old', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id, { strong: false });
    const { codes } = await setUp(browser);
    await browser.submit('/account/second-factor', {}, '/sign-in/second-factor/recovery-codes');
    expect(await product.db('recovery_codes').count({ count: '*' })).toEqual([{ count: 10 }]);
    const next = await signedInAs(product, id, { strong: false });
    expect((await next.submit('/sign-in/second-factor', { code: codes[0]! })).status).toBe(422);
  });
});
