import { request } from 'node:http';
import * as cheerio from 'cheerio';

/** A visitor with cookies, for reaching the pages that are measured. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  headers(): Record<string, string> {
    return { 'accept-encoding': 'gzip', cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  async get(path: string): Promise<string> {
    return (await this.follow(path)).text;
  }

  /** Opens a page through its redirects; answers where it ended. */
  async follow(path: string): Promise<{ address: string; text: string }> {
    let address = path;
    for (let hops = 0; hops < 6; hops += 1) {
      const response = await this.fetch(address, {});
      const location = response.headers.get('location');
      if (location === null) return { address, text: await response.text() };
      address = location;
    }
    throw new Error(`too many redirects from ${path}`);
  }

  async head(path: string): Promise<Headers> {
    return (await this.fetch(path, { headers: { 'accept-encoding': 'gzip' } })).headers;
  }

  async signIn(key: string): Promise<void> {
    await this.press('/demo', { person: key }, '/demo/sign-in');
  }

  /** Begins a draft and answers the address and body that save one of its later steps. */
  async beginApplication(): Promise<{ action: string; body: string }> {
    const start = cheerio.load(await this.get('/apply'));
    const first = start('main a[href^="/apply/email"]').first().attr('href') ?? '/apply/email';
    const email = cheerio.load(await this.get(first));
    const begin = email('main form[method="post"]').first().attr('action') ?? first;
    await this.press(first, { email: 'bench@example.org' }, begin);
    const page = cheerio.load(await this.get('/apply/priorities'));
    const step = page('main form[method="post"]').first();
    const body = bodyOf(step.serializeArray());
    body.set('priorities', 'Shade on the playgrounds, and buses that come on time.');
    return { action: step.attr('action') ?? '/apply/priorities', body: body.toString() };
  }

  /** Sends a form of a page by its action with these fields; answers where it leads. */
  async press(path: string, fields: Readonly<Record<string, string>>, action: string): Promise<string> {
    const page = cheerio.load(await this.get(path));
    const form = page(`form[action="${action}"]`).first();
    const body = bodyOf(form.serializeArray());
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const response = await this.fetch(action, { method: 'POST', body });
    return response.headers.get('location') ?? action;
  }

  /** Bytes over the wire of a first visit: the page with its style sheet and script, compressed. */
  async weight(path: string): Promise<number> {
    const page = cheerio.load(await this.get(path));
    const assets = [
      ...page('link[rel="stylesheet"]').map((_, link) => page(link).attr('href')),
      ...page('script[src]').map((_, script) => page(script).attr('src')),
    ];
    const sizes = await Promise.all([path, ...assets].map((address) => this.bytes(address)));
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** The compressed length of an answer with its headers, read from the socket. */
  private bytes(path: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const asked = request(this.url + path, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
        let size = JSON.stringify(response.rawHeaders).length;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
        });
        response.on('end', () => {
          resolve(size);
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...this.headers(), ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

function bodyOf(fields: readonly { readonly name: string; readonly value: string }[]): URLSearchParams {
  const body = new URLSearchParams();
  for (const { name, value } of fields) body.append(name, value);
  return body;
}
