import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';
import { aPersonAs } from '../support/builders/person';
import { aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let ana: Application;
let bo: Application;
let cy: Application;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  await aPersonAs(product.deps, { role: 'approver', collaborativeId: scene.south.id }, { name: 'Saul', email: 'saul@example.org' });
  ana = await anApplicant(product.deps, scene.cycle, { name: 'Ana First', to: [scene.central] });
  bo = await anApplicant(product.deps, scene.cycle, { name: 'Bo Second', to: [scene.central, scene.south], locale: 'es' });
  cy = await anApplicant(product.deps, scene.cycle, { name: 'Cy Third', to: [scene.central], constituency: 'business' });
  for (const [application, score] of [
    [ana, 4],
    [bo, 3],
    [cy, 2],
  ] as const)
    await scored(product.deps, scene.cycle, { candidacyId: await idOf(application), reviewers: scene.reviewers, score });
});

const board = '/staff/cycles/2027-spring/central/slate';
const release = '/staff/cycles/2027-spring/central/release';
const wholeCycle = '/staff/cycles/2027-spring/release';
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);
const idOf = async (application: Application, where = scene.central) => (await candidacyOf(product.deps, application, where)).id;
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const letterOf = async (application: Application) => `${release}/letters/${await idOf(application)}`;
const decisions = async () => (await mails(product.deps)).filter((mail) => mail.kind.startsWith('decision.'));

/** Ana in Central's seat; approved. */
async function approved(): Promise<Browser> {
  const staff = await as(scene.staff);
  await staff.post(`${board}/placement`, { version: '0', candidacy: await idOf(ana), seat: 'seat' }, board);
  await staff.post(`${board}/sending`, { version: '1' }, board);
  const slate = (await product.db('slates').where({ collaborative_id: scene.central.id }).first())!;
  const page = `/approvals/${slate.id}`;
  expect((await (await as(scene.approver)).submit(page, {}, `${page}/approval`)).status).toBe(303);
  return staff;
}

const agreed = (applicationId: string) => ({
  application_id: applicationId,
  answer: 'given' as const,
  method: 'link' as const,
  name: 'Gil Guardian',
  answered_at: product.clock.now(),
  recorded_by: null,
});

describe('a student', () => {
  it('is offered a seat only once a guardian has consented: the dry run says so, the release waits, a late answer is not taken', async () => {
    const staff = await approved();
    await product.db('applications').where({ id: ana.id }).update({ constituency: 'students' });
    expect(textOf((await staff.get(release)).text)).toContain('Waits for the consent of a guardian: Ana First.');
    expect((await staff.submit(release, {}, release)).status).toBe(409);
    expect([await decisions(), await product.db('offers').pluck('id')]).toEqual([[], []]);
    await product.db('guardian_consents').insert(agreed(ana.id));
    expect(textOf((await staff.get(release)).text)).not.toContain('Waits for the consent');
    expect((await staff.submit(release, {}, release)).status).toBe(303);
    await product.db('guardian_consents').update({ answer: 'refused' });
    const owner = await signedInAs(product, (await product.db('applications').where({ id: ana.id }).first())!.person_id);
    const offer = `/applications/${ana.reference}/offer`;
    expect((await owner.submit(offer, {}, `/applications/${ana.reference}/acceptance`)).status).toBe(409);
    expect(await product.db('offers').pluck('status')).toEqual(['open']);
  });
});

describe('the letters of a release', () => {
  it('can each be read before anything is sent, with the reason in words and in the reader’s language', async () => {
    const staff = await approved();
    const page = textOf((await staff.get(release)).text);
    expect(page).toContain('Not selected: others placed higher');
    expect(page).toContain('Not selected: no seat for this group');
    const html = await staff.get(`${await letterOf(bo)}/html`);
    expect(html.status).toBe(200);
    expect(html.headers['content-security-policy']).toContain('sandbox');
    expect(html.text).toContain('Hubo más solicitudes para el Colaborativo del Distrito Local Central (Familias) que lugares.');
    expect(textOf((await staff.get(await letterOf(cy))).text)).toContain('had no seat to fill for your group (Local business)');
    expect(await decisions()).toEqual([]);
  });

  it('take the words of staff, for a kind in both languages and for one person, and go out frozen', async () => {
    const staff = await approved();
    const kind = `${release}/wording/others_ranked_higher`;
    const wrong = await staff.submit(kind, { 'body-en': 'Dear {mayor}', 'subject-en': 'Hello' }, kind);
    expect([wrong.status, cheerio.load(wrong.text)('textarea[name=body-en]').text()]).toEqual([422, 'Dear {mayor}']);
    const words = {
      'subject-en': 'About {name}',
      'body-en': 'First.\n\nSecond for {seat}.',
      'subject-es': 'Sobre {name}',
      'body-es': 'Primero.\n\nSegundo para {seat}.',
    };
    expect((await staff.submit(kind, words, kind)).status).toBe(303);
    const own = await letterOf(cy);
    expect((await staff.submit(own, { code: 'incomplete', subject: 'Dear Cy', body: 'Only for you.' }, own)).status).toBe(303);
    expect(textOf((await staff.get(release)).text)).toContain('Not selected: application incomplete Edited');
    await staff.submit(release, {}, release);
    const sent = await decisions();
    expect(sent.map((mail) => [mail.to_address, mail.subject]).sort()).toEqual([
      ['ana.first@example.org', 'Please answer: a seat on the Local District Central Collaborative'],
      ['bo.second@example.org', 'Sobre Colaborativo del Distrito Local Central'],
      ['cy.third@example.org', 'Dear Cy'],
    ]);
    expect(sent.find((mail) => mail.subject === 'Dear Cy')?.text).toContain('Only for you.');
    expect(sent.find((mail) => mail.subject === 'Dear Cy')?.text).toContain('until December 1, 2026, on the page of your application.');
    const kept = await product.db('decision_letters').orderBy('code').select('code', 'channel', 'kind_version', 'own_version');
    expect(kept).toEqual([
      { code: 'incomplete', channel: 'mail', kind_version: null, own_version: 1 },
      { code: 'offer', channel: 'mail', kind_version: null, own_version: null },
      { code: 'others_ranked_higher', channel: 'mail', kind_version: 1, own_version: null },
    ]);
    const bodies = await product
      .db('outbox')
      .join('outbox_bodies', 'outbox_bodies.outbox_id', 'outbox.id')
      .select<{ dedupe_key: string; body: string }[]>('outbox.dedupe_key', 'outbox_bodies.body');
    const queued = new Map(bodies.map((row) => [row.dedupe_key, row.body]));
    for (const letter of await product.db('decision_letters')) expect(letter.body).toBe(queued.get(letter.dedupe_key));
    expect((await staff.post(kind, { version: '1', ...words }, '/help')).status).toBe(409);
    expect((await staff.post(own, { version: '1', code: '', subject: 'x', body: 'y' }, '/help')).status).toBe(409);
  });

  it('keep every version, refuse a stale one, and go back to the usual words', async () => {
    const staff = await approved();
    const own = await letterOf(ana);
    await staff.submit(own, { subject: 'Ana!', body: 'Come and sit with us by {by}.' }, own);
    expect((await staff.post(own, { version: '0', subject: 'older', body: 'older' }, '/help')).status).toBe(409);
    const page = await staff.get(own);
    expect(textOf(page.text)).toContain('Come and sit with us by {by}.');
    expect((await staff.get(`${own}/html`)).text).toContain('Come and sit with us by Tuesday, December 1, 2026');
    expect(textOf(page.text)).toMatch(/Version 1, .*, Stella Staff/);
    expect((await staff.submit(own, {}, `${own}/reset`)).status).toBe(303);
    expect(textOf((await staff.get(own)).text)).toContain('The usual words');
    expect(await product.db('letter_texts').orderBy('version').pluck('version')).toEqual([1, 2]);
  });

  it('can be read afterwards as they were sent, without the link that opens the application', async () => {
    const staff = await approved();
    await staff.submit(release, {}, release);
    const page = cheerio.load((await staff.get(await letterOf(ana))).text);
    expect(page('main').text()).toContain('As it was sent');
    const html = (await staff.get(page('iframe').attr('src')!)).text;
    const [mail] = await mails(product.deps, 'decision.offer');
    const link = /\/offer\/([\w-]{20,})/.exec(mail!.text)![1]!;
    expect(html).toContain(`/applications/${ana.reference}/offer/…`);
    expect(html + page.html()).not.toContain(link);
  });
});

describe('the release of a whole cycle', () => {
  it('sends every approved slate at once, settles lower choices in the same step, and only once', async () => {
    await approved();
    await product
      .db('candidacies')
      .where({ id: await idOf(bo, scene.south) })
      .update({ is_reviewed: true });
    const south = await as(scene.southStaff);
    const southBoard = board.replace('central', 'south');
    await south.post(`${southBoard}/placement`, { version: '0', candidacy: await idOf(bo, scene.south), seat: 'seat' }, southBoard);
    await south.post(`${southBoard}/sending`, { version: '1' }, southBoard);
    const saul = (await product.db('roles').where({ role: 'approver', collaborative_id: scene.south.id }).first())!;
    const slate = (await product.db('slates').where({ collaborative_id: scene.south.id }).first())!;
    await (await as({ id: saul.person_id })).submit(`/approvals/${slate.id}`, {}, `/approvals/${slate.id}/approval`);
    for (const person of [scene.staff, scene.approver, scene.stranger]) expect((await (await as(person)).get(wholeCycle)).status).toBe(404);
    const administrator = await as(scene.administrator);
    const page = await administrator.get(wholeCycle);
    expect(textOf(page.text)).toContain('Offer of a seat English: 1 Spanish: 1 2');
    expect(textOf(page.text)).not.toContain('Held back: a better');
    const versions = cheerio.load(page.text)('input[name=versions]').attr('value')!;
    expect((await administrator.submit(wholeCycle, {}, wholeCycle)).status).toBe(303);
    expect((await decisions()).map((mail) => `${mail.kind} ${mail.to_address} ${mail.locale}`).sort()).toEqual([
      'decision.not_selected bo.second@example.org es',
      'decision.not_selected cy.third@example.org en',
      'decision.offer ana.first@example.org en',
      'decision.offer bo.second@example.org es',
    ]);
    expect((await product.db('cycles').first())?.status).toBe('released');
    expect((await administrator.post(wholeCycle, { versions }, '/help')).status).toBe(409);
    expect((await decisions()).length).toBe(4);
  });
});
