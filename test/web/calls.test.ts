import * as cheerio from 'cheerio';
import { insertRole } from '../../src/features/accounts';
import { insertOffers } from '../../src/features/offers';
import { unanswered } from '../../src/features/offers/offer';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aPerson } from '../support/builders/person';
import { countQueries, emptyTables } from '../support/database';
import { mails } from '../support/mailbox';
import { anApplicant, aScene, aSeatOnOffer, candidacyOf, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let caller: Browser;
let callerId: string;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  scene = await aScene(product.deps, { status: 'released' });
  callerId = (await aPerson(product.deps, { name: 'Cora Caller', email: 'cora@example.org' })).id;
  await insertRole(product.deps, { personId: callerId, role: 'caller', cycleId: scene.cycle.id, collaborativeId: scene.central.id });
  caller = await signedInAs(product, callerId);
});
afterAll(() => product.close());

const list = '/staff/cycles/2027-spring/central/calls';

/** An offer to somebody, made ten days ago and to be answered within ten more; answers its id. */
async function anOffer(name: string, { hasEmail = true, locale = 'en' } = {}): Promise<string> {
  const answers = { phone: '213 555 0142', reasons: 'canary-essay' };
  const application = await anApplicant(product.deps, scene.cycle, { name, to: [scene.central], locale, answers });
  await product
    .db('people')
    .where({ id: application.personId ?? '' })
    .update({ phone: '213 555 0142', ...(hasEmail ? {} : { email: null }) });
  if (!hasEmail) await product.db('applications').where({ id: application.id }).update({ email: null });
  const candidacy = await candidacyOf(product.deps, application, scene.central);
  await product.db('candidacies').where({ id: candidacy.id }).update({ status: 'offered' });
  const id = product.deps.newId();
  const seatId = await aSeatOnOffer(product.deps, scene.cycle, scene.central, { code: `C-${id.slice(-8)}` });
  const offer = {
    id,
    candidacyId: candidacy.id,
    applicationId: application.id,
    seatId,
    status: 'open' as const,
    ...unanswered,
    version: 1,
  };
  await insertOffers(product.db, [{ ...offer, offeredAt: '2026-11-11T20:00:00.000Z', answerBy: '2026-12-01T20:00:00.000Z' }]);
  return id;
}

const open = async (browser: Browser, address: string) => {
  const answer = await browser.get(address);
  return { status: answer.status, $: cheerio.load(answer.text), text: answer.text };
};

describe('the list of calls', () => {
  it('shows whom to phone, those without e-mail first, and nothing else of the file', async () => {
    await anOffer('Ana Mail');
    await anOffer('Rosa Paper', { hasEmail: false, locale: 'es' });
    const { status, $, text } = await open(caller, list);
    expect([
      status,
      $('.app-rows__name a')
        .map((_, name) => $(name).text())
        .get(),
    ]).toEqual([200, ['Rosa Paper', 'Ana Mail']]);
    expect($('a[href^="tel:"]').first().attr('href')).toBe('tel:2135550142');
    expect(
      $('section[lang]')
        .map((_, script) => $(script).attr('lang'))
        .get(),
    ).toEqual(['en', 'es']);
    expect(text).not.toMatch(/canary-essay|example\.org|90012|Castelar/);
  });

  it('is there for callers of that place, its staff and administrators, and exists for nobody else', async () => {
    for (const person of [scene.staff, scene.administrator])
      expect((await open(await signedInAs(product, person.id), list)).status).toBe(200);
    for (const person of [scene.southStaff, scene.approver, scene.stranger, ...scene.reviewers])
      expect((await open(await signedInAs(product, person.id), list)).status).toBe(404);
    expect((await open(caller, list.replace('central', 'south'))).status).toBe(404);
    expect((await visitorBrowser(product).get(list)).headers['location']).toContain('/sign-in');
  });

  it('never holds the caller’s own offer', async () => {
    const offer = await anOffer('Cora Caller');
    await product.db('applications').update({ person_id: callerId });
    expect((await open(caller, list)).$('.app-rows__name').length).toBe(0);
    expect((await open(caller, `${list}/${offer}`)).status).toBe(404);
  });

  it('asks as much for many as for one', async () => {
    await anOffer('Ana');
    await caller.get(list);
    const one = await countQueries(product.db, () => caller.get(list));
    for (const name of ['Bo', 'Cy']) await anOffer(name);
    expect(await countQueries(product.db, () => caller.get(list))).toBe(one);
  });
});

describe('a call', () => {
  it('is noted with how it ended and when to call again, and who called', async () => {
    const offer = await anOffer('Rosa Paper', { hasEmail: false });
    const answer = await caller.post(
      `${list}/${offer}/log`,
      { outcome: 'no_answer', again_on: '2026-11-23', again_at: '17:30' },
      `${list}/${offer}`,
    );
    expect([answer.status, answer.headers['location']]).toEqual([303, list]);
    const { $ } = await open(caller, list);
    expect($('.app-rows').text()).toContain('Nobody picked up');
    expect($('.app-rows').text()).toContain('Cora Caller');
    expect(await product.db('offer_calls').select('outcome', 'again_at', 'caller_id')).toEqual([
      { outcome: 'no_answer', again_at: '2026-11-24T01:30:00.000Z', caller_id: callerId },
    ]);
    expect(await product.db('events').where({ action: 'outreach.logCall' }).pluck('actor_id')).toEqual([callerId]);
  });

  it('stands on the live board of staff beside the offer: how often, how the last one ended, and who called', async () => {
    const offer = await anOffer('Rosa Paper', { hasEmail: false });
    await anOffer('Ana Mail');
    for (const [outcome, at] of [
      ['left_word', '2026-11-21T20:01:00.000Z'],
      ['no_answer', '2026-11-21T20:02:00.000Z'],
    ] as const) {
      product.clock.moveTo(at);
      await caller.post(`${list}/${offer}/log`, { outcome, again_on: '', again_at: '' }, `${list}/${offer}`);
    }
    const staff = await signedInAs(product, scene.staff.id);
    const { $ } = await open(staff, '/staff/cycles/2027-spring/central/offers');
    const rows = $('tbody tr')
      .map((_, row) => $(row).text().replace(/\s+/g, ' '))
      .get();
    expect(rows.find((row) => row.includes('Rosa Paper'))).toContain('Called 2 times, last: Nobody picked up, Nov 21, 2026, Cora Caller.');
    expect(rows.find((row) => row.includes('Ana Mail'))).not.toContain('Called');
    expect($(`a[href="${list}"]`).text()).toBe('People to phone');
  });

  it('keeps the words when a moment has passed or nothing was chosen', async () => {
    const offer = await anOffer('Rosa');
    const past = await caller.post(
      `${list}/${offer}/log`,
      { outcome: 'reached', again_on: '2026-11-01', again_at: '10:00' },
      `${list}/${offer}`,
    );
    expect([past.status, cheerio.load(past.text)('#again_on').val()]).toEqual([422, '2026-11-01']);
    expect((await caller.post(`${list}/${offer}/log`, {}, `${list}/${offer}`)).status).toBe(422);
    expect(await product.db('offer_calls')).toEqual([]);
  });

  it('in which somebody says yes counts as their acceptance, with who heard it; once', async () => {
    const offer = await anOffer('Rosa Ortiz', { hasEmail: false });
    const wrong = await caller.post(`${list}/${offer}/answer`, { answer: 'yes', said_name: 'Rosa' }, `${list}/${offer}`);
    expect([wrong.status, cheerio.load(wrong.text)('#said_name').val()]).toEqual([422, 'Rosa']);
    const said = await caller.post(`${list}/${offer}/answer`, { answer: 'yes', said_name: 'rosa ortiz' }, `${list}/${offer}`);
    expect([said.status, said.headers['location']]).toEqual([303, list]);
    expect(await product.db('offers').select('status', 'answered_via', 'answered_by')).toEqual([
      { status: 'accepted', answered_via: 'phone', answered_by: callerId },
    ]);
    expect(await product.db('memberships').count({ n: '*' })).toEqual([{ n: 1 }]);
    expect(await product.db('offer_calls').select('outcome', 'said_name')).toEqual([{ outcome: 'yes', said_name: 'rosa ortiz' }]);
    expect((await caller.post(`${list}/${offer}/answer`, { answer: 'no', said_name: 'Rosa Ortiz' }, '/help')).status).toBe(404);
  });

  it('in which somebody says no passes the seat on', async () => {
    const offer = await anOffer('Rosa Ortiz');
    await caller.post(`${list}/${offer}/answer`, { answer: 'no', said_name: 'Rosa Ortiz', reason: 'I moved away' }, `${list}/${offer}`);
    expect(await product.db('offers').select('status', 'answered_via')).toEqual([{ status: 'declined', answered_via: 'phone' }]);
  });
});

describe('callers', () => {
  const page = '/staff/cycles/2027-spring/central/callers';
  it('are added by staff, invited by mail once, and lose the list with the role', async () => {
    const staff = await signedInAs(product, scene.staff.id);
    const added = await staff.submit(page, { name: 'Nora New', email: 'nora@example.org' }, page);
    expect(added.status).toBe(303);
    expect((await mails(product.deps, 'account.invitation')).map(({ to_address }) => to_address)).toEqual(['nora@example.org']);
    expect((await staff.submit(page, { name: 'Nora New', email: 'nora@example.org' }, page)).status).toBe(409);
    await staff.submit(page, {}, `${page}/${callerId}/removal`);
    expect((await open(await signedInAs(product, callerId), list)).status).toBe(404);
  });

  it('do not choose callers themselves', async () => {
    expect((await open(caller, page)).status).toBe(404);
    expect((await caller.post(page, { name: 'X', email: 'x@example.org' })).status).toBe(404);
  });

  it('find their lists from the staff desk', async () => {
    const { $ } = await open(caller, '/staff/calls');
    expect($('main a[href="/staff/cycles/2027-spring/central/calls"]').length).toBe(1);
  });
});
