import * as cheerio from 'cheerio';
import { aCycle, aSentApplication, aTown, someAnswers, type Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser, type Fields } from '../support/browser';
import { emptyTables } from '../support/database';
import { plusElapsed } from '../../src/lib/time';

let product: TestProduct;
let town: Town;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
});
afterAll(() => product.close());

const page = '/apply/eligibility?cycle=2027-spring';
const parent = { ties: ['child', 'lives'], age: 'adult', term: 'yes' };

describe('the three questions before applying', () => {
  it('say that there is a place, of which kind, and lead to the form; nothing is kept before', async () => {
    const answer = await visitorBrowser(product).submit(page, parent, '/apply/eligibility');
    const $ = cheerio.load(answer.text);
    expect([answer.status, $('h1').text(), $('main li').text()]).toEqual([200, 'There is a place for you', 'Families']);
    expect($('form[action="/apply/eligibility/form"] button').text()).toBe('Start my application');
    for (const table of ['applications', 'people', 'tokens', 'outbox'] as const) expect(await product.db(table)).toEqual([]);
  });

  it('turn nobody away without saying what else they can do', async () => {
    const answer = await visitorBrowser(product).submit(page, { ...parent, age: 'under_13' }, '/apply/eligibility');
    const $ = cheerio.load(answer.text);
    expect($('form[action="/apply/eligibility/form"]').length).toBe(0);
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
    const empty = cheerio.load((await browser.submit(page, {}, '/apply/eligibility')).text);
    const told = empty('.app-error-summary a').map((_, link) => empty(link).text().trim());
    expect(told.get()).toContain('Elija una opción: ¿Qué edad tiene?');
  });

  it('lead back to the start where no cycle is open', async () => {
    await product.db('cycles').where({ id: town.cycle.id }).update({ status: 'closed' });
    expect((await visitorBrowser(product).get(page)).headers['location']).toBe('/apply');
  });
});

describe('going on to the form', () => {
  const goOn = async (browser: Browser, fields: Fields) => {
    const answer = await browser.submit(page, fields, '/apply/eligibility');
    const hidden = cheerio.load(answer.text)('form[action="/apply/eligibility/form"]').serializeArray();
    const carried: Record<string, string[]> = {};
    for (const { name, value } of hidden.filter((one) => one.name !== '_csrf')) carried[name] = [...(carried[name] ?? []), value];
    return browser.post('/apply/eligibility/form', carried, page);
  };
  const begin = (browser: Browser) => browser.submit('/apply/email?cycle=2027-spring', { email: 'ana@example.org' });
  const written = async (): Promise<unknown[]> => {
    const rows = await product.db('applications').orderBy('id').pluck('answers');
    return rows.map((row) => JSON.parse(row) as unknown);
  };

  it('fills in what was said, says none of it in an address, and lets it be changed', async () => {
    const browser = visitorBrowser(product);
    const gone = await goOn(browser, parent);
    expect([gone.status, gone.headers['location']]).toEqual([303, '/apply/email?cycle=2027-spring']);
    expect((await begin(browser)).headers['location']).toBe('/apply/age');
    const said = { age: 'adult', connection: ['child', 'lives'], constituency: 'families', full_term: 'yes' };
    expect(await written()).toEqual([{ email: 'ana@example.org', ...said }]);
    expect(
      cheerio
        .load((await browser.get('/apply/age')).text)('[name=age][checked]')
        .attr('value'),
    ).toBe('adult');
    await browser.submit('/apply/age', { age: '14_to_17' });
    expect(await written()).toEqual([expect.objectContaining({ age: '14_to_17' })]);
  });

  it('names the kind of seat where one alone fits, and leaves "not sure" to be asked', async () => {
    const browser = visitorBrowser(product);
    await goOn(browser, { ties: ['child', 'none'], age: 'adult', term: 'unsure' });
    await begin(browser);
    expect(await written()).toEqual([{ email: 'ana@example.org', age: 'adult', connection: ['child'], constituency: 'families' }]);
  });

  it('does so once and for an hour: the next person at this computer begins blank', async () => {
    const browser = visitorBrowser(product);
    await goOn(browser, parent);
    product.clock.moveTo(plusElapsed(product.clock.now(), { minutes: 61 }));
    await begin(browser);
    expect(await written()).toEqual([{ email: 'ana@example.org' }]);
    expect(await product.db('sessions').pluck('data')).toEqual([expect.not.stringContaining('"said"')]);
  });

  it('goes before the answers of the last time', async () => {
    const last = await aCycle(product.deps, [town.central], { code: '2025-fall', status: 'released' });
    const ana = await aSentApplication(product.deps, last, someAnswers([town.central.id], { connection: ['works'] }));
    const browser = await signedInAs(product, ana.personId);
    await goOn(browser, { ties: ['student'], age: '14_to_17', term: 'yes' });
    await goOn(browser, parent);
    await begin(browser);
    const draft = await product.db('applications').where({ status: 'draft' }).first();
    expect(JSON.parse(draft!.answers)).toMatchObject({
      name: 'Ana Reyes',
      age: 'adult',
      connection: ['child', 'lives'],
      constituency: 'families',
    });
  });

  it('leads back to the start when the questions were not answered', async () => {
    const sent = await visitorBrowser(product).post('/apply/eligibility/form', { cycle: '2027-spring', age: '13' }, page);
    expect([sent.status, sent.headers['location']]).toEqual([303, '/apply']);
  });
});
