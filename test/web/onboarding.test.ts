import type { Person } from '../../src/features/accounts';
import { createPendingMembership, getMembership, insertOffice, type Membership } from '../../src/features/membership';
import { beginPlan, listTasks, planOf } from '../../src/features/onboarding';
import type { Task } from '../../src/features/onboarding/task';
import { insertRole } from '../../src/features/accounts/role.queries';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import * as cheerio from 'cheerio';

let product: TestProduct;
let ana: Person;
let staff: Person;
let eastStaff: Person;
let membership: Membership;
let planId: string;
let tasks: Task[];

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  const central = await aCollaborative(product.deps);
  const east = await aCollaborative(product.deps, 'east');
  ana = await someone(product.deps, 'Ana Reyes');
  staff = await staffOf(product.deps, central.id);
  eastStaff = await staffOf(product.deps, east.id, 'Eve East');
  const seat = await aSeat(product.deps, central.id);
  const term = { termStartsOn: '2026-11-01', termEndsOn: '2028-06-30' };
  membership = await createPendingMembership(product.deps, 'system', { seatId: seat.id, personId: ana.id, candidacyId: null, ...term });
  await beginPlan(product.deps, 'system', membership);
  planId = (await planOf(product.db, membership.id))!.id;
  tasks = await listTasks(product.db, [planId]);
});

const the = (key: string): Task => tasks.find((task) => task.key === key)!;
const page = (html: string) => cheerio.load(html);
const lines = (html: string): string[][] =>
  page(html)('.app-task-list li')
    .map((_, li) => [[page(html)(li).find('a, span').first().text().trim(), page(html)(li).find('.app-tag').text().trim()]])
    .get();
const texts = (html: string, selector: string): string[] =>
  page(html)(selector)
    .map((_, element) => page(html)(element).text().replace(/\s+/g, ' ').trim())
    .get();

describe('the checklist of a member', () => {
  let browser: Browser;
  beforeEach(async () => {
    browser = await signedInAs(product, ana.id);
  });

  it('says what is next, what waits for staff, and what cannot start yet', async () => {
    const { text } = await browser.get('/me/onboarding').expect(200);
    expect(lines(text)).toEqual([
      ['Accept your seat and its term', 'Do this next'],
      ['Check your contact, language and name', 'Not yet started'],
      ['Code of conduct', 'Not yet started'],
      ['Conflict-of-interest statement', 'Not yet started'],
      ['What the open-meeting act asks of you', 'Not yet started'],
      ['The charge of your collaborative', 'Not yet started'],
      ['Come to an orientation meeting', 'Cannot start yet'],
      ['Tell us what you need to take part', 'Not yet started'],
      ['Meeting procedure in ten minutes', 'Not yet started'],
      ['Directory and photos', 'Not yet started'],
      ['Emergency contact', 'Not yet started'],
      ['Volunteer clearance', 'Waiting for staff'],
      ['Talk about staying or leaving', 'Cannot start yet'],
    ]);
  });

  it('takes a signature with the version of the text, and keeps words when the name is missing', async () => {
    const address = `/me/onboarding/${the('code_of_conduct').id}`;
    const refused = await browser.submit(address, { agree: 'yes', typed_name: ' ' }, `${address}/completion`);
    expect(refused.status).toBe(422);
    expect(texts(refused.text, '.app-error-summary li')).toEqual(['Fill this in']);
    expect(page(refused.text)('input[name="agree"]').attr('checked')).toBe('checked');
    const done = await browser.submit(address, { agree: 'yes', typed_name: 'Ana Reyes' }, `${address}/completion`);
    expect([done.status, done.headers['location']]).toEqual([303, '/me/onboarding']);
    const row = await product
      .db('onboarding_tasks')
      .where({ id: the('code_of_conduct').id })
      .first<Record<string, unknown>>();
    expect([row['status'], row['typed_name'], row['done_at'], row['text_version']]).toEqual([
      'done',
      'Ana Reyes',
      '2026-11-21T20:00:00.000Z',
      1,
    ]);
    const again = await browser.get(address).expect(200);
    expect(page(again.text)('main form').length).toBe(0);
    expect(texts(again.text, 'main p.app-soft.app-small')).toEqual([
      'Version 1 of this text',
      'Signed by Ana Reyes',
      'Done on Nov 21, 2026, 12:00 PM Pacific Time',
    ]);
  });

  it('asks for details where there is a conflict', async () => {
    const address = `/me/onboarding/${the('conflict_statement').id}`;
    const refused = await browser.submit(address, { has_conflict: 'yes', details: '' }, `${address}/completion`);
    expect([refused.status, texts(refused.text, '.app-error-summary li')]).toEqual([422, ['Say what it is, or choose no']]);
  });

  it('refuses a stale save', async () => {
    const address = `/me/onboarding/${the('charge').id}`;
    await browser.submit(address, {}, `${address}/completion`);
    const stale = await browser.post(`${address}/completion`, { version: '1' }, '/me/onboarding');
    expect(stale.status).toBe(409);
  });

  it('is in Spanish for those who read Spanish', async () => {
    const { text } = await browser.get('/me/onboarding?lang=es').expect(200);
    expect(texts(text, 'h1')).toEqual(['Su lista de pasos']);
    expect(lines(text)[0]).toEqual(['Aceptar su lugar y su periodo', 'Haga esto ahora']);
  });

  it('is nobody else’s', async () => {
    const address = `/me/onboarding/${the('charge').id}`;
    for (const person of [staff, eastStaff]) await (await signedInAs(product, person.id)).get(address).expect(404);
    const visitor = await visitorBrowser(product).get(address);
    expect([visitor.status, visitor.headers['location']]).toEqual([303, `/sign-in?next=${encodeURIComponent(address)}`]);
    const bo = await signedInAs(product, (await someone(product.deps, 'Bo Lee')).id);
    expect(texts((await bo.get('/me/onboarding').expect(200)).text, '.app-empty p')[0]).toBe(
      'You have no checklist. It appears here when you accept a seat.',
    );
  });
});

describe('the board of the staff', () => {
  it('shows what each one is stuck on and reminds in one click', async () => {
    const browser = await signedInAs(product, staff.id);
    const board = await browser.get('/staff/central/onboarding').expect(200);
    expect(texts(board.text, 'tbody tr td:nth-of-type(1)')).toEqual(['Accept your seat and its term due Nov 21, 2026 Remind']);
    const sent = await browser.submit('/staff/central/onboarding', {}, `/staff/onboarding/${planId}/nudge`);
    expect([sent.status, sent.headers['location']]).toEqual([303, '/staff/central/onboarding']);
    const after = await browser.follow(sent);
    expect(texts(after.text, '.app-flash')).toEqual(['A reminder is on its way to Ana Reyes.']);
    expect(await product.db('outbox').where({ kind: 'onboarding.nudge' }).pluck('to_address')).toEqual(['ana.reyes@example.org']);
  });

  it('records attendance and excuses with a reason the member sees; the seat begins', async () => {
    const browser = await signedInAs(product, staff.id);
    const orientation = `/staff/onboarding/tasks/${the('orientation').id}`;
    const future = await browser.submit(orientation, { on: '2026-11-22' }, `${orientation}/attendance`);
    expect([future.status, texts(future.text, '.app-error-summary li')]).toEqual([422, ['The day cannot lie ahead']]);
    expect((await browser.submit(orientation, { on: '2026-11-21' }, `${orientation}/attendance`)).status).toBe(303);
    for (const task of tasks.filter(({ isRequired, key }) => isRequired && key !== 'orientation')) {
      const address = `/staff/onboarding/tasks/${task.id}`;
      expect((await browser.submit(address, { reason: 'Served before' }, `${address}/waiver`)).headers['location']).toBe(
        `/staff/onboarding/${planId}`,
      );
    }
    expect((await getMembership(product.db, membership.id)).status).toBe('active');
    const list = await (await signedInAs(product, ana.id)).get('/me/onboarding');
    expect(texts(list.text, '.app-notice p')).toEqual(['Everything required is done. Thank you.', 'Your seat has begun.']);
  });

  it('needs a reason to excuse', async () => {
    const address = `/staff/onboarding/tasks/${the('charge').id}`;
    const refused = await (await signedInAs(product, staff.id)).submit(address, { reason: '' }, `${address}/waiver`);
    expect(refused.status).toBe(422);
  });

  it('hides everything from the staff of another collaborative', async () => {
    const browser = await signedInAs(product, eastStaff.id);
    const addresses = ['/staff/central/onboarding', `/staff/onboarding/${planId}`, `/staff/onboarding/tasks/${the('charge').id}`];
    for (const address of addresses) await browser.get(address).expect(404);
    for (const deed of [`${planId}/nudge`, `tasks/${the('charge').id}/waiver`, `tasks/${the('orientation').id}/attendance`])
      expect((await browser.post(`/staff/onboarding/${deed}`, { reason: 'x', version: '1', on: '2026-11-21' }, '/me')).status).toBe(404);
  });
});

it('shows access needs to their person and to the staff who arrange them, on no other page and to nobody else', async () => {
  const central = membership.collaborativeId;
  await product
    .db('people')
    .where({ id: ana.id })
    .update({ access_needs: JSON.stringify({ interpreter: 'CANARY-NEEDS' }) });
  const approver = await someone(product.deps, 'Abe Approver');
  const administrator = await someone(product.deps, 'Ada Admin');
  await insertRole(product.deps, { personId: approver.id, role: 'approver', collaborativeId: central });
  await insertRole(product.deps, { personId: administrator.id, role: 'administrator' });
  const chair = await someone(product.deps, 'Cy Chair');
  const seat = await aMembership(product.deps, (await aSeat(product.deps, central, { code: 'FAM-2' })).id, chair.id);
  await insertOffice(product.deps, {
    collaborativeId: central,
    membershipId: seat.id,
    office: 'chair',
    startsOn: '2025-07-01',
    endsOn: null,
  });
  const addresses = [
    '/me',
    '/me/onboarding',
    `/me/onboarding/${the('access_needs').id}`,
    '/staff/central/onboarding',
    `/staff/onboarding/${planId}`,
    `/staff/onboarding/tasks/${the('access_needs').id}`,
    '/staff/central/seats',
    `/staff/memberships/${membership.id}`,
    '/central/roster',
  ];
  const seen: string[] = [];
  for (const person of [ana, staff, eastStaff, approver, administrator, chair]) {
    const browser = await signedInAs(product, person.id);
    for (const address of addresses) if ((await browser.get(address)).text.includes('CANARY-NEEDS')) seen.push(`${person.name} ${address}`);
  }
  expect(seen).toEqual([`Ana Reyes /me/onboarding/${the('access_needs').id}`, `Sam Staff /staff/onboarding/${planId}`]);
});
