import { randomBytes } from 'node:crypto';
import * as cheerio from 'cheerio';
import signature from 'cookie-signature';
import request, { type Response, type Test } from 'supertest';
import { sha256 } from '../../src/lib/secret';
import { plusElapsed } from '../../src/lib/time';
import type { TestProduct } from './app';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A file of a form. */
export interface Part {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly type?: string;
}

/** A browser over supertest: keeps cookies, reads the real token out of the page before it posts. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  private readonly tokens = new Map<string, string>();
  language: string | undefined;

  constructor(private readonly product: TestProduct) {}

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  get(address: string): Test {
    return this.send(request(this.product.app).get(address));
  }

  head(address: string): Test {
    return this.send(request(this.product.app).head(address));
  }

  /** Posts as a script would: with the token of `page` (or of any page with a form) and these fields. */
  async post(address: string, fields: Fields = {}, page?: string): Promise<Response> {
    const token = await this.token(page);
    return this.send(request(this.product.app).post(address))
      .type('form')
      .send(encode({ _csrf: token, ...fields }));
  }

  /** Opens a page, fills its form (found by its action, or the only one in main) and sends it with everything it holds. */
  async submit(page: string, fields: Fields = {}, action?: string): Promise<Response> {
    const opened = await this.get(page);
    if (opened.status !== 200) throw new Error(`${page} answered ${opened.status}`);
    const form = readForm(opened.text, action ?? null);
    return this.send(request(this.product.app).post(form.action ?? page))
      .type('form')
      .send(encode({ ...form.fields, ...fields }));
  }

  /** Sends a form with files, with the token of `page`. */
  async upload(address: string, fields: Readonly<Record<string, string>>, parts: readonly Part[], page?: string): Promise<Response> {
    const test = this.uploadBare(address, { _csrf: await this.token(page), ...fields });
    for (const { field, name, bytes, type = 'application/pdf' } of parts)
      void test.attach(field, bytes, { filename: name, contentType: type });
    return test;
  }

  /** A form with files to be filled, with no token of its own. */
  uploadBare(address: string, fields: Readonly<Record<string, string>> = {}): Test {
    const test = this.send(request(this.product.app).post(address));
    for (const [name, value] of Object.entries(fields)) void test.field(name, value);
    return test;
  }

  /** Posts without any token. */
  postBare(address: string, fields: Fields = {}): Test {
    return this.send(request(this.product.app).post(address)).type('form').send(encode(fields));
  }

  /** Follows one redirect. */
  async follow(response: Response): Promise<Response> {
    const location = response.headers['location'];
    if (location === undefined) throw new Error(`no redirect: ${response.status}`);
    return this.get(location);
  }

  /** The token of a page; of any page of one session it is read once, since a session has one (csrf-sync). */
  private async token(page?: string): Promise<string> {
    const known = page === undefined ? this.tokens.get(this.cookies.get('sid') ?? '') : undefined;
    return known ?? this.readToken(page ?? '/help');
  }

  private async readToken(page: string): Promise<string> {
    const opened = await this.get(page);
    const token = /name="_csrf" value="([^"]+)"/.exec(opened.text)?.[1];
    if (token === undefined) throw new Error(`no form with a token on ${page} (${opened.status})`);
    const session = this.cookies.get('sid');
    if (session !== undefined) this.tokens.set(session, token);
    return token;
  }

  private send(test: Test): Test {
    void test.set('Accept-Encoding', 'identity');
    if (this.cookies.size > 0) void test.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (this.language !== undefined) void test.set('Accept-Language', this.language);
    void test.on('response', (response: Response) => {
      this.keepCookies(response);
    });
    return test.redirects(0);
  }

  private keepCookies(response: Response): void {
    const set = (response.headers['set-cookie'] ?? []) as unknown as string[];
    for (const line of set) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      this.cookies.set(name, value);
    }
  }
}

/** A browser nobody signed in with. */
export const visitorBrowser = (product: TestProduct): Browser => new Browser(product);

interface SessionOptions {
  readonly strong?: boolean;
  readonly applicationIds?: readonly string[];
}

/** A browser with a session of this person, as if they had just signed in (with their second factor unless said otherwise). */
export async function signedInAs(product: TestProduct, personId: string | null, options: SessionOptions = {}): Promise<Browser> {
  const { strong = true, applicationIds = [] } = options;
  const id = randomBytes(24).toString('base64url');
  const now = product.clock.now();
  const data = {
    cookie: { originalMaxAge: null, httpOnly: true, path: '/', sameSite: 'lax' },
    ...(personId === null ? {} : { personId, strong, signedInAt: now }),
    applicationIds,
  };
  await product.db('sessions').insert({
    id_hash: sha256(id),
    person_id: personId,
    data: JSON.stringify(data),
    created_at: now,
    seen_at: now,
    expires_at: plusElapsed(now, { hours: 12 }),
  });
  const browser = new Browser(product);
  browser.setCookie('sid', encodeURIComponent(`s:${signature.sign(id, product.deps.config.secret)}`));
  return browser;
}

function readForm(html: string, action: string | null): { action: string | undefined; fields: Record<string, string | string[]> } {
  const $ = cheerio.load(html);
  const form = action === null ? $('main form[method="post"]').first() : $(`form[action="${action}"]`).first();
  if (form.length === 0) throw new Error(`no such form: ${action ?? 'in main'}`);
  const fields: Record<string, string | string[]> = {};
  for (const { name, value } of form.serializeArray()) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  }
  return { action: form.attr('action'), fields };
}

function encode(fields: Fields): string {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const entry of typeof value === 'string' ? [value] : value) body.append(name, entry);
  return body.toString();
}
