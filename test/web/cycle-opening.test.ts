import * as cheerio from 'cheerio';
import { savePreview } from '../../src/features/forms';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { aScene, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let administrator: Browser;
let staff: Browser;

const desk = '/staff/cycles/2027-spring';
const opening = `${desk}/opening`;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps, {
    status: 'draft',
    opensAt: '2026-12-01T16:00:00.000Z',
    closesAt: '2026-12-20T07:59:00.000Z',
    reviewBy: '2027-01-10',
    decisionsOn: '2027-01-20',
  });
  administrator = await signedInAs(product, scene.administrator.id);
  staff = await signedInAs(product, scene.staff.id);
});
afterAll(() => product.close());

const open = async (browser: Browser, address = opening) => cheerio.load((await browser.get(address)).text);
const status = async () => (await product.db('cycles').first('status'))!.status;
const tick = (item: string) => administrator.post(`${opening}/tick`, { item });

/** Everything done that a person or the system can do. */
async function makeReady(): Promise<void> {
  const form = (await product.db('forms').where({ id: scene.cycle.formId }).first())!;
  await savePreview(product.db, form, { personId: scene.administrator.id, locales: ['en', 'es'], at: product.clock.now() });
  const [row] = await product.db('panel_members').limit(1);
  await product.db('panel_members').insert({ ...row!, id: 'south', collaborative_id: scene.south.id });
  for (const item of ['rubric', 'letters_en', 'letters_es']) await tick(item);
}

describe('the checklist before opening', () => {
  it('is where the desk of a draft leads administrators, and can be read by staff but not ticked', async () => {
    expect((await open(administrator, desk))('.app-next .app-button').attr('href')).toBe(opening);
    const page = await open(staff, `${opening}?lang=es`);
    expect([page('h1').text(), page('main form').length]).toEqual(['Antes de abrir Primavera de 2027', 0]);
    expect(page('main').text()).toContain('South todavía no tiene panel.');
    expect(page(`a[href="${desk}/south/panel"]`)).toHaveLength(0);
    expect((await open(administrator))(`a[href="${desk}/south/panel"]`)).toHaveLength(1);
    expect((await staff.post(`${opening}/tick`, { item: 'rubric' })).status).toBe(403);
    expect((await visitorBrowser(product).get(opening)).status).toBe(303);
  });

  it('keeps who ticked what and when, and refuses what is not on the list', async () => {
    expect((await tick('rubric')).headers['location']).toBe(opening);
    expect((await open(staff))('main').text()).toContain('Read by Ada Admin, Nov 21, 2026');
    expect(await product.db('events').where({ action: 'cycleDesk.tick' }).pluck('actor_id')).toEqual([scene.administrator.id]);
    expect((await tick('weather')).status).toBe(422);
  });

  it('asks for the rubric to be read again once it changed', async () => {
    await tick('rubric');
    await product.db('rubrics').increment('version', 1);
    expect((await open(staff))('main').text()).toContain('Nobody has ticked that they read this version.');
  });

  it('schedules with open points only for a reason, and the history keeps both', async () => {
    const refused = await administrator.submit(opening, {}, `${desk}/scheduling`);
    expect([refused.status, cheerio.load(refused.text)('.app-error-summary a').attr('href'), await status()]).toEqual([
      422,
      '#reason',
      'draft',
    ]);
    const done = await administrator.submit(opening, { reason: 'The panel of South follows next week' }, `${desk}/scheduling`);
    expect([done.headers['location'], await status()]).toEqual([desk, 'scheduled']);
    const [event] = await product.db('events').where({ action: 'cycles.schedule' });
    expect(JSON.parse(event!.details!)).toEqual({
      before: { status: 'draft' },
      after: { status: 'scheduled', reason: 'The panel of South follows next week', open: ['form', 'rubric', 'panels', 'letters'] },
    });
    expect((await administrator.post(`${desk}/scheduling`, { reason: 'Twice' })).status).toBe(409);
  });

  it('schedules without a reason once everything is done', async () => {
    await makeReady();
    const page = await open(administrator);
    expect([page('.app-lede').text(), page('#reason').length]).toEqual(['Everything is ready.', 0]);
    expect((await administrator.submit(opening, {}, `${desk}/scheduling`)).status).toBe(303);
    expect(await status()).toBe('scheduled');
  });
});

describe('the letters of a cycle', () => {
  it('are shown as they are composed, each in both languages, and no mail goes out', async () => {
    const page = await open(staff, `${desk}/letters`);
    expect(page('details [lang="es"]')).toHaveLength(page('details [lang="en"]').length);
    expect(page('details [lang="en"]').length).toBeGreaterThan(14);
    expect(page('details [lang="es"]').text()).toContain('Ana Ejemplo');
    expect(page('main form')).toHaveLength(0);
    expect(await product.db('outbox')).toEqual([]);
  });

  it('can be ticked as read in one language', async () => {
    const page = await open(administrator, `${desk}/letters`);
    expect(
      page('main form button')
        .toArray()
        .map((button) => page(button).attr('value')),
    ).toEqual(['letters_en', 'letters_es']);
    await administrator.submit(`${desk}/letters`, { item: 'letters_es' });
    expect((await open(staff))('main').text()).toContain('Read in Spanish by Ada Admin');
  });
});
