import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  for (const code of ['C-F2', 'C-F3']) await aSeatOnOffer(product.deps, scene.cycle, scene.central, { code });
});

const page = '/staff/cycles/2027-spring/central/targets';
const board = '/staff/cycles/2027-spring/central/slate';
const as = (person: { id: string }) => signedInAs(product, person.id);
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const apply = async (name: string, locale: string) => {
  const application = await anApplicant(product.deps, scene.cycle, { name, to: [scene.central], locale });
  const { id } = await candidacyOf(product.deps, application, scene.central);
  await scored(product.deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers, score: 2 });
  return id;
};
const place = async (candidacy: string) => {
  const staff = await as(scene.staff);
  const version = String((await product.db('slates').first())?.version ?? 0);
  expect((await staff.post(`${board}/placement`, { version, candidacy, seat: 'seat', reason: 'new_voice' }, board)).status).toBe(303);
};

describe('targets for the slate', () => {
  it('are set by staff, stay in the history and stand beside the seats as "1 of at least 2"', async () => {
    await product.db('collaboratives').update({ settings: JSON.stringify({ smallGroup: 1 }) });
    const staff = await as(scene.staff);
    const bo = await apply('Bo', 'es');
    await place(bo);
    expect((await staff.submit(page, { 'least-language-es': '2', 'most-school-any_one': '1' }, page)).status).toBe(303);
    const shown = textOf((await staff.get(board)).text);
    expect(shown).toContain('1 of at least 2 Below target');
    expect(shown).toContain('1 of 2 targets met');
    expect(textOf((await staff.get(page)).text)).toContain('Changed the targets · Stella Staff');
    await place(await apply('Cy', 'es'));
    expect(textOf((await staff.get(board)).text)).toContain('2 of at least 2 On target');
    const [event] = await product.db('events').where({ action: 'composition.setTargets' });
    expect(JSON.parse(event?.details ?? '')).toMatchObject({
      before: { targets: [] },
      after: { targets: [{ group: 'any_one' }, { group: 'es' }] },
    });
  });

  it('say of a small group whether its target is met, in no number', async () => {
    const staff = await as(scene.staff);
    await place(await apply('Bo', 'es'));
    await staff.submit(page, { 'least-language-es': '1' }, page);
    const shown = textOf((await staff.get(board)).text);
    expect(shown).toContain('at least 1 On target');
    expect(shown).not.toContain('1 of at least 1');
  });

  it('keep the numbers of a form that is refused', async () => {
    const staff = await as(scene.staff);
    const refused = await staff.submit(page, { 'least-language-es': '9', 'most-language-en': 'x' }, page);
    expect(refused.status).toBe(422);
    expect(cheerio.load(refused.text)('#most-language-en').val()).toBe('x');
    expect(textOf((await staff.submit(page, { 'least-language-es': '9' }, page)).text)).toContain('more than the 3 seats on offer');
    expect(await product.db('composition_targets')).toEqual([]);
  });

  it('are not saved over another change, nor once the decisions are out', async () => {
    const staff = await as(scene.staff);
    await staff.submit(page, { 'least-language-es': '1' }, page);
    expect((await staff.post(page, { version: '0' }, page)).status).toBe(409);
    await product.db('cycles').update({ status: 'released' });
    expect((await staff.post(page, { version: '1' }, board)).status).toBe(409);
    expect(cheerio.load((await staff.get(page)).text)('main form')).toHaveLength(0);
  });

  it('are read by the approver and administrators, and are nothing to anyone else', async () => {
    for (const person of [scene.approver, scene.administrator]) {
      const browser = await as(person);
      expect((await browser.get(page)).status).toBe(200);
      expect((await browser.post(page, { version: '0' }, '/help')).status).toBe(403);
    }
    for (const person of [scene.southStaff, scene.stranger, scene.reviewers[0]!])
      expect((await (await as(person)).get(page)).status).toBe(404);
  });

  it('are read in the same number of queries for one applicant and for three', async () => {
    const staff = await as(scene.staff);
    const count = () => countQueries(product.db, () => staff.get(page).then());
    await apply('One', 'en');
    await count();
    const one = await count();
    await apply('Two', 'es');
    await apply('Three', 'en');
    expect(await count()).toBe(one);
  });
});
