import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { anApplicant, aScene, aSeatOnOffer, candidacyOf, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let staff: Browser;
let approver: Browser;
let second: string;

const address = '/staff/cycles/2027-spring/central/seats';

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  second = await aSeatOnOffer(product.deps, scene.cycle, scene.central, { code: 'C-B1', constituency: 'business' });
  staff = await signedInAs(product, scene.staff.id);
  approver = await signedInAs(product, scene.approver.id);
});
afterAll(() => product.close());

const open = async (browser: Browser, page = address) => cheerio.load((await browser.get(page)).text);
const first = async () =>
  (await product.db('seats').where({ collaborative_id: scene.central.id }).whereNot({ id: second }).first('id'))!.id;
const offered = async (): Promise<string[]> =>
  product
    .db('seats_on_offer')
    .join('seats', 'seats.id', 'seat_id')
    .where('collaborative_id', scene.central.id)
    .orderBy('code')
    .pluck('code');

describe('the seats that a cycle offers', () => {
  it('are chosen by staff with a reason, which shows beside a seat that is kept back', async () => {
    const reason = 'The office moves in spring';
    expect((await staff.submit(address, { seats: [await first()], reason })).headers['location']).toBe(address);
    expect(await offered()).toEqual(['C-F1-2027-spring']);
    const page = await open(staff, `${address}?lang=es`);
    expect(page('fieldset').text()).toContain(`No se ofrece: ${reason} (Stella Staff`);
    expect(await product.db('seats_on_offer').count()).toEqual([{ 'count(*)': 2 }]);
    const [event] = await product.db('events').where({ action: 'cycleDesk.offerSeats' });
    expect([event!.collaborative_id, JSON.parse(event!.details!)]).toEqual([
      scene.central.id,
      { before: null, after: { added: [], removed: ['C-B1'], reason } },
    ]);
    await staff.submit(address, { seats: [await first(), second], reason: 'It stays after all' });
    expect([await offered(), await product.db('seats_kept_back')]).toEqual([['C-B1', 'C-F1-2027-spring'], []]);
  });

  it('need a reason, and give the choice back without one', async () => {
    const refused = await staff.submit(address, { seats: [second], reason: '' });
    const page = cheerio.load(refused.text);
    expect([refused.status, page('.app-error-summary a').attr('href'), page('input[name="seats"][checked]').attr('value')]).toEqual([
      422,
      '#reason',
      second,
    ]);
    expect(await offered()).toHaveLength(2);
  });

  it('are refused from an older page, and after the release', async () => {
    expect((await staff.submit(address, { seats: [], reason: 'None', seen: 'C-B1' })).status).toBe(409);
    await product
      .db('slates')
      .insert({ id: 's', cycle_id: scene.cycle.id, collaborative_id: scene.central.id, status: 'released', version: 1 });
    expect((await staff.post(address, { seats: [second], reason: 'Late', seen: 'C-B1 C-F1-2027-spring' })).status).toBe(409);
    const page = await open(staff);
    expect([page('main form').length, page('.app-notice').text().trim()]).toEqual([
      0,
      'The decisions are released: the seats on offer no longer change.',
    ]);
    expect(await offered()).toHaveLength(2);
  });

  it('stay on offer once somebody was offered one', async () => {
    const ana = await anApplicant(product.deps, scene.cycle, { name: 'Ana Reyes', to: [scene.central] });
    const { id } = await candidacyOf(product.deps, ana, scene.central);
    const offer = {
      id: 'o',
      candidacy_id: id,
      application_id: ana.id,
      seat_id: second,
      status: 'declined',
      offered_at: product.clock.now(),
    };
    await product
      .db('offers')
      .insert({ ...offer, status: 'declined', answer_by: '2027-02-12T07:59:59.999Z', answered_at: null, version: 1 });
    expect((await open(staff))('main').text()).toContain('it was offered to someone');
    await staff.submit(address, { seats: [], reason: 'None at all' });
    expect(await offered()).toEqual(['C-B1']);
  });

  it('never hold a seat whose member stays, and say who holds it', async () => {
    const seat = await first();
    const term = { term_starts_on: '2026-01-01', term_ends_on: '2028-12-31', is_stub: false, version: 1 };
    await product.db('memberships').insert({ id: 'm', seat_id: seat, person_id: scene.stranger.id, status: 'active', ...term });
    await product.db('seats_on_offer').where({ seat_id: seat }).delete();
    expect((await open(staff))('.app-summary-list').text()).toContain('Held by Sol Stranger until December 31, 2028.');
    await staff.submit(address, { seats: [seat, second], reason: 'All' });
    expect(await offered()).toEqual(['C-B1']);
  });

  it('are read by the approver, and hidden from staff of another collaborative and from visitors', async () => {
    expect((await open(approver))('main form')).toHaveLength(0);
    expect((await approver.post(address, { seats: [], reason: 'None', seen: '' })).status).toBe(403);
    expect((await (await signedInAs(product, scene.southStaff.id)).get(address)).status).toBe(404);
    expect((await visitorBrowser(product).get(address)).status).toBe(303);
  });

  it('take as many queries for three seats as for one', async () => {
    await staff.get(address);
    const two = await countQueries(product.db, () => staff.get(address));
    await aSeatOnOffer(product.deps, scene.cycle, scene.central, { code: 'C-B2' });
    expect(await countQueries(product.db, () => staff.get(address))).toBe(two);
  });
});
