import * as cheerio from 'cheerio';
import { insertRole } from '../../src/features/accounts';
import { beginMemberships } from '../../src/features/membership';
import { listReadyMemberships } from '../../src/features/onboarding';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { someAnswers } from '../support/builders/application';
import { aPerson } from '../support/builders/person';
import { emptyTables } from '../support/database';
import { aScene, scored, type Scene } from '../support/selection-scene';

jest.setTimeout(60_000);

const board = '/staff/cycles/2027-spring/central/slate';
const release = '/staff/cycles/2027-spring/central/release';
const letters = '/staff/central/letters';

describe('a person without e-mail', () => {
  let product: TestProduct;
  let scene: Scene;
  let staff: Browser;

  beforeAll(async () => {
    product = await testProduct();
    await emptyTables(product.db);
    scene = await aScene(product.deps);
    staff = await signedInAs(product, scene.staff.id);
  });
  afterAll(() => product.close());

  const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
  const rosa = async () => (await product.db('people').where({ name: 'Rosa Sin Correo' }).first<{ id: string }>()).id;
  const kindsOnPaper = async () =>
    product
      .db('paper_letters')
      .where({ person_id: await rosa() })
      .orderBy('id')
      .pluck<string[]>('kind');

  it('applies on paper; staff type it in, and the receipt waits to be printed', async () => {
    const sheet = '/staff/cycles/2027-spring/central/applications/new';
    const answers = someAnswers([], { email: '', name: 'Rosa Sin Correo', language: 'es' }) as Record<string, string | string[]>;
    const choices = { choice_1: scene.central.id, choice_2: '', choice_3: '' };
    const how = {
      way: 'paper',
      received_on: '2026-11-10',
      postal_address: '123 Main St\nLos Angeles, CA',
      best_time: 'After 5',
      phone: '213 555 0142',
    };
    expect((await staff.submit(sheet, { ...answers, ...choices, ...how }, sheet)).status).toBe(303);
    expect(await kindsOnPaper()).toEqual(['application.entered']);
  });

  it('is read, chosen and offered the seat by letter', async () => {
    const candidacy = await product.db('candidacies').first<{ id: string }>();
    await scored(product.deps, scene.cycle, { candidacyId: candidacy.id, reviewers: scene.reviewers, score: 4 });
    await staff.post(`${board}/placement`, { version: '0', candidacy: candidacy.id, seat: 'seat' }, board);
    await staff.post(`${board}/sending`, { version: '1' }, board);
    const slate = await product.db('slates').where({ collaborative_id: scene.central.id }).first<{ id: string }>();
    const page = `/approvals/${slate.id}`;
    const approver = await signedInAs(product, scene.approver.id);
    expect((await approver.submit(page, {}, `${page}/approval`)).status).toBe(303);
    expect((await staff.submit(release, {}, release)).status).toBe(303);
    expect(await kindsOnPaper()).toContain('decision.offer');
  });

  it('says yes on the phone, and gets the welcome by letter', async () => {
    const cora = await aPerson(product.deps, { name: 'Cora Caller', email: 'cora@example.org' });
    await insertRole(product.deps, { personId: cora.id, role: 'caller', cycleId: scene.cycle.id, collaborativeId: scene.central.id });
    const caller = await signedInAs(product, cora.id);
    const offer = await product.db('offers').first<{ id: string }>();
    const call = `/staff/cycles/2027-spring/central/calls/${offer.id}`;
    expect((await caller.submit(call, { answer: 'yes', said_name: 'Rosa Sin Correo' }, `${call}/answer`)).status).toBe(303);
    expect(await kindsOnPaper()).toContain('onboarding.welcome');
  });

  it('works through the checklist on a printed packet in her language, which staff enter for her', async () => {
    const [plan] = await product.db('onboarding_plans').pluck<string[]>('id');
    const there = `/staff/onboarding/${plan}`;
    const packet = await staff.get(`${there}/packet`);
    expect(textOf(packet.text)).toContain('Por favor lea cada parte.');
    expect((await staff.get(`${there}/packet.pdf`)).headers['content-type']).toBe('application/pdf');
    const tasks = await product.db('onboarding_tasks').where({ is_required: true }).orderBy('place').select('id', 'kind', 'key');
    const given: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      acknowledge: { typed_name: 'Rosa Sin Correo', agree: 'yes' },
      contact: { name: 'Rosa Sin Correo', phone: '213 555 0142', locale: 'es' },
      conflict_statement: { has_conflict: 'no' },
      attend: { on: '2026-11-20' },
    };
    for (const { id, kind, key } of tasks) {
      const page = `/staff/onboarding/tasks/${id}`;
      const action = kind === 'attend' ? `${page}/attendance` : `${page}/stand-in`;
      expect([key, (await staff.submit(page, given[key] ?? given[kind] ?? {}, action)).status]).toEqual([key, 303]);
    }
    expect((await staff.get(there)).text).toContain('Step entered by staff');
    expect(await product.db('onboarding_plans').pluck('status')).toEqual(['complete']);
  });

  it('sits from the first day of the term, stands on the public roster, and is told so by letter', async () => {
    const membership = await product.db('memberships').first<{ term_starts_on: string }>();
    product.clock.moveTo(`${membership.term_starts_on}T20:00:00.000Z`);
    await beginMemberships(product.deps, listReadyMemberships);
    expect(await product.db('memberships').pluck('status')).toEqual(['active']);
    expect((await visitorBrowser(product).get('/central/roster')).text).toContain('Rosa Sin Correo');
    expect(await kindsOnPaper()).toContain('membership.begun');
  });

  it('had every letter printed and posted, and not one e-mail', async () => {
    const staffNow = await signedInAs(product, scene.staff.id);
    const run = (await staffNow.submit(letters, { all: 'yes' }, `${letters}/printing`)).headers['location'] ?? '';
    const sheets = cheerio.load((await staffNow.get(run)).text)('.app-letter');
    expect(sheets.length).toBeGreaterThanOrEqual(3);
    expect(sheets.map((_, sheet) => cheerio.load(sheet).root().find('.app-letter').attr('lang')).get()).not.toContain('en');
    expect((await staffNow.submit(run, {}, `${run}/posting`)).status).toBe(303);
    expect(
      await product
        .db('outbox')
        .where({ person_id: await rosa() })
        .pluck('kind'),
    ).toEqual([]);
    expect(await product.db('outbox').where({ to_name: 'Rosa Sin Correo' }).pluck('kind')).toEqual([]);
  });
});
