import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { handedTo } from '../support/review-scene';
import { aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
});

const panelPath = '/staff/cycles/2027-spring/central/panel';
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);
const apply = (name: string, answers: Record<string, string> = {}) =>
  anApplicant(product.deps, scene.cycle, { name, to: [scene.central], answers });

describe('hidden words', () => {
  it('are suggested, hidden from reviewers behind a bar, kept for staff, and shown again', async () => {
    const [rita] = scene.reviewers;
    const ana = await apply('Ana Canario', { reasons: 'I, Ana Canario, want to serve. Write to me at canario@casa.org.' });
    const review = await handedTo(product, scene, rita!, ana);
    const { id } = await candidacyOf(product.deps, ana, scene.central);
    const staff = await as(scene.staff);
    const page = `/staff/candidacies/${id}/hidden`;
    const suggested = cheerio.load((await staff.get(page)).text)('[name="suggested"]:checked');
    const values = suggested.toArray().map((input) => String(input.attribs['value']));
    expect(values).toEqual(['reasons Ana Canario', 'reasons canario@casa.org']);
    expect((await staff.post(`${page}/words`, { words: 'x' }, page)).status).toBe(422);
    expect((await staff.post(`${page}/words`, { suggested: values }, page)).status).toBe(303);
    const reviewer = await as(rita!);
    const read = await reviewer.get(review);
    expect(read.text).not.toMatch(/Canario|casa\.org/i);
    expect(textOf(read.text)).toContain('I, hidden by staff, want to serve.');
    expect(textOf((await staff.get(page)).text)).toContain('Ana Canario');
    expect(await product.db('applications').where({ id: ana.id }).pluck('answers')).toEqual([expect.stringContaining('I, Ana Canario')]);
    expect(await product.db('events').where({ action: 'panels.hideWords' }).pluck('details')).not.toEqual([
      expect.stringContaining('Canario'),
    ]);
    const [redaction] = await product.db('redactions').where({ words: 'Ana Canario' }).pluck<string[]>('id');
    expect((await staff.post(`${page}/${String(redaction)}/removal`, {}, page)).status).toBe(303);
    expect((await reviewer.get(review)).text).toContain('Ana Canario');
  });

  it('can be a whole answer, of which nothing reaches the reviewer', async () => {
    const [rita] = scene.reviewers;
    const ana = await apply('Ana Canario', { reasons: 'First secret.\n\nSecond secret.' });
    const review = await handedTo(product, scene, rita!, ana);
    const { id } = await candidacyOf(product.deps, ana, scene.central);
    const page = `/staff/candidacies/${id}/hidden`;
    expect((await (await as(scene.staff)).post(`${page}/words`, { question: 'reasons', words: '' }, page)).status).toBe(303);
    expect((await (await as(rita!)).get(review)).text).not.toContain('secret');
    for (const person of [scene.southStaff, rita!, scene.stranger]) expect((await (await as(person)).get(page)).status).toBe(404);
  });
});

describe('the report of a panel', () => {
  const read = async (): Promise<string> => textOf((await (await as(scene.staff)).get(`${panelPath}/report`)).text);

  it('says who is late, what is under the minimum, where two differ and who scores higher', async () => {
    const [rita, rosa] = scene.reviewers;
    const ana = await apply('Ana');
    const { id } = await candidacyOf(product.deps, ana, scene.central);
    await scored(product.deps, scene.cycle, { candidacyId: id, reviewers: [rita!], score: 4 });
    await scored(product.deps, scene.cycle, { candidacyId: id, reviewers: [rosa!], score: 2 });
    const report = await read();
    expect(report).toContain('0 of 1 application has at least 3 complete reviews.');
    expect(report).toContain('Rita One 4 · Rosa Two 2');
    expect(report).toContain('Scores 50.0 points higher than others on the same applications.');
    await handedTo(product, scene, scene.reviewers[2]!, ana);
    product.clock.moveTo('2026-12-16T20:00:00.000Z');
    expect(await read()).toContain('1 late');
  });

  it('costs as many queries for three applications as for one', async () => {
    const staff = await as(scene.staff);
    const add = async (name: string) => {
      const { id } = await candidacyOf(product.deps, await apply(name), scene.central);
      await scored(product.deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers, score: 2 });
    };
    await add('One');
    const cost = () => countQueries(product.db, () => staff.get(`${panelPath}/report`));
    await cost();
    const one = await cost();
    for (const name of ['Two', 'Three']) await add(name);
    expect(await cost()).toBe(one);
  });
});
