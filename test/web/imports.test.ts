import * as cheerio from 'cheerio';
import { insertRole } from '../../src/features/accounts/role.queries';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, someone, staffOf } from '../support/builders/seat';
import { signedInAs } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let admin: string;
const there = '/admin/imports/files';

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  await aCollaborative(product.deps);
  admin = (await someone(product.deps, 'Ada Admin')).id;
  await insertRole(product.deps, { personId: admin, role: 'administrator' });
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};
const part = (content: string) => [{ field: 'file', name: 'roster.csv', bytes: Buffer.from(content), type: 'text/csv' }];
const header = 'collaborative,seat,constituency,votes,name,term_starts,term_ends,email';

describe('a file', () => {
  it('is looked at first, then taken in as a whole, and stands in the list with who brought it', async () => {
    const browser = await signedInAs(product, admin);
    const line = 'central,F-1,families,yes,Ana Reyes,2025-07-01,2027-06-30,ana@example.org';
    const brought = await browser.upload(there, { kind: 'roster' }, part(`${header}\n${line}`), there);
    expect(brought.status).toBe(303);
    const page = await browser.follow(brought);
    expect(texts(page.text, 'main li')).toEqual([
      '1 new seat',
      '1 new person',
      '1 new term',
      'Something would change in 0 terms',
      '0 terms are there already',
    ]);
    const address = brought.headers['location'] ?? '';
    const taken = await browser.follow(await browser.submit(address, { do: 'take' }, `${address}/taking`));
    expect(texts(taken.text, '.app-flash')).toEqual(['The file is taken in.']);
    expect(texts(taken.text, 'main form')).toEqual([]);
    expect(texts((await browser.get(there)).text, '.app-rows li')[0]).toContain('Ada Admin');
  });

  it('that means somebody who sits there says what it would change from what to what, in Spanish too', async () => {
    const browser = await signedInAs(product, admin);
    const bring = async (ends: string, office: string) => {
      const line = `central,F-1,families,yes,Ana Reyes,2025-07-01,${ends},ana@example.org,${office}`;
      return browser.upload(there, { kind: 'roster' }, part(`${header},office\n${line}`), there);
    };
    const first = (await bring('2027-06-30', '')).headers['location'] ?? '';
    await browser.submit(first, { do: 'take' }, `${first}/taking`);
    const address = (await bring('2028-06-30', 'chair')).headers['location'] ?? '';
    expect(texts((await browser.get(address)).text, 'tbody tr')).toEqual([
      '2Ana Reyes, seat F-1: would change the end of the term from June 30, 2027 to June 30, 2028',
      '2Ana Reyes, seat F-1: would give the office of chair from July 1, 2025',
    ]);
    expect(texts((await browser.get(`${address}?lang=es`)).text, 'tbody tr')[0]).toBe(
      '2Ana Reyes, lugar F-1: cambiaría el final del periodo de 30 de junio de 2027 a 30 de junio de 2028',
    );
  });

  it('with errors is answered row by row, in Spanish too, and as a list without formulas', async () => {
    const browser = await signedInAs(product, admin);
    const line = 'central,F-1,families,=yes,Ana Reyes,2025-07-01,2027-06-30,';
    const brought = await browser.upload(there, { kind: 'roster' }, part(`${header}\n${line}`), there);
    const address = brought.headers['location'] ?? '';
    const page = await browser.get(`${address}?lang=es`);
    expect(texts(page.text, 'tbody tr')).toEqual(['2La celda “votes” empieza como una fórmula. Escriba el valor mismo.']);
    expect(texts(page.text, 'main form')).toEqual([]);
    const csv = await browser.get(`${address}/errors.csv`).expect(200);
    expect(csv.text.split('\r\n')[1]).toBe('"2","The cell “votes” begins like a formula. Write the value itself."');
  });

  it('asks who is meant with a choice that must be made', async () => {
    await someone(product.deps, 'Ana Reyes', { email: 'other@example.org' });
    const browser = await signedInAs(product, admin);
    const line = 'central,F-1,families,yes,Ana Reyes,2025-07-01,2027-06-30,ana@example.org';
    const brought = await browser.upload(there, { kind: 'roster' }, part(`${header}\n${line}`), there);
    const address = brought.headers['location'] ?? '';
    const page = await browser.get(address);
    expect(texts(page.text, 'main legend')).toEqual(['Row 2: is Ana Reyes one of these people?']);
    expect(texts(page.text, 'main button')).toEqual(['Look again with these answers']);
    const again = await browser.submit(address, { person_2: 'new', do: 'check' }, `${address}/taking`);
    expect(texts(again.text, 'main button')).toEqual(['Look again with these answers', 'Take it in']);
  });

  it('must be chosen, and the page is nobody’s but administrators’', async () => {
    const browser = await signedInAs(product, admin);
    expect((await browser.upload(there, { kind: 'roster' }, [], there)).status).toBe(422);
    const [central] = await product.db('collaboratives').pluck<string[]>('id');
    const staff = await signedInAs(product, (await staffOf(product.deps, central ?? '')).id);
    expect((await staff.get(there)).status).toBe(404);
  });
});
