import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { anApplicant, aScene, candidacyOf, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let administrator: Browser;
let staff: Browser;
let approver: Browser;

const desk = '/staff/cycles/2027-spring';

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  administrator = await signedInAs(product, scene.administrator.id);
  staff = await signedInAs(product, scene.staff.id);
  approver = await signedInAs(product, scene.approver.id);
});
afterAll(() => product.close());

const open = async (browser: Browser, address = desk) => cheerio.load((await browser.get(address)).text);
const hrefsIn = (page: cheerio.CheerioAPI, within: string) =>
  page(`${within} a`)
    .toArray()
    .map((link) => page(link).attr('href'));
const status = async () => (await product.db('cycles').where({ code: '2027-spring' }).first('status'))!.status;

describe('the desk of a cycle', () => {
  it('shows staff and approvers their own collaborative alone, administrators all, others nothing', async () => {
    const rows = async (browser: Browser) => (await open(browser))('tbody th').length;
    expect([await rows(staff), await rows(approver), await rows(administrator)]).toEqual([1, 1, 2]);
    expect((await visitorBrowser(product).get(desk)).status).toBe(303);
    expect((await (await signedInAs(product, scene.stranger.id)).get(desk)).status).toBe(404);
    expect((await staff.get('/staff/cycles/2099')).status).toBe(404);
  });

  it('marks where the cycle stands, in both languages', async () => {
    const page = await open(staff, `${desk}?lang=es`);
    expect(page('[aria-current="step"] strong').text()).toBe('En evaluación');
    expect(page('.app-stages li')).toHaveLength(8);
    expect(page('.app-next').text()).toContain('Empieza la etapa de decisión automáticamente');
  });

  it('leads staff to the first open thing of theirs, and opens no page that a person may not see', async () => {
    await anApplicant(product.deps, scene.cycle, { name: 'Ana Reyes', to: [scene.central] });
    const own = await open(staff);
    expect(own('.app-next .app-button').attr('href')).toBe(`${desk}/central/panel`);
    expect(own('.app-task-list').text()).toContain('1 application has too few reviewers');
    expect(hrefsIn(await open(approver), '.app-next')).toEqual([]);
    expect(hrefsIn(await open(approver), 'tbody')).toEqual([]);
  });

  it('leads the approver to a slate that waits, and the administrator to a release that is due', async () => {
    await product.db('cycles').update({ status: 'deciding' });
    const slate = { id: 'slate', cycle_id: scene.cycle.id, collaborative_id: scene.central.id, version: 1 };
    await product.db('slates').insert({ ...slate, status: 'sent' });
    expect((await open(approver))('.app-next .app-button').attr('href')).toBe('/approvals');
    expect((await open(administrator))('.app-next .app-button')).toHaveLength(0);
    await product.db('slates').update({ status: 'approved' });
    expect((await open(administrator))('.app-next .app-button').attr('href')).toBe(`${desk}/release`);
  });

  it('leads staff to the offers that nobody answered', async () => {
    await product.db('cycles').update({ status: 'released' });
    const ana = await anApplicant(product.deps, scene.cycle, { name: 'Ana Reyes', to: [scene.central] });
    const { id } = await candidacyOf(product.deps, ana, scene.central);
    const seat = (await product.db('seats').where({ collaborative_id: scene.central.id }).first('id'))!.id;
    const times = { offered_at: '2027-02-01T18:00:00.000Z', answer_by: '2027-02-12T07:59:59.999Z', answered_at: null, version: 1 };
    await product.db('offers').insert({ id: 'o', candidacy_id: id, application_id: ana.id, seat_id: seat, status: 'open', ...times });
    const page = await open(staff);
    expect(page('.app-next .app-button').attr('href')).toBe(`${desk}/central/offers`);
    expect(page('tbody').text()).toContain('to answer by Feb 11, 2027');
    expect((await administrator.submit(desk, {}, `${desk}/step`)).status).toBe(422);
  });

  it('says that nothing is left when a cycle is over', async () => {
    await product.db('cycles').update({ status: 'complete' });
    const page = await open(administrator);
    expect([page('.app-next').text().includes('This cycle is over'), page('main form').length]).toEqual([true, 0]);
  });

  it('takes as many queries for many applications as for none', async () => {
    await administrator.get(desk);
    const none = await countQueries(product.db, () => administrator.get(desk));
    for (const name of ['Ana Reyes', 'Bo Chen', 'Cy Diaz'])
      await anApplicant(product.deps, scene.cycle, { name, to: [scene.central, scene.south] });
    expect(await countQueries(product.db, () => administrator.get(desk))).toBe(none);
    expect(none).toBeLessThanOrEqual(11);
  });
});

describe('a step by hand', () => {
  it('needs a reason while its date has not come, and gives the page back without one', async () => {
    const refused = await administrator.submit(desk, { reason: '' }, `${desk}/step`);
    const page = cheerio.load(refused.text);
    expect([refused.status, page('.app-error-summary a').attr('href'), page('#reason-error').length]).toEqual([422, '#reason', 1]);
    expect((await staff.post(`${desk}/step`, { step: 'startDeciding', reason: 'Now' })).status).toBe(403);
    expect(await status()).toBe('in_review');
    const moved = await administrator.submit(desk, { reason: 'All reviews are in' }, `${desk}/step`);
    expect([moved.headers['location'], await status()]).toEqual([desk, 'deciding']);
    expect((await administrator.get(desk)).text).toContain('The cycle is now: Deciding.');
  });

  it('is never the release, and never a step that is not the next one', async () => {
    expect((await administrator.post(`${desk}/step`, { step: 'startReview', reason: 'Again' })).status).toBe(422);
    await product.db('cycles').update({ status: 'deciding' });
    expect((await administrator.post(`${desk}/step`, { step: 'release', reason: 'Now' })).status).toBe(422);
    expect(await status()).toBe('deciding');
  });

  it('needs no reason once nothing is open', async () => {
    await product.db('cycles').update({ status: 'released' });
    expect((await administrator.submit(desk, {}, `${desk}/step`)).status).toBe(303);
    expect(await status()).toBe('complete');
  });
});

describe('cancelling a cycle', () => {
  const address = `${desk}/cancellation`;

  it('asks first, and wants a reason', async () => {
    expect(hrefsIn(await open(administrator), 'main')).toContain(address);
    expect((await administrator.submit(address)).status).toBe(422);
    expect((await administrator.submit(address, { reason: 'No seats are free this year' })).headers['location']).toBe(desk);
    expect(await status()).toBe('cancelled');
    const [event] = await product.db('events').where({ action: 'cycles.cancel' });
    expect(JSON.parse(event!.details!)).toEqual({
      before: { status: 'in_review' },
      after: { status: 'cancelled', reason: 'No seats are free this year' },
    });
  });

  it('is for administrators, and not possible after the release', async () => {
    expect((await staff.get(address)).status).toBe(403);
    await product.db('cycles').update({ status: 'released' });
    expect(hrefsIn(await open(administrator), 'main')).not.toContain(address);
    expect((await administrator.submit(address, { reason: 'Too late' })).status).toBe(409);
  });
});
