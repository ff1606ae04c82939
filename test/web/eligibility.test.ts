import * as cheerio from 'cheerio';
import { aTown, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let town: Town;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  town = await aTown(product.deps);
});
afterAll(() => product.close());

const page = '/apply/eligibility?cycle=2027-spring';
const parent = { ties: ['child', 'lives'], age: 'adult', term: 'yes' };

describe('the three questions before applying', () => {
  it('say that there is a place, of which kind, and lead to the form; nothing is kept', async () => {
    const answer = await visitorBrowser(product).submit(page, parent, '/apply/eligibility');
    const $ = cheerio.load(answer.text);
    expect([answer.status, $('h1').text(), $('main li').text()]).toEqual([200, 'There is a place for you', 'Families']);
    expect($('a.app-button').attr('href')).toBe('/apply/email?cycle=2027-spring');
    for (const table of ['applications', 'people', 'tokens', 'outbox'] as const) expect(await product.db(table)).toEqual([]);
  });

  it('turn nobody away without saying what else they can do', async () => {
    const answer = await visitorBrowser(product).submit(page, { ...parent, age: 'under_13' }, '/apply/eligibility');
    const $ = cheerio.load(answer.text);
    expect($('a.app-button').length).toBe(0);
    expect(
      $('main li a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['/find', '/collaboratives', '/help']);
  });

  it('speak Spanish, and keep what was chosen when one answer is missing', async () => {
    const browser = visitorBrowser(product);
    browser.language = 'es';
    const refused = await browser.submit(page, { ties: ['child'], age: 'adult' }, '/apply/eligibility');
    const $ = cheerio.load(refused.text);
    expect([refused.status, $('h1').text()]).toEqual([422, '¿Hay un lugar para usted?']);
    expect($('[name=ties][value=child]').attr('checked')).toBe('checked');
    expect($('.app-error-summary a').attr('href')).toBe('#term');
  });

  it('lead back to the start where no cycle is open', async () => {
    await product.db('cycles').where({ id: town.cycle.id }).update({ status: 'closed' });
    expect((await visitorBrowser(product).get(page)).headers['location']).toBe('/apply');
  });
});
