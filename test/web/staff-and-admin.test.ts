import * as cheerio from 'cheerio';
import { insertPerson, insertRole } from '../../src/features/accounts';
import { carriedFact, type Collaborative } from '../../src/features/collaboratives';
import type { RoleName } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { busyCollaborative, theSix } from '../support/public-scene';

let product: TestProduct;
let central: Collaborative;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  central = await theSix(product.deps);
});
afterAll(() => product.close());

async function someone(role: RoleName | null, collaborative: Collaborative | null = null): Promise<Browser> {
  const { id } = await insertPerson(product.deps, { name: role ?? 'nobody', email: `${role ?? 'nobody'}@example.org` });
  if (role !== null) await insertRole(product.deps, { personId: id, role, collaborativeId: collaborative?.id ?? null });
  return signedInAs(product, id);
}

async function page(browser: Browser, address: string) {
  const answer = await browser.get(address);
  const $ = cheerio.load(answer.text);
  const texts = (selector: string) =>
    $(selector)
      .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
      .get();
  return { status: answer.status, $, texts };
}

describe('the staff desk', () => {
  it('shows staff what they can do in their own collaborative', async () => {
    await busyCollaborative(product.deps, central, 1);
    const { status, texts, $ } = await page(await someone('staff', central), '/staff');
    expect([status, texts('h2')]).toEqual([200, ['Central']]);
    expect(
      $('.app-task-list a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual([
      '/central/share',
      '/staff/cycles/2026-fall/central/applications',
      '/staff/cycles/2026-fall/central/panel',
      '/staff/central/onboarding',
      '/staff/central/seats',
      '/staff/central/meetings',
      '/staff/central/topics',
      '/staff/central/advice',
      '/staff/help',
      '/staff/central/letters',
    ]);
  });

  it('says by when the next agenda must be posted', async () => {
    await busyCollaborative(product.deps, central, 1);
    await product.db('meetings').where({ id: 'next-1' }).update({ status: 'scheduled', starts_at: '2026-12-04T02:00:00.000Z' });
    const { texts } = await page(await someone('staff', central), '/staff');
    expect(texts('.app-task-list__name div')).toContain('Post the next agenda by Monday, November 30, 2026, 6:00 PM Pacific Time');
  });

  it.each([
    ['administrator', 200, ['For you', 'Central', 'East', 'Northeast', 'Northwest', 'South', 'West']],
    ['approver', 200, ['Central']],
    ['reviewer', 200, ['For you']],
    [null, 403, []],
  ] as const)('answers %s with %d', async (role, status, headings) => {
    const shown = await page(await someone(role, role === 'administrator' ? null : central), '/staff');
    expect([shown.status, status === 200 ? shown.texts('main h2') : []]).toEqual([status, headings]);
  });

  it('asks the same of the database with one row or three', async () => {
    await busyCollaborative(product.deps, central, 1);
    const staff = await someone('staff', central);
    const one = await countQueries(product.db, () => staff.get('/staff'));
    await emptyTables(product.db);
    central = await theSix(product.deps);
    await busyCollaborative(product.deps, central, 3);
    const again = await someone('staff', central);
    expect(await countQueries(product.db, () => again.get('/staff'))).toBe(one);
  });
});

describe('the pages of administrators', () => {
  const pages = ['/admin', '/admin/history', '/admin/history/check', '/admin/imports'];

  it.each(pages)('%s is theirs alone, in both languages', async (address) => {
    const [admin, staff, nobody] = [await someone('administrator'), await someone('staff', central), await someone(null)];
    const statuses = await Promise.all([admin, staff, nobody].map(async (browser) => (await browser.get(address)).status));
    expect(statuses).toEqual([200, 403, 403]);
    expect((await visitorBrowser(product).get(address)).headers['location']).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
    expect((await page(admin, `${address}?lang=es`)).$('html').attr('lang')).toBe('es');
  });

  it('show the history, and that it is whole', async () => {
    const admin = await someone('administrator');
    expect((await page(admin, '/admin/history')).texts('tbody td:nth-child(2)')).toEqual([
      'Took in a file',
      'Took in a file',
      'Took in a file',
    ]);
    expect((await page(admin, '/admin/history/check')).texts('.app-notice, tbody tr')).toEqual(['All 3 lines hold.', 'Program 3 Holds']);
    await product.db('events').where({ place: 2 }).update({ action: 'collaboratives.other' });
    expect((await page(admin, '/admin/history/check')).texts('tbody tr')).toEqual(['Program 3 Breaks at line 2']);
  });

  it('try a file before they take it in', async () => {
    const admin = await someone('administrator');
    const text = carriedFact('schools').replace('Gardena Elementary', 'Gardena School');
    const name = () => product.db('schools').where({ zip: '90247' }).pluck<string[]>('name');
    const tried = await admin.post('/admin/import', { kind: 'schools', text, do: 'try' }, '/admin/imports');
    expect([tried.status, cheerio.load(tried.text)('#result ~ ul li').first().text(), await name()]).toEqual([
      200,
      '0 added',
      ['Gardena Elementary'],
    ]);
    expect(cheerio.load(tried.text)('#text').val()).toBe(text);
    const taken = await admin.post('/admin/import', { kind: 'schools', text, do: 'take' }, '/admin/imports');
    expect([taken.status, await name()]).toEqual([200, ['Gardena School']]);
    const last = (await page(admin, '/admin/imports')).texts('#last ~ dl dd');
    expect(last[1]).toBe(
      'Saturday, November 21, 2026, 12:00 PM Pacific Time by administrator. 0 added, 1 changed, 0 removed, 64 as before',
    );
  });

  it('say what is wrong with a file, and keep it', async () => {
    const admin = await someone('administrator');
    const answers = [
      await admin.post('/admin/import', { kind: 'zips', text: 'zip\n1', do: 'take' }, '/admin/imports'),
      await admin.post('/admin/import', { kind: 'nonsense', text: 'kept' }, '/admin/imports'),
    ];
    expect(answers.map(({ status, text }) => [status, cheerio.load(text)('#text').val()])).toEqual([
      [422, 'zip\n1'],
      [422, 'kept'],
    ]);
    expect((await (await someone('staff', central)).post('/admin/import', { kind: 'zips', text: 'x' })).status).toBe(403);
  });
});
