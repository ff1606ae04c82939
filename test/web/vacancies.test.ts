import * as cheerio from 'cheerio';
import type { Collaborative } from '../../src/features/collaboratives';
import { testProduct, type TestProduct } from '../support/app';
import { aCycle } from '../support/builders/application';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs, visitorBrowser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let central: string;
let body: Collaborative;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  body = await aCollaborative(product.deps);
  central = body.id;
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};

describe('the open seats', () => {
  it('are named with what they ask for and how to apply, in both languages, and held ones are not', async () => {
    const requirements = { en: 'Has a child in school', es: 'Tiene un hijo en la escuela' };
    const free = await aSeat(product.deps, central, { code: 'FAM-2', requirements, startsOn: '2026-07-01' });
    const held = await aSeat(product.deps, central);
    await aMembership(product.deps, held.id, (await someone(product.deps, 'Ana Reyes')).id);
    await aSeat(product.deps, central, { code: 'STU-1', takesApplications: false });
    const visitor = visitorBrowser(product);
    const before = await visitor.get('/central/vacancies').expect(200);
    expect(texts(before.text, '.app-rows li')).toEqual([
      'Families, seat FAM-2 The date to apply is not set yet. Has a vote · term from November 2026 to June 2028 · open since July 1, 2026 Has a child in school',
    ]);
    const times = { status: 'open', opensAt: '2026-11-01T08:00:00.000Z', closesAt: '2026-12-16T07:59:00.000Z' } as const;
    const cycle = await aCycle(product.deps, [body], times);
    await product.db('seats_on_offer').insert({ cycle_id: cycle.id, seat_id: free.id });
    const page = await visitor.get('/vacancies?lang=es').expect(200);
    expect(texts(page.text, '.app-rows li a')).toEqual(['Presentar solicitud', 'Presentar solicitud']);
    expect(page.text).toContain('Tiene un hijo en la escuela');
    expect(page.text).not.toContain('Ana');
  });

  it('say so when there are none, and take the same number of queries for one and for many', async () => {
    const visitor = visitorBrowser(product);
    expect((await visitor.get('/central/vacancies')).text).toContain('Every seat is filled right now.');
    await aSeat(product.deps, central);
    const one = await countQueries(product.db, () => visitor.get('/vacancies').then());
    for (const code of ['FAM-2', 'FAM-3', 'FAM-4']) await aSeat(product.deps, central, { code });
    expect(await countQueries(product.db, () => visitor.get('/vacancies').then())).toBe(one);
  });
});

describe('the forecast', () => {
  it('shows staff what falls free and on which days quorum is at risk, and gives it as CSV without formulas', async () => {
    const staff = await staffOf(product.deps, central);
    for (const [code, name, endsOn] of [
      ['FAM-1', '=Ana Reyes', '2027-01-31'],
      ['FAM-2', 'Bo Lee', '2027-06-30'],
    ] as const) {
      const seat = await aSeat(product.deps, central, { code });
      await aMembership(product.deps, seat.id, (await someone(product.deps, name)).id, { termEndsOn: endsOn });
    }
    const browser = await signedInAs(product, staff.id);
    const { text } = await browser.get('/staff/central/forecast').expect(200);
    expect(texts(text, '[aria-labelledby="within90"] tbody tr')).toEqual([
      'FAM-1Families =Ana Reyes February 1, 2027 The term ends and nobody follows',
    ]);
    expect(texts(text, '[aria-labelledby="quorum"] tbody tr')[0]).toBe('November 21, 2026 2 2 0 At risk');
    const csv = await browser.get('/staff/central/forecast.csv').expect(200);
    expect(csv.text.split('\r\n')[1]).toBe(`"FAM-1","Families","'=Ana Reyes","2027-02-01","The term ends and nobody follows"`);
  });
});
