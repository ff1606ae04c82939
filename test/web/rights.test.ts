import * as cheerio from 'cheerio';
import { insertRole } from '../../src/features/accounts/role.queries';
import { testProduct, type TestProduct } from '../support/app';
import { someone } from '../support/builders/seat';
import { signedInAs } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let admin: string;
let ana: string;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  admin = (await someone(product.deps, 'Ada Admin')).id;
  await insertRole(product.deps, { personId: admin, role: 'administrator' });
  ana = (await someone(product.deps, 'Ana Reyes', { phone: '213 555 0100', locale: 'es' })).id;
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};

describe('one’s own data', () => {
  it('can be downloaded, by oneself alone', async () => {
    const browser = await signedInAs(product, ana);
    const page = await browser.get('/me/data').expect(200);
    expect(texts(page.text, 'h1')).toEqual(['Sus datos']);
    const file = await browser.get('/me/export.json').expect(200);
    expect(file.headers['content-disposition']).toContain('my-data.json');
    expect(JSON.parse(file.text)).toMatchObject({ people: [{ name: 'Ana Reyes', phone: '213 555 0100' }] });
    expect(file.text).not.toContain('Ada');
  });

  it('is erased after somebody at the office has looked; then the person is gone and their session with them', async () => {
    const browser = await signedInAs(product, ana);
    const asked = await browser.follow(await browser.submit('/me/data', {}, '/me/erasure'));
    expect(texts(asked.text, '.app-notice')[0]).toContain('Usted lo pidió el');
    const office = await signedInAs(product, admin);
    const [id] = await product.db('erasure_requests').pluck<string[]>('id');
    const there = `/admin/rights/${id}`;
    expect((await office.get('/admin/rights')).text).toContain('Ana Reyes');
    const page = await office.get(there).expect(200);
    expect(texts(page.text, 'main li').join(' ')).toContain('Your name, address, phone and needs');
    expect((await office.submit(there, { version: '7' }, `${there}/erasure`)).status).toBe(409);
    expect((await office.submit(there, {}, `${there}/erasure`)).status).toBe(303);
    expect(await product.db('people').where({ id: ana }).select('name', 'email', 'phone')).toEqual([{ name: '—', email: null, phone: '' }]);
    expect((await browser.get('/me/data')).status).toBe(303);
  });

  it('is kept with words where the office must say no', async () => {
    const office = await signedInAs(product, admin);
    const found = await office.get('/admin/rights?q=ana reyes').expect(200);
    expect(texts(found.text, 'main bdi')).toEqual(['Ana Reyes (ana.reyes@example.org)']);
    const begun = await office.post('/admin/rights/asking', { person: ana }, '/admin/rights');
    const there = begun.headers['location'] ?? '';
    expect((await office.submit(there, { words: '' }, `${there}/refusal`)).status).toBe(422);
    expect((await office.submit(there, { words: 'A claim is open' }, `${there}/refusal`)).status).toBe(303);
    expect((await (await signedInAs(product, ana)).get('/me/data')).text).toContain('A claim is open');
  });
});

describe('how long records are kept', () => {
  it('is told with each rule, and holds are put and lifted', async () => {
    const office = await signedInAs(product, admin);
    const page = await office.get('/admin/retention').expect(200);
    expect(texts(page.text, 'main .app-panel h2').length).toBe(7);
    expect(
      (await office.submit('/admin/retention', { reason: 'A claim', email: 'nobody@example.org' }, '/admin/retention/holds')).status,
    ).toBe(422);
    await office.submit('/admin/retention', { reason: 'A claim', email: 'Ana Reyes' }, '/admin/retention/holds');
    const [id] = await product.db('legal_holds').pluck<string[]>('id');
    expect(texts((await office.get('/admin/retention')).text, '.app-rows li')[0]).toContain('A claim');
    await office.submit('/admin/retention', {}, `/admin/retention/holds/${id}/end`);
    expect(await product.db('legal_holds').whereNull('lifted_at').pluck('id')).toEqual([]);
  });
});
