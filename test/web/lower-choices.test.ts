import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { aReviewer, aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let bo: Application;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  bo = await anApplicant(product.deps, scene.cycle, { name: 'Bo Second', to: [scene.south, scene.central] });
});

const page = '/staff/cycles/2027-spring/central/slate/lower-choices';
const as = (person: { id: string }) => signedInAs(product, person.id);
const ask = async () => `${page}/${(await candidacyOf(product.deps, bo, scene.central)).id}/review`;
const isRead = async () => (await product.db('candidacies').where({ collaborative_id: scene.central.id }).first())!.is_reviewed;
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();

describe('lower choices', () => {
  it('show what the first choice’s panel gave, and join the own panel’s files once when staff ask', async () => {
    const reader = await aReviewer(product.deps, { cycle: scene.cycle, collaborative: scene.south, name: 'Sara South' });
    const { id: candidacyId } = await candidacyOf(product.deps, bo, scene.south);
    await scored(product.deps, scene.cycle, { candidacyId, reviewers: [reader], score: 3 });
    const staff = await as(scene.staff);
    expect(textOf((await staff.get(page)).text)).toContain('South: 75.0 from 1 review');
    expect((await staff.post(await ask(), {}, page)).status).toBe(303);
    expect(Boolean(await isRead())).toBe(true);
    expect(textOf((await staff.get(page)).text)).toContain('Read by your panel');
    expect((await staff.post(await ask(), {}, page)).status).toBe(409);
    expect(await product.db('events').where({ action: 'panels.requestReview' }).pluck('action')).toEqual(['panels.requestReview']);
  });

  it('are for staff of that collaborative and administrators alone', async () => {
    for (const other of [scene.southStaff, scene.approver, scene.stranger, scene.reviewers[0]!]) {
      const browser = await as(other);
      expect((await browser.get(page)).status).toBe(404);
      expect((await browser.post(await ask(), {}, '/help')).status).toBe(404);
    }
    expect(Boolean(await isRead())).toBe(false);
    expect((await (await as(scene.administrator)).get(page)).status).toBe(200);
  });

  it('cannot be asked for where the cycle says so', async () => {
    await product.db('cycles').update({ settings: JSON.stringify({ ...scene.cycle.settings, reviewsLowerChoices: false }) });
    const staff = await as(scene.staff);
    expect(cheerio.load((await staff.get(page)).text)('main form').length).toBe(0);
    expect((await staff.post(await ask(), {}, page)).status).toBe(409);
  });

  it('cost the same queries for one and for many', async () => {
    const staff = await as(scene.staff);
    await staff.get(page);
    const one = await countQueries(product.db, () => staff.get(page));
    for (const name of ['Cy Third', 'Di Fourth', 'Ed Fifth'])
      await anApplicant(product.deps, scene.cycle, { name, to: [scene.south, scene.central] });
    expect(await countQueries(product.db, () => staff.get(page))).toBe(one);
  });
});
