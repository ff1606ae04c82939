import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { aCycle, aSentApplication, aTown, someAnswers, type Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let town: Town;
let ana: Application;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
  const last = await aCycle(product.deps, [town.central], { code: '2025-fall', status: 'released' });
  ana = await aSentApplication(product.deps, last, someAnswers([town.central.id], { relation: 'parent' }), {
    submittedAt: '2025-08-03T20:00:00.000Z',
  });
});
afterAll(() => product.close());

const person = () => signedInAs(product, ana.personId);
const first = '/apply/email?cycle=2027-spring';
const read = (html: string) => cheerio.load(html);
const links = ($: cheerio.CheerioAPI): string[] =>
  $('.app-next a')
    .map((_, link) => $(link).attr('href'))
    .get();

describe('beginning while signed in, after an earlier application', () => {
  it('shows the last answers, says where they come from, and asks anew what must be asked', async () => {
    const browser = await person();
    const begun = await browser.submit(first, { email: 'ana@example.org' });
    expect(begun.headers['location']).toBe('/apply/check');
    const $ = read((await browser.follow(begun)).text);
    expect($('.app-notice').text()).toContain('They come from the application you sent on August 3, 2025.');
    expect($('main').text()).toContain('My children go to school here and I want to help.');
    expect(links($)).toEqual([
      '/apply/age?from=check',
      '/apply/connection?from=check',
      '/apply/availability?from=check',
      '/apply/demographics?from=check',
      '/apply/consents?from=check',
    ]);
  });

  it('is sent once those are answered', async () => {
    const browser = await person();
    await browser.submit(first, { email: 'ana@example.org' });
    for (const [page, fields] of [
      ['age', { age: 'adult' }],
      ['connection', { connection: ['lives'] }],
      ['availability', { full_term: 'yes' }],
      ['demographics', {}],
      ['consents', { consent_record: 'yes', consent_conduct: 'yes' }],
    ] as const)
      expect((await browser.submit(`/apply/${page}?from=check`, fields)).headers['location']).toBe('/apply/check');
    expect(read((await browser.get('/apply/check')).text)('.app-next')).toHaveLength(0);
    expect((await browser.submit('/apply/check', {}, '/apply/submission')).headers['location']).toMatch(/confirmation$/);
    expect(await product.db('people').pluck('name')).toEqual(['Ana Reyes']);
  });

  it('starts blank after one question, also when the button is pressed twice', async () => {
    const browser = await person();
    browser.language = 'es';
    await browser.submit(first, { email: 'ana@example.org' });
    const check = read((await browser.get('/apply/check?lang=es')).text);
    const blank = check('a[href$="/blank"]').attr('href')!;
    expect((await browser.get(blank)).text).toMatch(/August 3, 2025|3 de agosto de 2025/);
    expect(await product.db('application_prefills').pluck('last_sent_at')).toEqual([ana.submittedAt]);
    const both = [await browser.submit(blank), await browser.post(blank, {}, '/apply/check')];
    expect(both.map(({ headers }) => headers['location'])).toEqual(['/apply/check', '/apply/check']);
    const after = read((await browser.get('/apply/check')).text);
    expect([after('a[href$="/blank"]').length, after('main').text().includes('Castelar')]).toEqual([0, false]);
    expect((await browser.get(blank)).headers['location']).toBe(blank.replace('/blank', ''));
  });

  it('leads back to it from the start page too, and by a second press, instead of nowhere', async () => {
    const browser = await person();
    await browser.submit(first, { email: 'ana@example.org' });
    expect((await browser.get(first)).headers['location']).toBe('/apply/check');
    const second = await browser.post('/apply/email', { email: 'ana@example.org', cycle: '2027-spring' }, '/apply/check');
    expect([second.status, second.headers['location'], await product.db('applications').pluck('status')]).toEqual([
      303,
      '/apply/check',
      expect.arrayContaining(['draft', 'submitted']),
    ]);
  });

  it('is filled in for nobody who has not signed in, whatever address they write', async () => {
    const browser = visitorBrowser(product);
    expect((await browser.submit(first, { email: 'ana@example.org' })).headers['location']).toBe('/apply/age');
    expect((await browser.get('/apply/check')).text).not.toContain('Ana Reyes');
  });
});

describe('finding one’s place in the form', () => {
  it('names the section beside the step, in the reader’s language', async () => {
    const browser = visitorBrowser(product);
    browser.language = 'es';
    expect(read((await browser.get(first)).text)('.app-steps p').text()).toMatch(/^Paso 1 de \d+: Sobre usted$/);
    await browser.submit(first, { email: 'rosa@example.org' });
    for (const [page, section] of [
      ['age', 'Sobre usted'],
      ['constituency', 'Su lugar'],
      ['priorities', 'Sus razones'],
      ['consents', 'Antes de enviar'],
    ])
      expect(read((await browser.get(`/apply/${page}`)).text)('.app-steps p').text()).toMatch(new RegExp(`: ${section}$`));
  });

  it('keeps the section of a page where the one before it is left out', async () => {
    const browser = await person();
    await browser.submit(first, { email: 'ana@example.org' });
    expect(read((await browser.get('/apply/age')).text)('.app-steps p').text()).toMatch(/^Step 1 of \d+: About you$/);
  });

  it('checks the answers by section, and comes back after a change', async () => {
    const browser = await person();
    await browser.submit(first, { email: 'ana@example.org' });
    const $ = read((await browser.get('/apply/check')).text);
    const sections = $('.app-section h2')
      .map((_, heading) => $(heading).text())
      .get();
    expect(sections).toEqual(['About you', 'Your seat', 'Your reasons', 'Taking part', 'Before you send it']);
    const change = $('.app-section:contains("Your reasons") a').first().attr('href')!;
    expect((await browser.submit(change, { reasons: 'Changed.' })).headers['location']).toBe('/apply/check');
    expect(read((await browser.get('/apply/check')).text)('.app-section:contains("Your reasons")').text()).toContain('Changed.');
  });

  it('says how much is left, and goes on page by page while that is much', async () => {
    const browser = visitorBrowser(product);
    await browser.submit(first, { email: 'rosa@example.org' });
    const $ = read((await browser.get('/apply/check')).text);
    expect($('.app-section:contains("Your seat")').text()).not.toMatch(/1\./);
    expect([$('.app-next h2').text().replace(/\d+/, 'n'), links($)]).toEqual(['n pages are still to answer', ['/apply/age']]);
  });
});
