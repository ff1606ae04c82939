import request from 'supertest';
import { testProduct, type TestProduct } from '../../support/app';
import { addressOf, fieldsOf, tokensOf } from '../../support/district/ask';
import { aDistrict, type District } from '../../support/district/district';
import type { Kind } from '../../support/district/people';
import { UndoLog } from '../../support/district/undo-log';
import type { RoutePromise } from '../../architecture/route-promise';
import { routes } from '../../architecture/routes';

let product: TestProduct;
let district: District;
let tokens: ReadonlyMap<Kind, string>;
let log: UndoLog;

beforeAll(async () => {
  product = await testProduct();
  district = await aDistrict(product);
  tokens = await tokensOf(district);
  log = await UndoLog.begin(product.db);
});
afterAll(() => product.close());

const changes = routes.filter(({ method, demoOnly }) => method === 'POST' && !demoOnly);
/** Someone who may do it, so that nothing but the token stands in the way. */
const doer = ({ who }: RoutePromise): Kind => who.find((kind) => kind !== 'visitor') ?? 'administrator';
const named = (promises: readonly RoutePromise[]) =>
  promises.map((promise) => [`${promise.path} ${promise.at['id'] ?? ''}`, promise] as const);

interface Attack {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function attack(promise: RoutePromise, { token, headers = {} }: Attack): Promise<string> {
  const fields = { ...fieldsOf(district, promise), ...(token === undefined ? {} : { _csrf: token }) };
  const sent = district.browsers[doer(promise)].postBare(addressOf(district, promise), fields);
  for (const [name, value] of Object.entries(headers)) void sent.set(name, value);
  const { status } = await sent;
  const written = await log.written();
  await log.undo();
  return `${status} ${written.join(' ')}`.trim();
}

/** Buttons on pages without a session, and links of mails whose address is the secret (RFC 8058). */
const withoutToken = [
  '/language',
  '/:c/join',
  '/invitations/stop/:token',
  '/interest/leave/:token',
  '/room/:token/arrival',
  ...['confirm', 'leave', 'choices'].map((what) => `/follow/${what}/:token`),
  ...['confirm', 'renewal', 'leave'].map((what) => `/agenda-requests/${what}/:token`),
];

describe('a change without the token of its own session is refused and changes nothing', () => {
  it.each(named(changes.filter(({ path }) => !withoutToken.includes(path))))('%s', async (_, promise) => {
    const own = tokens.get(doer(promise)) ?? '';
    const another = tokens.get(doer(promise) === 'member' ? 'officer' : 'member') ?? '';
    expect({
      none: await attack(promise, {}),
      empty: await attack(promise, { token: '' }),
      wrong: await attack(promise, { token: 'x'.repeat(own.length) }),
      anothers: await attack(promise, { token: another }),
      fromAnotherOrigin: await attack(promise, { token: own, headers: { Origin: 'https://evil.example' } }),
      fromSomeOrigin: await attack(promise, { token: own, headers: { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' } }),
      fromAnotherSite: await attack(promise, { token: own, headers: { 'Sec-Fetch-Site': 'cross-site' } }),
      fromANeighbour: await attack(promise, { token: own, headers: { 'Sec-Fetch-Site': 'same-site' } }),
    }).toEqual({
      none: '403',
      empty: '403',
      wrong: '403',
      anothers: '403',
      fromAnotherOrigin: '403',
      fromSomeOrigin: '403',
      fromAnotherSite: '403',
      fromANeighbour: '403',
    });
  });

  it('is so for the whole table', () => {
    expect(changes.length).toBeGreaterThan(100);
  });
});

describe('the choice of a language', () => {
  const choose = (headers: Readonly<Record<string, string>>) => {
    const sent = request(product.app).post('/language').type('form').send({ language: 'es', next: '/' }).redirects(0);
    for (const [name, value] of Object.entries(headers)) void sent.set(name, value);
    return sent;
  };

  it('needs no token, since its buttons stand on pages without a session', async () => {
    expect((await choose({})).status).toBe(303);
  });

  it('is refused from other sites', async () => {
    expect((await choose({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await choose({ Origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('a read', () => {
  it('by HEAD changes nothing either', async () => {
    const wrong: string[] = [];
    for (const promise of routes.filter(({ method, demoOnly, who }) => method === 'GET' && !demoOnly && who.length > 0)) {
      await district.browsers[doer(promise)].head(addressOf(district, promise));
      const written = await log.written();
      if (written.length > 0) wrong.push(`${promise.path} wrote ${written.join(', ')}`);
      await log.undo();
    }
    expect(wrong).toEqual([]);
  });
});

describe('words sent after the session ended', () => {
  it('come back on the page that refuses them, but for secrets', async () => {
    const token = tokens.get('author') ?? '';
    const author = district.browsers.author;
    product.clock.moveBy(13 * 3600_000);
    const title = 'My long and careful words';
    const refused = await author.postBare('/advice', { _csrf: token, title, background: 'Ça & <b>là</b>', password: 'hunter2' });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain(title);
    expect(refused.text).toContain('Ça &amp; &lt;b&gt;là&lt;/b&gt;');
    expect(refused.text).not.toContain('hunter2');
    product.clock.moveBy(-13 * 3600_000);
    await log.undo();
  });
});
