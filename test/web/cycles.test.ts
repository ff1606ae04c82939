import * as cheerio from 'cheerio';
import { advanceCycles } from '../../src/features/cycles';
import { aPersonAs } from '../support/builders/person';
import { aTown, type Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let town: Town;
let administrator: Browser;
let staff: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps, { status: 'scheduled', opensAt: '2026-12-01T16:00:00.000Z', closesAt: '2026-12-19T07:59:00.000Z' });
  const role = { cycleId: null, endsOn: null, grantedBy: null, startsOn: '2026-01-01' };
  const ada = await aPersonAs(
    product.deps,
    { ...role, role: 'administrator', collaborativeId: null },
    { name: 'Ada', email: 'ada@example.org' },
  );
  const cora = await aPersonAs(
    product.deps,
    { ...role, role: 'staff', collaborativeId: town.central.id },
    { name: 'Cora', email: 'cora@example.org' },
  );
  administrator = await signedInAs(product, ada.id);
  staff = await signedInAs(product, cora.id);
});
afterAll(() => product.close());

const show = '/staff/cycles/2027-spring';
const status = async (): Promise<string[]> => product.db('cycles').orderBy('code').pluck('status');

describe('the pages of cycles', () => {
  it('show staff their own collaborative’s figures and no form', async () => {
    const page = cheerio.load((await staff.get(show)).text);
    expect([page('h1').text(), page('tbody tr').length, page('main form').length]).toEqual(['Spring 2027', 1, 0]);
    const all = cheerio.load((await administrator.get(show)).text);
    expect([all('tbody tr').length, all('main form').attr('action')]).toEqual([2, `${show}/step`]);
    expect((await visitorBrowser(product).get(show)).status).toBe(303);
    expect((await staff.get('/staff/cycles/2099')).status).toBe(404);
  });

  it('list every cycle in a fixed number of queries', async () => {
    const count = () => countQueries(product.db, () => administrator.get('/staff/cycles'));
    await administrator.get('/staff/cycles');
    const one = await count();
    const row = (await product.db('cycles').first())!;
    await product.db('cycles').insert(['a', 'b'].map((code) => ({ ...row, id: code, code })));
    expect(await count()).toBe(one);
    expect(cheerio.load((await administrator.get('/staff/cycles')).text)('tbody tr')).toHaveLength(3);
  });

  it('let administrators alone change dates, and refuse an older page', async () => {
    expect((await staff.get(`${show}/edit`)).status).toBe(403);
    const saved = await administrator.submit(`${show}/edit`, { review_by: '2027-01-20' });
    expect([saved.status, await product.db('cycles').pluck('review_by')]).toEqual([303, ['2027-01-20']]);
    expect((await administrator.submit(`${show}/edit`, { version: '1' })).status).toBe(409);
    const wrong = await administrator.submit(`${show}/edit`, { closes_on: '2026-11-30', name_es: 'Primavera ñ' });
    const page = cheerio.load(wrong.text);
    expect([wrong.status, page('.app-error-summary a').attr('href'), page('#name_es').attr('value')]).toEqual([
      422,
      '#closes_on',
      'Primavera ñ',
    ]);
    expect(await product.db('events').where({ subject_kind: 'cycle' }).pluck('action')).toEqual(['cycles.edit']);
  });

  it('set up a cycle as a draft with its form, its rubric and the seats that will be free', async () => {
    const wanted = {
      code: '2028-fall',
      name_en: 'Fall 2028',
      name_es: 'Otoño de 2028',
      opens_on: '2028-08-01',
      closes_on: '2028-08-31',
      review_by: '2028-09-20',
      decisions_on: '2028-10-01',
      term_starts_on: '2028-11-01',
      term_ends_on: '2030-10-31',
    };
    const made = await administrator.submit('/staff/cycles/new', wanted);
    expect(made.headers['location']).toBe('/staff/cycles/2028-fall');
    const cycle = (await product.db('cycles').where({ code: '2028-fall' }).first())!;
    expect([cycle.status, cycle.closes_at]).toEqual(['draft', '2028-09-01T06:59:00.000Z']);
    expect(await product.db('seats_on_offer').where({ cycle_id: cycle.id }).pluck('seat_id')).toHaveLength(2);
    expect((await administrator.submit('/staff/cycles/new', wanted)).status).toBe(422);
    expect((await visitorBrowser(product).get('/rubric/2028-fall')).status).toBe(404);
  });
});

describe('moving a cycle', () => {
  it('by hand needs a reason and a step that is possible', async () => {
    expect((await administrator.submit(show, { step: 'open', reason: '' }, `${show}/step`)).status).toBe(422);
    expect((await administrator.submit(show, { step: 'release', reason: 'Now' }, `${show}/step`)).status).toBe(422);
    expect((await staff.post(`${show}/step`, { step: 'open', reason: 'Now' }, '/help')).status).toBe(403);
    expect(await status()).toEqual(['scheduled']);
    const moved = await administrator.submit(show, { step: 'open', reason: 'Families asked for more time' }, `${show}/step`);
    expect([moved.status, await status()]).toEqual([303, ['open']]);
    const [event] = await product.db('events').where({ subject_kind: 'cycle' });
    expect([event!.action, event!.capacity, JSON.parse(event!.details!)]).toEqual([
      'cycles.open',
      'administrator',
      { before: { status: 'scheduled' }, after: { status: 'open', reason: 'Families asked for more time' } },
    ]);
    expect(await product.db('rubrics').pluck('frozen_at')).toEqual([testNow]);
  });

  it('happens by date, each step with its line, and a second look changes nothing', async () => {
    product.clock.moveTo('2027-03-01T00:00:00.000Z');
    await advanceCycles(product.deps);
    await advanceCycles(product.deps);
    expect(await status()).toEqual(['deciding']);
    expect(await product.db('events').where({ subject_kind: 'cycle' }).orderBy('place').pluck('action')).toEqual([
      'cycles.open',
      'cycles.close',
      'cycles.startReview',
      'cycles.startDeciding',
    ]);
    expect(await product.db('events').where({ subject_kind: 'cycle' }).distinct().pluck('capacity')).toEqual(['system']);
  });
});

describe('the rubric', () => {
  it('is public from the opening, in both languages', async () => {
    const visitor = visitorBrowser(product);
    expect((await visitor.get('/rubric/2027-spring')).status).toBe(404);
    product.clock.moveTo(town.cycle.opensAt);
    const page = cheerio.load((await visitor.get('/rubric/2027-spring?lang=es')).text);
    expect([page('h1').text(), page('h2').length, page('h2').first().text()]).toEqual([
      'Cómo se puntúan las solicitudes',
      6,
      'Vínculo con el distrito y su comunidad',
    ]);
    expect(page('tbody tr')).toHaveLength(30);
  });
});
