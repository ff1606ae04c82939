import * as cheerio from 'cheerio';
import { insertRole } from '../../src/features/accounts/role.queries';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};

it('an administrator reads a person’s seats, sign-ins, what they can see, and joins a second record field by field', async () => {
  const central = await aCollaborative(product.deps);
  const admin = await someone(product.deps, 'Ada Admin');
  await insertRole(product.deps, { personId: admin.id, role: 'administrator' });
  const ana = await someone(product.deps, 'Ana Reyes');
  const twin = await someone(product.deps, 'Ana Reyes', { email: 'twin@example.org' });
  await aMembership(product.deps, (await aSeat(product.deps, central.id)).id, ana.id);
  const browser = await signedInAs(product, admin.id);
  const there = `/admin/people/${ana.id}/record`;
  expect((await browser.get(`/admin/people/${ana.id}`)).text).toContain(there);
  const page = await browser.get(there).expect(200);
  expect(texts(page.text, '[aria-labelledby="terms"] li')[0]).toContain('Local District Central Collaborative · FAM-1');
  expect(texts(page.text, '[aria-labelledby="seen"] dd')).toEqual(['see the directory']);
  expect(texts(page.text, '[aria-labelledby="same"] li')).toEqual(['Ana Reyes (twin@example.org)']);
  const merge = `/admin/people/${ana.id}/merge/${twin.id}`;
  const form = await browser.get(`${merge}?lang=es`).expect(200);
  expect(texts(form.text, 'main legend')).toEqual(['Correo electrónico']);
  expect((await browser.submit(merge, { kept_version: '9' })).status).toBe(409);
  expect((await browser.submit(merge, { email: 'gone' })).status).toBe(303);
  expect(await product.db('people').where({ id: ana.id }).pluck('email')).toEqual(['twin@example.org']);
  expect((await browser.get(merge)).status).toBe(404);
  const staff = await signedInAs(product, (await staffOf(product.deps, central.id)).id);
  expect((await staff.get(there)).status).toBe(404);
});
