import * as cheerio from 'cheerio';
import { meetingsSitemap, notesSitemap, wholeSitemap } from '../../src/features/open-data/sitemap.actions';
import { datasets, type DatasetName } from '../../src/features/open-data/dataset';
import { testProduct, type TestProduct } from '../support/app';
import { aDistrict, type District } from '../support/district/district';
import { visitorBrowser, type Browser } from '../support/browser';
import { countQueries } from '../support/database';
import { pathsOf } from '../support/field-paths';

let product: TestProduct;
let district: District;
let visitor: Browser;

beforeAll(async () => {
  product = await testProduct();
  district = await aDistrict(product);
  visitor = visitorBrowser(product);
});
afterAll(() => product.close());

function locations(text: string): string[] {
  const $ = cheerio.load(text, { xml: true });
  const found = $('url > loc, sitemap > loc').toArray();
  return found.map((loc) => $(loc).text().replace(product.deps.baseUrl, ''));
}

describe('the sitemap', () => {
  it('leads to public pages alone, each of which answers a visitor in either language', async () => {
    const answer = await visitor.get('/sitemap.xml').expect(200).expect('Content-Type', 'application/xml; charset=utf-8');
    const found = locations(answer.text);
    const { ids } = district;
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(['/', '/central', '/central/roster', `/meetings/${ids['posted'] ?? ''}/agenda`]));
    expect(found).toEqual(expect.arrayContaining([`/meetings/${ids['held'] ?? ''}/minutes`, `/advice/${ids['answeredNote'] ?? ''}`]));
    for (const hidden of ['draftMeeting', 'draftNote', 'openNote']) expect(answer.text).not.toContain(ids[hidden]);
    expect(found.filter((address) => /^\/(me|staff|admin|account)(\/|$)/.test(address))).toEqual([]);
    const refused: string[] = [];
    for (const address of found) if ((await visitor.get(`${address}?lang=es`)).status !== 200) refused.push(address);
    expect(refused).toEqual([]);
  });

  it('names the same pages in several files as in one, and asks the same number of questions for each', async () => {
    const [whole, index] = [locations(await wholeSitemap(product.deps)), locations(await wholeSitemap(product.deps, 6))];
    const parts: string[] = [];
    for (const address of index) {
      const after = new URL(address, product.deps.baseUrl).searchParams.get('after') ?? '';
      if (address.startsWith('/sitemap-meetings')) parts.push(...locations(await meetingsSitemap(product.deps, after, 6)));
      if (address.startsWith('/sitemap-notes')) parts.push(...locations(await notesSitemap(product.deps, after, 6)));
      if (address === '/sitemap-pages.xml') parts.push(...locations((await visitor.get(address)).text));
    }
    expect(index.length).toBeGreaterThan(5);
    expect(parts.sort()).toEqual(whole.sort());
    expect(await countQueries(product.db, () => meetingsSitemap(product.deps, '', 3))).toBe(1);
    expect(await countQueries(product.db, () => meetingsSitemap(product.deps, '', 5000))).toBe(1);
  });

  it('refuses a beginning that is none', () => visitor.get('/sitemap-notes.xml?after=a%20b').expect(422));
});

describe('robots.txt', () => {
  it('names the sitemap, and in the demo shuts everything', async () => {
    const answer = await visitor.get('/robots.txt').expect(200).expect('Content-Type', 'text/plain; charset=utf-8');
    expect(answer.text).toContain(`Sitemap: ${product.deps.baseUrl}/sitemap.xml`);
    const demo = await testProduct({ config: { mode: 'demo' } });
    expect((await visitorBrowser(demo).get('/robots.txt').expect(200)).text).toBe('User-agent: *\nDisallow: /\n');
    await demo.close();
  });
});

/** Fields of an answer that the page does not explain, and fields it explains that the answer lacks. */
function unsaid(name: DatasetName, answer: unknown): { readonly unexplained: string[]; readonly missing: string[] } {
  const known = datasets[name].fields.map(([path]) => path);
  const covers = (path: string) => (field: string) => path === field || path.startsWith(`${field}.`);
  const there = pathsOf(answer);
  return {
    unexplained: there.filter((path) => !known.some(covers(path))),
    missing: known.filter((field) => !there.some((path) => covers(path)(field))),
  };
}

describe('the page of open data', () => {
  it('says in both languages what there is, and leads only to addresses that answer', async () => {
    const [english, spanish] = [await visitor.get('/open-data?lang=en').expect(200), await visitor.get('/open-data?lang=es').expect(200)];
    const titles = [english, spanish].map(({ text }) => cheerio.load(text)('h1').text());
    expect(titles).toEqual(['Open data', 'Datos abiertos']);
    expect(english.text).toContain('public record');
    expect(english.headers['access-control-allow-origin']).toBeUndefined();
    const $ = cheerio.load(english.text);
    const links = $('main a[href^="/"]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) await visitor.get(link).expect(200);
    expect($('footer a[href="/open-data"]').length).toBe(1);
  });

  it.each([
    ['roster', (): string => '/central/roster.json', ['organizations.dissolution_date']],
    // Empty lists have no fields inside; they are there all the same.
    ['meeting', (): string => `/meetings/${district.ids['posted'] ?? ''}.json`, ['media']],
    ['minutes', (): string => `/meetings/${district.ids['held'] ?? ''}/minutes.json`, ['approvedBy', 'corrections']],
  ] as const)('explains every field of the %s, and none that is not there', async (name, address, empty) => {
    const answer = await visitor.get(address()).expect(200);
    const { unexplained, missing } = unsaid(name, JSON.parse(answer.text));
    expect([unexplained, missing.filter((field) => !(empty as readonly string[]).includes(field))]).toEqual([[], []]);
    const again = await visitor.get(address()).set('If-None-Match', String(answer.headers['etag']));
    expect([again.status, again.text]).toEqual([304, '']);
  });
});
