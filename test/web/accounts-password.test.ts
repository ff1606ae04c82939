import * as cheerio from 'cheerio';
import express from 'express';
import request from 'supertest';
import { ensureAccount, findAccount, passwordHasher, type Hasher } from '../../src/features/accounts';
import { savePasswordHash } from '../../src/features/accounts/account.queries';
import { signInByPassword } from '../../src/features/accounts/sign-in.actions';
import { clientOf } from '../../src/features/accounts/passport';
import { aPerson } from '../support/builders/person';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

const minutes = (count: number): number => count * 60_000;
const password = 'violet tram sandwich nine';

let product: TestProduct;
const hasher = passwordHasher();
let stored: string;

beforeAll(async () => {
  product = await testProduct();
  stored = await hasher.hash(password);
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
});
afterAll(() => product.close());

async function anaWithPassword(given: Parameters<typeof aPerson>[1] = {}): Promise<string> {
  const { id } = await aPerson(product.deps, given);
  const account = await ensureAccount(product.deps, id);
  await savePasswordHash(product.db, account.id, stored, testNow);
  return id;
}

const signIn = (browser: Browser, email: string, word: string) => browser.submit('/sign-in/password', { email, password: word });
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/account')).status === 200;
const words = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const resetLink = async (): Promise<string> => linkIn((await mails(product.deps, 'account.reset')).at(-1)!.text, '/sign-in/reset/');

describe('signing in with a password', () => {
  it('lets the right one in, whatever the capitals of the address', async () => {
    await anaWithPassword();
    const browser = visitorBrowser(product);
    const answer = await signIn(browser, 'ANA@example.org', password);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/me']);
    expect(await isIn(browser)).toBe(true);
  });

  it('says the same to a wrong password, an unknown address, one without a password and a closed account (S8)', async () => {
    await anaWithPassword();
    await aPerson(product.deps, { name: 'Bo', email: 'bo@example.org' });
    const closed = await anaWithPassword({ name: 'Cy', email: 'cy@example.org' });
    await product.db('accounts').where({ person_id: closed }).update({ closed_at: testNow });
    const answers = [];
    for (const [email, word] of [
      ['ana@example.org', 'not the password'],
      ['eve@example.org', password],
      ['bo@example.org', password],
      ['cy@example.org', password],
    ] as const) {
      const answer = await signIn(visitorBrowser(product), email, word);
      answers.push([answer.status, words(answer.text), Object.keys(answer.headers).sort().join()]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(422);
  });

  it('never sends a password back', async () => {
    const answer = await signIn(visitorBrowser(product), 'ana@example.org', 'my secret word');
    expect(answer.text).not.toContain('my secret word');
    expect(cheerio.load(answer.text)('#email').attr('value')).toBe('ana@example.org');
  });

  it('tells those of one household apart by their passwords', async () => {
    await anaWithPassword();
    const bo = await aPerson(product.deps, { name: 'Bo Reyes' });
    await savePasswordHash(product.db, (await ensureAccount(product.deps, bo.id)).id, await hasher.hash('another good phrase'), testNow);
    const browser = visitorBrowser(product);
    await signIn(browser, 'ana@example.org', 'another good phrase');
    expect(words((await browser.get('/account')).text)).toContain('Bo Reyes');
  });

  it('is slow to guess: ten tries, then a wait for this address alone, and no lock for good (S6, S7)', async () => {
    await anaWithPassword();
    await anaWithPassword({ name: 'Bo', email: 'bo@example.org' });
    const statuses = [];
    for (let time = 1; time <= 11; time += 1) statuses.push((await signIn(visitorBrowser(product), 'ana@example.org', 'wrong')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429]);
    expect((await signIn(visitorBrowser(product), 'bo@example.org', password)).status).toBe(303);
    product.clock.moveBy(minutes(15));
    expect((await signIn(visitorBrowser(product), 'ana@example.org', password)).status).toBe(303);
  });

  it('counts before it hashes: of 500 at once, ten reach the hasher (G11)', async () => {
    await anaWithPassword();
    let hashed = 0;
    const counting: Hasher = {
      hash: (word) => hasher.hash(word),
      verify: (kept, word) => {
        hashed += 1;
        return hasher.verify(kept, word);
      },
    };
    const tries = Array.from({ length: 500 }, (_, index) =>
      signInByPassword(product.deps, counting, { email: 'ana@example.org', password: 'wrong', client: `10.0.0.${index % 250}` }),
    );
    const results = await Promise.allSettled(tries);
    expect(hashed).toBe(10);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await signInByPassword(product.deps, hasher, { email: 'bo@example.org', password: 'x', client: '10.0.0.1' })).toBeNull();
  });

  it('refuses while the limits cannot be counted', async () => {
    await anaWithPassword();
    const browser = visitorBrowser(product);
    await browser.get('/sign-in/password');
    await product.db.schema.renameTable('limits', 'limits_away');
    const answer = await signIn(browser, 'ana@example.org', password);
    await product.db.schema.renameTable('limits_away', 'limits');
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(await isIn(browser)).toBe(false);
  });
});

it('counts by the socket, not by what X-Forwarded-For says (S13)', async () => {
  const app = express();
  app.set('trust proxy', product.deps.config.trustProxy);
  app.get('/', (req, res) => {
    res.send(clientOf(req));
  });
  const seen = new Set<string>();
  for (let number = 1; number <= 100; number += 1) {
    seen.add((await request(app).get('/').set('X-Forwarded-For', `203.0.113.${number}, 198.51.100.${number}`)).text);
  }
  expect(seen.size).toBe(1);
});

describe('setting a new password by mail', () => {
  async function opened(): Promise<Browser> {
    const browser = visitorBrowser(product);
    await browser.submit('/sign-in/reset', { email: 'ana@example.org' });
    await browser.get(await resetLink());
    return browser;
  }

  it('sets it, ends every session, tells the person, and signs nobody in', async () => {
    const id = await anaWithPassword();
    const elsewhere = await signedInAs(product, id);
    const browser = await opened();
    const done = await browser.submit('/sign-in/new-password', { password: 'a quite different phrase' });
    expect([done.status, done.headers['location']]).toEqual([303, '/sign-in/password']);
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([false, false]);
    expect((await signIn(visitorBrowser(product), 'ana@example.org', password)).status).toBe(422);
    expect((await signIn(visitorBrowser(product), 'ana@example.org', 'a quite different phrase')).status).toBe(303);
    expect((await mails(product.deps, 'account.changed')).map(({ to_address, subject }) => [to_address, subject])).toEqual([
      ['ana@example.org', 'Changed: your password'],
    ]);
    expect(await product.db('events').pluck('action')).toEqual(['accounts.setPassword']);
  });

  it('has one answer for a used, an older, an expired and a guessed link (S9)', async () => {
    await anaWithPassword();
    const first = await opened();
    const older = await resetLink();
    await product.db('outbox').delete();
    const second = await opened();
    const newer = await resetLink();
    const answers = [
      await visitorBrowser(product).get(older),
      await first.get('/sign-in/new-password'),
      await visitorBrowser(product).get(`/sign-in/reset/${'x'.repeat(43)}`),
    ];
    expect((await second.submit('/sign-in/new-password', { password: 'a quite different phrase' })).status).toBe(303);
    answers.push(await visitorBrowser(product).get(newer));
    await product.db('outbox').delete();
    const third = await opened();
    const late = await resetLink();
    product.clock.moveBy(minutes(30));
    answers.push(await visitorBrowser(product).get(late), await third.get('/sign-in/new-password'));
    expect(new Set(answers.map(({ status, text }) => `${status} ${words(text)}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(400);
  });

  it('is not spent by looking, nor by a password that will not do', async () => {
    await anaWithPassword();
    const browser = await opened();
    await visitorBrowser(product)
      .get(await resetLink())
      .expect(303);
    const refused = await browser.submit('/sign-in/new-password', { password: 'too short' });
    expect([refused.status, cheerio.load(refused.text)('#password-error').text()]).toEqual([422, 'Error: Use at least 15 characters']);
    expect((await browser.submit('/sign-in/new-password', { password: 'a quite different phrase' })).status).toBe(303);
  });

  it('does not change the password of another who shares the address', async () => {
    const ana = await anaWithPassword();
    const bo = await aPerson(product.deps, { name: 'Bo Reyes' });
    const browser = await opened();
    expect((await browser.submit('/sign-in/new-password', { password: 'a quite different phrase' })).status).toBe(422);
    expect((await browser.submit('/sign-in/new-password', { password: 'a quite different phrase', person: bo.id })).status).toBe(303);
    expect((await findAccount(product.db, ana))?.passwordHash).toBe(stored);
    expect((await findAccount(product.db, bo.id))?.passwordHash).toMatch(/^\$argon2id/);
  });

  it('answers an unknown address the same', async () => {
    await anaWithPassword();
    const answers = [];
    for (const email of ['ana@example.org', 'eve@example.org']) {
      const answer = await visitorBrowser(product).submit('/sign-in/reset', { email });
      answers.push([answer.status, words(answer.text).replace(email, 'EMAIL')]);
    }
    expect(answers[1]).toEqual(answers[0]);
  });
});

describe('changing it from the account page', () => {
  it('asks for the present one, and ends all other sessions', async () => {
    const id = await anaWithPassword();
    const [browser, elsewhere] = [await signedInAs(product, id), await signedInAs(product, id)];
    const wrong = await browser.submit('/account/password', { current: 'guess', password: 'a quite different phrase' });
    expect([wrong.status, cheerio.load(wrong.text)('#current-error').text()]).toEqual([422, 'Error: This is not your present password']);
    const right = await browser.submit('/account/password', { current: password, password: 'a quite different phrase' });
    expect([right.status, right.headers['location']]).toEqual([303, '/account']);
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, false]);
  });
});
