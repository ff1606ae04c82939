import * as cheerio from 'cheerio';
import type { Response } from 'supertest';
import type { Person } from '../../src/features/accounts';
import { createPendingMembership } from '../../src/features/membership';
import { beginPlan, listTasks, planOf } from '../../src/features/onboarding';
import type { Task } from '../../src/features/onboarding/task';
import { insertTasks } from '../../src/features/onboarding/task.queries';
import { sweepKeptFiles } from '../../src/kept-files';
import { testProduct, type TestProduct } from '../support/app';
import { aPart } from '../support/attachment-scene';
import { aCollaborative, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { aPdf } from '../support/files';

let product: TestProduct;
let ana: Person;
let staff: Person;
let eastStaff: Person;
let browser: Browser;
let step: Task;
let address: string;
let membershipId: string;

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
  const membership = await createPendingMembership(product.deps, 'system', {
    seatId: seat.id,
    personId: ana.id,
    candidacyId: null,
    ...term,
  });
  membershipId = membership.id;
  await beginPlan(product.deps, 'system', membership);
  const planId = (await planOf(product.db, membership.id))!.id;
  const tasks = await listTasks(product.db, [planId]);
  await product.db('onboarding_tasks').where({ plan_id: planId }).update({ status: 'done' });
  const words = {
    title: { en: 'Bring your certificate', es: 'Traiga su certificado' },
    text: { en: 'Of the training.', es: 'Del curso.' },
  };
  step = { ...tasks[0]!, ...words, id: product.deps.newId(), key: 'own_1', place: 99, kind: 'upload' };
  await insertTasks(product.db, [step]);
  address = `/me/onboarding/${step.id}`;
  browser = await signedInAs(product, ana.id);
});

const page = (html: string) => cheerio.load(html);
const send = (part = aPart(), version = '1'): Promise<Response> => browser.upload(`${address}/completion`, { version }, [part], address);
const row = async () => (await product.db('onboarding_tasks').where({ id: step.id }).first())!;
const seatStatus = async () => (await product.db('memberships').where({ id: membershipId }).first())!.status;
const errors = (html: string): string => page(html)('.app-error-summary li').text().trim();

describe('a step that asks for a file', () => {
  it('opens the seat when the file is there, and gives it back byte for byte', async () => {
    const sent = await send();
    expect([sent.status, sent.headers['location'], await seatStatus()]).toEqual([303, '/me/onboarding', 'active']);
    const shown = page((await browser.get(address).expect(200)).text);
    expect(shown(`a[href="${address}/file"]`).parent().text().replace(/\s+/g, ' ').trim()).toMatch(/^budget\.pdf \(PDF, .* KB\)$/);
    const file = await browser.get(`${address}/file`).expect(200).buffer(true);
    expect([file.headers['content-disposition'], Number(file.headers['content-length'])]).toEqual([
      expect.stringContaining('attachment; filename="budget.pdf"'),
      aPdf().length,
    ]);
  });

  it('stays open without a file, with a bad one, or with a form that carries none, and says why', async () => {
    const none = await browser.upload(`${address}/completion`, { version: '1' }, [], address);
    const bad = await send(aPart({ name: 'plan.pdf', bytes: Buffer.from('<script>') }));
    const plain = await browser.post(`${address}/completion`, { version: '1' }, address);
    expect([none, bad, plain].map(({ status, text }) => [status, errors(text)])).toEqual([
      [422, 'Choose a file'],
      [422, 'What is in the file does not match its name, or it is damaged or locked with a password. Save it anew and choose it again.'],
      [422, 'Choose a file'],
    ]);
    expect([(await row()).status, await seatStatus()]).toEqual(['open', 'pending']);
  });

  it('takes another file in the place of a wrong one, and forgets the first', async () => {
    await send();
    const { file_sha256: first } = await row();
    expect((await send(aPart({ name: 'right.pdf', bytes: aPdf('Right') }), '2')).status).toBe(303);
    product.clock.moveTo('2026-11-24T20:00:00.000Z');
    await sweepKeptFiles(product.deps);
    const { file_sha256: second, file_name: name } = await row();
    expect([name, first === second]).toEqual(['right.pdf', false]);
    await (await signedInAs(product, ana.id)).get(`${address}/file`).expect(200);
  });

  it('refuses a stale save', async () => {
    await send();
    expect((await send(aPart(), '1')).status).toBe(409);
  });

  it('needs the token of the session', async () => {
    const bare = await browser.uploadBare(`${address}/completion`, { version: '1' }).attach('file', aPdf(), 'budget.pdf');
    expect([bare.status, (await row()).status]).toEqual([403, 'open']);
  });

  it('is opened by the member and the staff of the collaborative, and by nobody else', async () => {
    const inside = `/staff/onboarding/tasks/${step.id}/file`;
    const worker = await signedInAs(product, staff.id);
    await browser.get(`${address}/file`).expect(404);
    await send();
    await worker.get(inside).expect(200);
    expect(page((await worker.get(`/staff/onboarding/tasks/${step.id}`)).text)(`a[href="${inside}"]`).text()).toBe('budget.pdf');
    await worker.get(`${address}/file`).expect(404);
    const others = await signedInAs(product, eastStaff.id);
    for (const place of [inside, `${address}/file`]) await others.get(place).expect(404);
    expect((await visitorBrowser(product).get(inside)).status).toBe(303);
  });

  it('is entered by staff with a copy of the paper, who never put one in for themselves or another collaborative', async () => {
    const stand = `/staff/onboarding/tasks/${step.id}`;
    const worker = await signedInAs(product, staff.id);
    const others = await signedInAs(product, eastStaff.id);
    expect((await others.upload(`${stand}/stand-in`, { version: '1' }, [aPart()], '/me')).status).toBe(404);
    const without = await worker.upload(`${stand}/stand-in`, { version: '1' }, [], stand);
    expect([without.status, errors(without.text)]).toEqual([422, 'Choose a file']);
    expect((await worker.upload(`${stand}/stand-in`, { version: '1' }, [aPart()], stand)).status).toBe(303);
    const { entered_by, file_name } = await row();
    expect([entered_by, file_name, await seatStatus()]).toEqual([staff.id, 'budget.pdf', 'active']);
  });

  it('loses its file when staff open the step again', async () => {
    await product.db('onboarding_tasks').where({ id: step.id }).update({ is_required: false });
    await send();
    const stand = `/staff/onboarding/tasks/${step.id}`;
    const worker = await signedInAs(product, staff.id);
    expect((await worker.submit(stand, { reason: 'The wrong paper.' }, `${stand}/reopening`)).status).toBe(303);
    const { status, file_name, file_sha256 } = await row();
    expect([status, file_name, file_sha256]).toEqual(['open', null, null]);
    await worker.get(`${stand}/file`).expect(404);
  });

  it('is asked for on paper in the packet, in the member’s language', async () => {
    await product.db('people').where({ id: ana.id }).update({ locale: 'es' });
    const worker = await signedInAs(product, staff.id);
    const { text } = await worker.get(`/staff/onboarding/${step.planId}/packet`).expect(200);
    expect(page(text)('main').text()).toContain('Por favor agregue este documento o una copia.');
  });

  it('can be added to the list for new members', async () => {
    const worker = await signedInAs(product, staff.id);
    const kinds = page((await worker.get('/staff/central/onboarding/templates/all/tasks/new')).text)('select[name="kind"] option');
    expect(kinds.map((_, option) => page('')(option).attr('value')).get()).toContain('upload');
  });
});
