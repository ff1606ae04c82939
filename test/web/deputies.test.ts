import * as cheerio from 'cheerio';
import { insertRole, type Person } from '../../src/features/accounts';
import { ensureAccount, closeAccountAt } from '../../src/features/accounts/account.queries';
import { deputyReminders } from '../../src/features/deputies';
import { mergePeople } from '../../src/features/people/merge.actions';
import { queueReminders } from '../../src/mail/reminders';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { aPerson, aPersonAs } from '../support/builders/person';
import { actorOf } from '../support/district/people';
import { countQueries, emptyTables } from '../support/database';
import { mails } from '../support/mailbox';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let dana: Person;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  scene = await aScene(product.deps);
  await aSeatOnOffer(product.deps, scene.cycle, scene.central, { code: 'C-F2' });
  dana = await aPersonAs(
    product.deps,
    { role: 'staff', collaborativeId: scene.south.id },
    { name: 'Dana Deputy', email: 'dana@example.org', locale: 'es' },
  );
});

const own = '/staff/deputies';
const board = '/staff/cycles/2027-spring/central/slate';
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const fields = (given: Record<string, string> = {}) => ({
  collaborative: scene.central.id,
  deputy: dana.id,
  starts_on: '2026-12-01',
  ends_on: '2026-12-03',
  ...given,
});
const named = async (given: Record<string, string> = {}) => {
  const done = await (await as(scene.approver)).submit(own, fields(given), own);
  return done.status;
};
const idOf = async (): Promise<string> => (await product.db('deputies').first('id'))!.id;
const toldOf = (kind: string): Promise<string[]> => product.db('outbox').where({ kind }).orderBy('to_address').pluck('to_address');
const slate = async () => (await product.db('slates').first())!;

async function sentSlate(): Promise<string> {
  const application = await anApplicant(product.deps, scene.cycle, { name: 'Ana First', to: [scene.central] });
  const candidacy = (await candidacyOf(product.deps, application, scene.central)).id;
  await scored(product.deps, scene.cycle, { candidacyId: candidacy, reviewers: scene.reviewers, score: 4 });
  const staff = await as(scene.staff);
  await staff.post(`${board}/placement`, { version: '0', candidacy, seat: 'seat' }, board);
  expect((await staff.submit(board, {}, `${board}/sending`)).status).toBe(303);
  return (await slate()).id;
}

describe('naming a deputy', () => {
  it('is done by the approver, told to both in their language, and kept in the history of both', async () => {
    expect(await named()).toBe(303);
    const sent = (await mails(product.deps)).filter(({ kind }) => kind === 'deputies.named');
    expect(sent.map(({ subject }) => subject).sort()).toEqual([
      'Deputy for the Local District Central Collaborative: Dana Deputy',
      'Sustitución en el Colaborativo del Distrito Local Central: Dana Deputy',
    ]);
    expect(sent.find(({ subject }) => subject.startsWith('Sustitución'))?.text).toContain('usted sustituye a Alma Approver');
    expect(await product.db('events').where({ action: 'deputies.name' }).orderBy('place').pluck('subject_id')).toEqual([
      scene.approver.id,
      dana.id,
    ]);
    const page = textOf((await (await as(scene.approver)).get(own)).text);
    expect(page).toContain('Dana Deputy, Local District Central Collaborative Still to come');
    expect(textOf((await (await as(dana)).get(own)).text)).toContain('Alma Approver');
    for (const person of [scene.approver, dana])
      expect(textOf((await (await as(scene.administrator)).get(`/admin/people/${person.id}`)).text)).toMatch(
        /(Dana Deputy stands in|Stands in for Alma Approver), Local District Central/,
      );
  });

  it('is also done by an administrator, on the page of the approver', async () => {
    const page = `/admin/people/${scene.approver.id}/deputies`;
    const admin = await as(scene.administrator);
    expect((await admin.submit(page, fields(), page)).headers['location']).toBe(page);
    expect(textOf((await admin.get(page)).text)).toContain('Dana Deputy');
    expect(
      (await admin.post(page, fields({ deputy: scene.administrator.id, starts_on: '2027-01-01', ends_on: '2027-01-02' }), page)).status,
    ).toBe(403);
  });

  it('keeps what was typed and says what is wrong with the days', async () => {
    const browser = await as(scene.approver);
    const wrong = await browser.submit(own, fields({ starts_on: '2026-11-20' }), own);
    expect([wrong.status, cheerio.load(wrong.text)('#deputy option[selected]').attr('value')]).toEqual([422, dana.id]);
    expect((await browser.submit(own, fields({ ends_on: '2026-11-30' }), own)).status).toBe(422);
    expect((await browser.submit(own, fields({ ends_on: 'soon', deputy: '' }), own)).status).toBe(422);
    expect(await product.db('deputies').select()).toEqual([]);
  });

  it('is refused for oneself, for strangers, for a place one does not approve in, and for days that are taken', async () => {
    const browser = await as(scene.approver);
    expect((await browser.post(own, fields({ deputy: scene.approver.id }), own)).status).toBe(403);
    expect((await browser.post(own, fields({ deputy: scene.stranger.id }), own)).status).toBe(409);
    expect((await browser.post(own, fields({ collaborative: scene.south.id }), own)).status).toBe(403);
    expect((await browser.post(own, fields({ collaborative: 'none' }), own)).status).toBe(403);
    expect(await named()).toBe(303);
    expect((await browser.post(own, fields({ deputy: scene.staff.id, starts_on: '2026-12-03', ends_on: '2026-12-05' }), own)).status).toBe(
      409,
    );
    expect((await browser.post(own, fields({ deputy: scene.staff.id, starts_on: '2026-12-04', ends_on: '2026-12-05' }), own)).status).toBe(
      303,
    );
  });

  it('is not passed on by the deputy', async () => {
    await named({ starts_on: '' });
    const browser = await as(dana);
    const page = await browser.get(own);
    expect([page.status, cheerio.load(page.text)('#deputy').length]).toEqual([200, 0]);
    expect((await browser.post(own, fields({ deputy: scene.staff.id, starts_on: '2026-12-10', ends_on: '2026-12-11' }), own)).status).toBe(
      403,
    );
  });

  it('shows no page to staff or strangers, in as many queries for three deputies as for one', async () => {
    for (const person of [scene.staff, scene.stranger, scene.reviewers[0]!]) expect((await (await as(person)).get(own)).status).toBe(404);
    await named();
    const browser = await as(scene.approver);
    await browser.get(own);
    const one = await countQueries(product.db, () => browser.get(own));
    await named({ starts_on: '2026-12-10', ends_on: '2026-12-11' });
    await named({ starts_on: '2026-12-20', ends_on: '2026-12-21' });
    expect(await countQueries(product.db, () => browser.get(own))).toBe(one);
  });
});

describe('between the dates', () => {
  it.each([
    ['2026-12-01T07:59:59.000Z', 404],
    ['2026-12-01T08:00:00.000Z', 200],
    ['2026-12-04T07:59:59.000Z', 200],
    ['2026-12-04T08:00:00.000Z', 404],
  ])('the deputy sees the slate at %s: %s', async (at, status) => {
    const id = await sentSlate();
    await named();
    product.clock.moveTo(at);
    const deputy = await as(dana);
    const page = await deputy.get(`/approvals/${id}`);
    expect(page.status).toBe(status);
    if (status === 200) expect(textOf(page.text)).toContain('Usted actúa en lugar de Alma Approver.');
    const pressed = await deputy.post(`/approvals/${id}/approval`, { version: String((await slate()).version) }, '/account');
    expect([pressed.status, (await slate()).status]).toEqual(status === 200 ? [303, 'approved'] : [404, 'sent']);
  });

  it('the record names the deputy and the approver', async () => {
    const id = await sentSlate();
    await named({ starts_on: '' });
    const deputy = await as(dana);
    await deputy.submit(`/approvals/${id}`, { words: 'Why not Bo?' }, `/approvals/${id}/return`);
    expect(await product.db('slates').first('decided_by', 'decided_for')).toEqual({ decided_by: dana.id, decided_for: scene.approver.id });
    expect(await product.db('slate_sendings').first('decided_for')).toEqual({ decided_for: scene.approver.id });
    const line = await product.db('events').where({ action: 'selection.return' }).first('capacity', 'details');
    expect([line?.capacity, JSON.parse(line?.details ?? '{}')]).toEqual([
      'deputy',
      { before: { status: 'sent' }, after: { status: 'returned', deputyFor: scene.approver.id } },
    ]);
    expect(textOf((await (await as(scene.approver)).get(`/approvals/${id}`)).text)).toContain('Dana Deputy (deputy of Alma Approver)');
  });

  it('the deputy is told of slates that wait, and is asked for a second factor first', async () => {
    await named({ starts_on: '' });
    const id = await sentSlate();
    expect(await toldOf('slate.sent')).toEqual(['alma.approver@example.org', 'dana@example.org']);
    const weak = await signedInAs(product, dana.id, { strong: false });
    expect((await weak.get(`/approvals/${id}`)).headers['location']).toBe('/sign-in/second-factor');
  });

  it('nothing is left to do once the approver may no longer do it', async () => {
    const id = await sentSlate();
    await named({ starts_on: '' });
    expect((await (await as(dana)).get(`/approvals/${id}`)).status).toBe(200);
    const account = await ensureAccount(product.deps, scene.approver.id);
    await closeAccountAt(product.db, account.id, product.clock.now());
    expect((await (await as(dana)).get(`/approvals/${id}`)).status).toBe(404);
    await closeAccountAt(product.db, account.id, null);
    await product.db('roles').where({ person_id: scene.approver.id }).update({ ends_on: '2026-11-20', starts_on: '2026-01-01' });
    expect((await (await as(dana)).get(`/approvals/${id}`)).status).toBe(404);
    const pages = [
      await (await as(dana)).get(`${own}?lang=en`),
      await (await as(scene.administrator)).get(`/admin/people/${scene.approver.id}/deputies`),
    ];
    for (const page of pages) {
      expect(textOf(page.text)).toContain('Local District Central Collaborative Does not count: no longer approver');
      expect(textOf(page.text)).not.toContain('Stands in now');
    }
  });
});

describe('ending a deputy', () => {
  it('takes effect at once, signs the deputy out and is told to both', async () => {
    const id = await sentSlate();
    await named({ starts_on: '' });
    const deputy = await as(dana);
    expect((await deputy.get(`/approvals/${id}`)).status).toBe(200);
    const done = await (await as(scene.approver)).post(`${own}/${await idOf()}/ending`, {}, own);
    expect(done.headers['location']).toBe(own);
    expect((await deputy.get(`/approvals/${id}`)).headers['location']).toContain('/sign-in');
    expect((await (await as(dana)).get(`/approvals/${id}`)).status).toBe(404);
    expect(await toldOf('deputies.ended')).toEqual(['alma.approver@example.org', 'dana@example.org']);
    expect((await (await as(scene.approver)).post(`${own}/${await idOf()}/ending`, {}, own)).status).toBe(409);
  });

  it('is not for others, who may not know of it', async () => {
    await named();
    const southern = await aPersonAs(product.deps, { role: 'approver', collaborativeId: scene.south.id }, { email: 'south@example.org' });
    for (const person of [scene.staff, southern])
      expect((await (await as(person)).post(`${own}/${await idOf()}/ending`, {}, '/account')).status).toBe(404);
    expect((await product.db('deputies').first('ended_at'))?.ended_at).toBeNull();
  });

  it('by its date is told to both on the next morning, once', async () => {
    await named();
    const over = async () => {
      await queueReminders(product.deps, deputyReminders);
      return (await mails(product.deps)).filter(({ kind }) => kind === 'deputies.over').length;
    };
    product.clock.moveTo('2026-12-04T16:59:00.000Z');
    expect(await over()).toBe(0);
    product.clock.moveTo('2026-12-04T17:00:00.000Z');
    expect(await over()).toBe(2);
    expect(await over()).toBe(2);
  });

  it('comes with joining the record into another', async () => {
    await named();
    const kept = await aPerson(product.deps, { name: 'Dana Deputy', email: 'dana2@example.org' });
    const merging = { keptId: kept.id, goneId: dana.id, choices: {}, versions: { kept: 1, gone: 1 } };
    await mergePeople(product.deps, await actorOf(product.deps, scene.administrator.id), merging);
    expect((await product.db('deputies').first('ended_at'))?.ended_at).toBe(product.clock.now());
  });
});

it('an approver who stands in elsewhere approves their own in their own right', async () => {
  const id = await sentSlate();
  await named({ starts_on: '' });
  await insertRole(product.deps, { personId: dana.id, role: 'approver', collaborativeId: scene.central.id });
  const deputy = await as(dana);
  await deputy.submit(`/approvals/${id}`, {}, `/approvals/${id}/approval`);
  expect(await product.db('slates').first('decided_by', 'decided_for')).toEqual({ decided_by: dana.id, decided_for: null });
});
