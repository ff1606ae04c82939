import { createHash } from 'node:crypto';
import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let staff: Browser;
let approver: Browser;
let tied: Application[];

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  scene = await aScene(product.deps);
  tied = [];
  for (const name of ['Ana First', 'Bo Second', 'Cy Third']) {
    const application = await anApplicant(product.deps, scene.cycle, { name, to: [scene.central] });
    tied.push(application);
    const { id } = await candidacyOf(product.deps, application, scene.central);
    await scored(product.deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers, score: 3 });
  }
  await signIn();
});

const list = '/staff/cycles/2027-spring/central/lots';
const board = '/staff/cycles/2027-spring/central/slate';
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const plan = { source: 'public', words: 'Evening numbers', date: '2026-11-22', time: '19:00' };
const drawAt = '2026-11-23T03:00:00.000Z';

async function announce(given: Record<string, string> = {}): Promise<string> {
  const sent = await staff.submit(list, { ...plan, ...given }, list);
  expect(sent.status).toBe(303);
  return sent.headers['location'] ?? '';
}
const signIn = async (): Promise<void> => {
  staff = await signedInAs(product, scene.staff.id);
  approver = await signedInAs(product, scene.approver.id);
};
/** Moves on to a moment; sessions of the day before are over then. */
const goTo = async (moment: string): Promise<void> => {
  product.clock.moveTo(moment);
  await signIn();
};
const give = (browser: Browser, desk: string, seed: string) => browser.submit(desk, { seed }, `${desk}/draw`);
const publicOf = (desk: string) => desk.replace('/staff', '');
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const expectedOrder = (seed: string) =>
  tied.map(({ reference }) => reference).sort((a, b) => (sha(`${seed}:${a}`) < sha(`${seed}:${b}`) ? -1 : 1));
const rankedNames = async () =>
  cheerio
    .load((await staff.get(board)).text)('.app-ranking bdi')
    .toArray()
    .map((one) => cheerio.load(one).text());

describe('a lot among equals', () => {
  it('is announced with those who take part, drawn by a published number at the stated time, and ranks them', async () => {
    expect(textOf((await staff.get(list)).text)).toContain('Families: 3 people with equal points Decides a seat');
    const desk = await announce();
    expect((await give(staff, desk, '12 7 33')).status).toBe(409);
    await goTo(drawAt);
    expect((await give(staff, desk, '')).status).toBe(422);
    expect((await give(staff, desk, ' 12  7 33 ')).status).toBe(303);
    const order = expectedOrder('12 7 33').map((reference) => tied.find((one) => one.reference === reference)?.name);
    expect(await rankedNames()).toEqual(order);
    expect(textOf((await staff.get(board)).text)).toContain('Lot: place 1');
    expect(await product.db('events').where({ subject_kind: 'lot' }).orderBy('place').pluck('action')).toEqual([
      'lots.announce',
      'lots.draw',
    ]);
    expect(textOf((await staff.get(list)).text)).toContain('Nobody has equal points.');
  });

  it('makes a choice against its order one that needs a reason', async () => {
    const desk = await announce();
    await goTo(drawAt);
    await give(staff, desk, 'x');
    const [, second] = expectedOrder('x');
    const { id } = await candidacyOf(
      product.deps,
      tied.find(({ reference }) => reference === second)!,
      scene.central,
    );
    expect((await staff.post(`${board}/placement`, { version: '0', candidacy: id, seat: 'seat' }, board)).status).toBe(422);
  });

  it('is public with rule, seed and fingerprint; references show once decisions are out, names never', async () => {
    const desk = await announce();
    await goTo(drawAt);
    await give(staff, desk, '12 7 33');
    const visitor = visitorBrowser(product);
    const before = textOf((await visitor.get(publicOf(desk))).text);
    expect(before).toContain(
      sha(
        tied
          .map(({ reference }) => reference)
          .sort()
          .join('\n'),
      ),
    );
    expect(before).toContain('12 7 33');
    for (const { reference } of tied) expect(before).not.toContain(reference);
    await product.db('candidacies').update({ status: 'not_selected' });
    const page = cheerio.load((await visitor.get(publicOf(desk))).text);
    const rows = page('.app-rows li')
      .toArray()
      .map((row) => page(row).text().replace(/\s+/g, ' ').trim());
    expect(rows).toEqual(expectedOrder('12 7 33').map((reference, at) => `${at + 1}. ${reference} ${sha(`12 7 33:${reference}`)}`));
    for (const { name } of tied) expect(page.text()).not.toContain(name);
  });

  it('by two people: the first word stays hidden, the same person cannot give both', async () => {
    const desk = await announce({ source: 'two_people', words: '' });
    expect((await give(staff, desk, 'canary-first-word')).status).toBe(303);
    for (const browser of [staff, approver, visitorBrowser(product)])
      for (const page of [desk, publicOf(desk), list]) expect((await browser.get(page)).text).not.toContain('canary-first-word');
    await goTo(drawAt);
    expect((await give(staff, desk, 'mine too')).status).toBe(409);
    expect((await give(approver, desk, 'green')).status).toBe(303);
    expect((await product.db('lots').first())?.seed).toBe('canary-first-word green');
  });

  it('is drawn once; a new draw needs a reason, keeps the first and replaces it only when it is drawn', async () => {
    const desk = await announce();
    await goTo(drawAt);
    await give(staff, desk, 'one');
    expect((await staff.post(`${desk}/draw`, { version: '2', seed: 'two' }, desk)).status).toBe(409);
    const again = { ...plan, date: '2026-11-23' };
    expect((await staff.submit(desk, { ...again, reason: '' }, `${desk}/redraw`)).status).toBe(422);
    const announced = await staff.submit(desk, { ...again, reason: 'The number was misprinted.' }, `${desk}/redraw`);
    const second = announced.headers['location'] ?? '';
    expect((await staff.post(`${desk}/redraw`, { version: '2', ...again, reason: 'Twice' }, desk)).status).toBe(409);
    const statuses = () => product.db('lots').orderBy('announced_at').pluck('status');
    expect([await statuses(), await rankedNames()]).toEqual([['drawn', 'announced'], expectedOrder('one').map(nameOf)]);
    await goTo('2026-11-24T03:00:00.000Z');
    expect((await give(staff, second, 'two')).status).toBe(303);
    expect([await statuses(), await rankedNames()]).toEqual([['replaced', 'drawn'], expectedOrder('two').map(nameOf)]);
    const shown = textOf((await visitorBrowser(product).get(publicOf(second))).text);
    expect(shown).toContain('The number was misprinted.');
    expect(textOf((await visitorBrowser(product).get(publicOf(desk))).text)).toContain('one');
  });

  it('can be called off with a reason before it is drawn, and is not announced twice among the same people', async () => {
    const desk = await announce();
    expect((await staff.submit(list, plan, list)).status).toBe(409);
    expect((await staff.submit(desk, { reason: 'Scores changed.' }, `${desk}/cancellation`)).status).toBe(303);
    expect((await product.db('lots').first())?.status).toBe('cancelled');
    await announce();
  });

  it('keeps what was typed in a form that is refused', async () => {
    const refused = await staff.submit(list, { ...plan, date: '2026-11-01' }, list);
    expect([refused.status, cheerio.load(refused.text)('#words').val()]).toEqual([422, 'Evening numbers']);
    expect(textOf(refused.text)).toContain('The moment must be ahead');
  });
});

const nameOf = (reference: string): string => tied.find((one) => one.reference === reference)?.name ?? '';
