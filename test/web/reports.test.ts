import * as cheerio from 'cheerio';
import { saveDemographics } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { anApplicant, aScene, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let administrator: Browser;
let staff: Browser;

const reports = '/staff/cycles/2027-spring/reports';
const statistics = '/cycles/2027-spring/statistics';

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  administrator = await signedInAs(product, scene.administrator.id);
  staff = await signedInAs(product, scene.staff.id);
});
afterAll(() => product.close());

const open = async (browser: Browser, address: string) => cheerio.load((await browser.get(address)).text);
const words = (page: cheerio.CheerioAPI, within: string) => page(within).text().replace(/\s+/g, ' ').trim();

/** Eleven women and one man for Central, one for South. */
async function thirteen(): Promise<void> {
  for (let place = 1; place <= 13; place += 1) {
    const to = place === 13 ? [scene.south] : [scene.central];
    const application = await anApplicant(product.deps, scene.cycle, { name: `Person ${place}`, to, answers: { source: 'friend' } });
    await saveDemographics(product.db, application.id, { gender: place === 12 ? 'man' : 'woman' });
  }
}

describe('the reports of a cycle', () => {
  it('show staff the figures of their own collaborative, each as a drawing with its table', async () => {
    await thirteen();
    const page = await open(staff, reports);
    expect(words(page, '.app-lede')).toBe(
      'Local District Central Collaborative: 12 applications. Each counts where it is the first choice.',
    );
    expect(words(page, '#constituency tbody')).toBe('Families12');
    expect(page('#constituency svg').attr('role')).toBe('img');
    expect(page('svg[aria-labelledby]').length).toBe(page('svg[role="img"]').length);
    expect(page('.app-filters')).toHaveLength(0);
    expect((await staff.get(`${reports}?c=south`)).status).toBe(404);
  });

  it('show administrators all, or one that they choose', async () => {
    await thirteen();
    expect(words(await open(administrator, reports), '.app-lede')).toContain('All collaboratives: 13 applications');
    expect(words(await open(administrator, `${reports}?c=south`), '.app-lede')).toContain('1 application.');
    expect((await administrator.get(`${reports}?c=nowhere`)).status).toBe(404);
  });

  it('hide small groups of optional answers, and let nobody subtract a part from the whole', async () => {
    await thirteen();
    expect(words(await open(staff, reports), '#apart-gender tbody')).toBe('Mannot shownWomannot shown');
    expect((await open(administrator, `${reports}?c=central`))('#apart-gender')).toHaveLength(0);
    expect((await open(administrator, reports))('#apart-gender')).toHaveLength(1);
  });

  it('come as a table for a spreadsheet, in the reader’s language', async () => {
    await thirteen();
    const csv = await staff.get(`${reports}.csv?lang=es`);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.headers['content-disposition']).toContain('2027-spring-central.csv');
    expect(csv.text).toContain('"Cómo supieron de nosotros","Por alguien que conozco","12"');
    expect(csv.text).toContain('"Género","Mujer",""');
    expect((await staff.get(`${reports}.csv?c=south`)).status).toBe(404);
  });

  it('are for nobody else', async () => {
    const stranger = await signedInAs(product, scene.stranger.id);
    const reviewer = await signedInAs(product, scene.reviewers[0]!.id);
    for (const address of [reports, `${reports}.csv`]) {
      expect((await visitorBrowser(product).get(address)).status).toBe(303);
      expect([(await stranger.get(address)).status, (await reviewer.get(address)).status]).toEqual([404, 404]);
    }
  });

  it('say what is missing while there is nothing, and take as many queries for thirteen as for none', async () => {
    expect(words(await open(staff, reports), '#zip')).toContain('There is nothing to show yet.');
    const none = await countQueries(product.db, () => staff.get(reports));
    await thirteen();
    expect(await countQueries(product.db, () => staff.get(reports))).toBe(none);
  });
});

describe('the public statistics of a cycle', () => {
  it('stay hidden from everybody until the release', async () => {
    await product.db('cycles').update({ status: 'deciding' });
    for (const browser of [visitorBrowser(product), staff, administrator]) expect((await browser.get(statistics)).status).toBe(404);
    for (const place of ['/rubric/2027-spring', '/central'])
      expect((await visitorBrowser(product).get(place)).text).not.toContain(statistics);
  });

  it('are there for all after it, in both languages, without names and without small groups', async () => {
    await thirteen();
    await product.db('cycles').update({ status: 'released' });
    const page = await open(visitorBrowser(product), `${statistics}?lang=es`);
    expect([words(page, 'h1'), words(page, '.app-stats li:first-child')]).toEqual(['Primavera de 2027 en cifras', '13solicitudes']);
    expect(words(page, '#apart-gender tbody')).toBe('Hombreno se muestraMujerno se muestra');
    expect(words(page, '#source tbody')).toBe('Por alguien que conozco13');
    expect(page.text()).not.toMatch(/Person \d|90012|Stella|Rita/);
    for (const place of ['/rubric/2027-spring', '/central'])
      expect((await open(visitorBrowser(product), place))(`a[href="${statistics}"]`)).toHaveLength(1);
  });
});
