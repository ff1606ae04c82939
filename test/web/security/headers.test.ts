import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { sha256 } from '../../../src/lib/secret';
import { testProduct, type TestProduct } from '../../support/app';
import { addressOf } from '../../support/district/ask';
import { aDistrict, type District } from '../../support/district/district';
import { mails } from '../../support/mailbox';
import { routes } from '../../architecture/routes';

let product: TestProduct;
let district: District;

beforeAll(async () => {
  product = await testProduct();
  district = await aDistrict(product);
});
afterAll(() => product.close());

const policy =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';form-action 'self';frame-ancestors 'none';frame-src 'self';base-uri 'none';object-src 'none'";

const common = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
};

const sent = ({ headers }: Response, names: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(names).map((name) => [name, headers[name]]));

describe('every kind of answer', () => {
  const asset = readdirSync(join(__dirname, '../../../public/assets')).find((name) => name.endsWith('.css')) ?? 'app.css';
  const kinds: readonly (readonly [string, number, () => PromiseLike<Response>])[] = [
    ['a page', 200, () => request(product.app).get('/')],
    ['nothing there', 404, () => request(product.app).get('/no/such/page')],
    ['a refusal', 403, () => request(product.app).post('/help').type('form').send({})],
    ['an invalid form', 422, () => district.browsers.visitor.post('/help', {})],
    ['a redirect', 303, () => request(product.app).get('/me').redirects(0)],
    ['a static file', 200, () => request(product.app).get(`/assets/${asset}`)],
    ['a calendar', 200, () => request(product.app).get('/central/calendar.ics')],
    ['data', 200, () => request(product.app).get(`/meetings/${district.ids['held'] ?? ''}/minutes.json`)],
    ['health', 200, () => request(product.app).get('/healthz')],
    ['a forged host', 400, () => request(product.app).get('/').set('Host', 'evil.example')],
    ['a broken address', 400, () => request(product.app).get('/meetings/%E0%A4%A')],
    ['an unknown method', 405, () => request(product.app).put('/')],
    [
      'too much',
      413,
      () =>
        request(product.app)
          .post('/help')
          .type('form')
          .send(`text=${'x'.repeat(300_000)}`),
    ],
  ];

  it.each(kinds)('%s (%s) carries all the headers', async (_, status, ask) => {
    const response = await ask();
    expect(response.status).toBe(status);
    const isPublicFile = /calendar/.test(String(response.headers['content-type']));
    const expected = isPublicFile ? { ...common, 'cross-origin-resource-policy': 'cross-origin' } : common;
    expect(sent(response, common)).toEqual(expected);
    expect(Object.keys(response.headers).filter((name) => name === 'x-powered-by' || name === 'server')).toEqual([]);
    expect(response.headers['strict-transport-security']).toBeUndefined();
  });
});

describe('every page for somebody signed in', () => {
  it('is kept by no cache', async () => {
    const kept: string[] = [];
    for (const promise of routes.filter(({ method, who, demoOnly }) => method === 'GET' && who.includes('staff') && !demoOnly)) {
      if (promise.path === '/healthz' || promise.path === '/readyz') continue;
      const address = addressOf(district, promise);
      const { headers } = await district.browsers.staff.get(address);
      if (headers['cache-control'] !== 'no-store') kept.push(`${address}: ${String(headers['cache-control'])}`);
    }
    expect(kept).toEqual([]);
  });

  it('and links with secrets in them give no referrer', async () => {
    const token = 'a'.repeat(43);
    const addresses = [`/sign-in/link/${token}`, `/sign-in/invitation/${token}`, `/sign-in/reset/${token}`, `/account/email/${token}`];
    const policies = [];
    for (const address of addresses) policies.push((await request(product.app).get(address)).headers['referrer-policy']);
    expect(policies).toEqual(addresses.map(() => 'no-referrer'));
  });
});

describe('over https behind a proxy', () => {
  let secure: TestProduct;
  beforeAll(async () => {
    secure = await testProduct({ config: { publicUrl: 'https://127.0.0.1', trustProxy: 1 } });
  });
  afterAll(() => secure.close());

  it('the cookie has its prefix and is Secure, HttpOnly and Lax, and the browser is told to stay on https', async () => {
    const response = await request(secure.app).get('/help').set('X-Forwarded-Proto', 'https');
    const [cookie = ''] = response.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^__Host-sid=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(response.headers['content-security-policy']).toBe(`${policy};upgrade-insecure-requests`);
  });

  it('and without https no cookie is given at all', async () => {
    expect((await request(secure.app).get('/help')).headers['set-cookie']).toBeUndefined();
  });
});

/** One request as raw text: what the client library would not send. */
async function raw(text: string): Promise<string> {
  const server = product.app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let found = '';
    socket.on('data', (chunk) => (found += chunk.toString()));
    socket.on('close', () => {
      resolve(found);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return answer.split('\r\n')[0] ?? '';
}

describe('methods and hosts', () => {
  it.each(['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])('%s is answered 405', async (method) => {
    expect(await raw(`${method} / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)).toBe('HTTP/1.1 405 Method Not Allowed');
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'evil.example:80', '127.0.0.1@evil.example', ''])(
    'the host %j is answered 400',
    async (host) => {
      expect(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toBe('HTTP/1.1 400 Bad Request');
    },
  );

  it('a forged host reaches no mail, whichever header it comes in', async () => {
    const before = (await mails(product.deps)).length;
    for (const [address, fields] of [
      ['/sign-in', { email: 'mia.member@example.org' }],
      ['/sign-in/reset', { email: 'mia.member@example.org' }],
      ['/help', { name: 'Ana', email: 'ana@example.org', collaborative: 'central', text: 'Where is it?' }],
    ] as const) {
      const browser = district.browsers.visitor;
      const page = await browser.get(address);
      const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
      const forged = {
        'X-Forwarded-Host': 'evil.example',
        Forwarded: 'host=evil.example',
        'X-Original-URL': 'http://evil.example/',
        'X-Host': 'evil.example',
      };
      const post = browser.postBare(address, { _csrf: token, ...fields });
      for (const [name, value] of Object.entries(forged)) void post.set(name, value);
      expect([200, 303, 422]).toContain((await post).status);
      expect((await browser.postBare(address, { _csrf: token, ...fields }).set('Host', 'evil.example')).status).toBe(400);
    }
    const written = (await mails(product.deps)).slice(before);
    expect(written.length).toBeGreaterThan(1);
    expect(written.filter(({ html, text }) => `${html}${text}`.includes('evil.example'))).toEqual([]);
  });
});

describe('where a redirect leads', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example',
    'http://evil.example/me',
    '/%2f/evil.example',
    '//evil.example/%2e%2e',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '///evil.example',
    '////evil.example',
    '/.//evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//127.0.0.1@evil.example',
    'http://127.0.0.1@evil.example',
    'http://127.0.0.1.evil.example',
    '/@evil.example//',
    '//evil.example\\@127.0.0.1',
    'evil.example',
    '?next=//evil.example',
    '/\u0000/evil.example',
    '/\u2028/evil.example',
    '〱evil.example',
    '/;@evil.example',
    '\u3000//evil.example',
  ];
  const leadsTo = (location: string): string => new URL(location, 'http://127.0.0.1/sign-in').hostname;

  it.each(elsewhere)('after choosing a language stays here, asked for %j', async (next) => {
    const { headers } = await request(product.app).post('/language').type('form').send({ language: 'es', lang: 'es', next }).redirects(0);
    expect(leadsTo(headers['location'] ?? '/')).toBe('127.0.0.1');
  });

  it.each(elsewhere)('after signing in stays here, asked for %j', async (next) => {
    const { headers } = await district.browsers.member.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(leadsTo(headers['location'] ?? '/')).toBe('127.0.0.1');
  });
});

describe('what the database keeps of keys', () => {
  it('is their hashes alone: no cookie and no mailed token stands in any table but in the letter itself', async () => {
    const visitor = district.browsers.visitor;
    await visitor.submit('/sign-in', { email: 'mia.member@example.org' }, '/sign-in');
    const cookies = Object.values(district.browsers).map(
      (browser) => /^s:([^.]+)\./.exec(decodeURIComponent(browser.cookie('sid') ?? ''))?.[1] ?? '',
    );
    const letters = await mails(product.deps);
    const tokens = letters.flatMap(({ text }) => [...text.matchAll(/\/([\w-]{43})(?![\w-])/g)].map((match) => match[1] ?? ''));
    const secrets = [...cookies, ...tokens].filter((secret) => secret !== '');
    expect([cookies.filter((cookie) => cookie.length >= 32).length > 15, tokens.length > 2]).toEqual([true, true]);
    const found: string[] = [];
    const tables = (await product.db('sqlite_master').where({ type: 'table' }).pluck('name')) as string[];
    for (const table of tables.filter((name) => name !== 'outbox_bodies')) {
      const rows = JSON.stringify(await product.db(table).select('*'));
      for (const secret of secrets) if (rows.includes(secret)) found.push(table);
    }
    expect(found).toEqual([]);
    const hashes = JSON.stringify([await product.db('tokens').select('*'), await product.db('sessions').select('*')]);
    expect(secrets.filter((secret) => hashes.includes(sha256(secret))).length).toBeGreaterThan(15);
  });
});
