import * as cheerio from 'cheerio';
import { meetingsSitemap, notesSitemap, wholeSitemap } from '../../src/features/open-data/sitemap.actions';
import { testProduct, type TestProduct } from '../support/app';
import { aDistrict, type District } from '../support/district/district';
import { visitorBrowser, type Browser } from '../support/browser';
import { countQueries } from '../support/database';

let product: TestProduct;
let district: District;
let visitor: Browser;

beforeAll(async () => {
  product = await testProduct();
  district = await aDistrict(product);
  visitor = visitorBrowser(product);
});
afterAll(() => product.close());

const locations = (text: string): string[] =>
  cheerio
    .load(text, { xml: true })('url > loc, sitemap > loc')
    .map((_, loc) => cheerio.load(loc).text().replace(product.deps.baseUrl, ''))
    .get();

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
