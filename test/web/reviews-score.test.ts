import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { fullForm, handedTo } from '../support/review-scene';
import { aScene, anApplicant, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let ana: Application;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  ana = await anApplicant(product.deps, scene.cycle, { name: 'Ana Canario', to: [scene.central] });
});

const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);

describe('the score page', () => {
  it('shows each anchor beside its score, takes the minutes, and counts what is done', async () => {
    const [rita] = scene.reviewers;
    const page = await handedTo(product, scene, rita!, ana);
    const browser = await as(rita!);
    const shown = cheerio.load((await browser.get(page)).text);
    expect(shown('[data-criterion]').length).toBe(6);
    expect(shown('[data-criterion]').first().find('.app-anchor span').length).toBe(5);
    expect(textOf(shown.html())).toContain('You have scored 0 of 1');
    const sent = { ...fullForm(), version: '1' };
    expect((await browser.post(`${page}/completion`, { ...sent, minutes: 'long' }, page)).status).toBe(422);
    expect((await browser.post(`${page}/completion`, { ...sent, minutes: '601' }, page)).status).toBe(422);
    expect((await browser.post(`${page}/completion`, { ...sent, minutes: '600' }, page)).status).toBe(303);
    expect(await product.db('reviews').pluck('minutes')).toEqual([600]);
  });

  it('shows what another window saved beside the words of this one', async () => {
    const [rita] = scene.reviewers;
    const page = await handedTo(product, scene, rita!, ana);
    const [one, two] = [await as(rita!), await as(rita!)];
    await one.post(`${page}/draft`, { version: '1', 'score-connection': '4' }, page);
    const stale = await two.post(`${page}/completion`, { ...fullForm('2'), version: '1', 'comment-connection': 'my words' }, page);
    expect(stale.status).toBe(409);
    const shown = cheerio.load(stale.text);
    expect(shown('[name="comment-connection"]').text()).toBe('my words');
    expect(shown('[name="score-connection"]:checked').attr('value')).toBe('2');
    expect(textOf(stale.text)).toContain('Saved in the other window: 4');
    expect((await two.post(`${page}/draft`, { version: '1' }, page)).status).toBe(409);
    const again = await two.post(`${page}/completion`, { ...fullForm('2'), version: '2' }, page);
    expect(again.status).toBe(303);
  });

  it('gives back the words of a form whose review was sent elsewhere, and changes nothing', async () => {
    const [rita] = scene.reviewers;
    const page = await handedTo(product, scene, rita!, ana);
    const browser = await as(rita!);
    await browser.post(`${page}/completion`, { ...fullForm('3'), version: '1' }, page);
    const late = await browser.post(
      `${page}/completion`,
      { ...fullForm('0'), version: '1', 'comment-connection': 'late words' },
      '/reviews/guide',
    );
    expect(late.status).toBe(409);
    expect(textOf(late.text)).toContain('late words');
    expect(await product.db('review_scores').distinct().pluck('score')).toEqual([3]);
  });
});

describe('comments after the scores are locked', () => {
  const complete = async (person: Scene['staff']): Promise<string> => {
    const page = await handedTo(product, scene, person, ana);
    const browser = await as(person);
    await browser.post(`${page}/completion`, { ...fullForm(), version: '1' }, page);
    return page;
  };

  it('wait until every score is in and names show, then stand with their date, and no score moves', async () => {
    const [rita, rosa, raul] = scene.reviewers;
    const page = await complete(rita!);
    const browser = await as(rita!);
    await complete(rosa!);
    expect((await browser.post(`${page}/comment`, { comment: 'too early' }, '/reviews/guide')).status).toBe(409);
    await complete(raul!);
    expect((await browser.submit(page, { comment: '' }, `${page}/comment`)).status).toBe(422);
    expect((await browser.submit(page, { comment: 'canary-panel' }, `${page}/comment`)).status).toBe(303);
    const shown = textOf((await browser.get(page)).text);
    expect(shown).toContain('canary-panel');
    expect(shown).toContain('Rita One · ');
    expect(await product.db('review_scores').distinct().pluck('score')).toEqual([3]);
    expect(await product.db('events').where({ action: 'reviews.comment' }).pluck('details')).not.toContain('canary-panel');
  });

  it('are for nobody off the panel of the file', async () => {
    const [rita, rosa, raul] = scene.reviewers;
    const page = await complete(rita!);
    for (const other of [rosa!, raul!]) await complete(other);
    for (const person of [rosa!, scene.staff, scene.stranger])
      expect((await (await as(person)).post(`${page}/comment`, { comment: 'x' }, '/help')).status).toBe(404);
  });
});
