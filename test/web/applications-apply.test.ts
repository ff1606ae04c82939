import * as cheerio from 'cheerio';
import { standardForm } from '../../src/features/cycles';
import { aTown, type Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

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

const heading = (html: string): string => cheerio.load(html)('h1').text().trim().replace(/\s+/g, ' ');

/** The answers of each page, in order, as a Spanish-speaking mother gives them. */
const answers = (): readonly (readonly [string, Record<string, string | string[]>])[] => [
  ['email', { email: 'rosa@example.org' }],
  ['age', { age: 'adult' }],
  ['name', { name: 'Rosa Peña', preferred_name: 'Rosita' }],
  ['contact', { phone: '(213) 555-0100', language: 'es' }],
  ['zip', { zip: '90012' }],
  ['constituency', { constituency: 'families' }],
  ['school', { school: 'Castelar Street', grade_band: 'elementary' }],
  ['collaboratives', { choice_2: town.south.id }],
  ['connection', { connection: ['lives', 'child'] }],
  ['reasons', { reasons: 'Mis hijos van aquí y quiero ayudar.' }],
  ['experience', {}],
  ['priorities', {}],
  ['availability', { full_term: 'yes' }],
  ['access', { access: 'interpreter' }],
  ['conflicts', {}],
  ['references', {}],
  ['demographics', { gender: 'woman' }],
  ['consents', { consent_record: 'yes', consent_conduct: 'yes' }],
];

/** Goes through the form by its pages, sending what each page holds; answers the last redirect. */
async function fillIn(browser: Browser, until?: string): Promise<string> {
  let address = '/apply/email?cycle=2027-spring';
  for (const [page, fields] of answers()) {
    if (page === until) return address;
    const sent = await browser.submit(address, fields);
    if (sent.status !== 303) throw new Error(`${page} answered ${sent.status}: ${cheerio.load(sent.text)('.app-error').text()}`);
    address = sent.headers['location'] ?? '';
  }
  return address;
}

const inSpanish = (): Browser => {
  const browser = visitorBrowser(product);
  browser.language = 'es';
  return browser;
};

describe('applying in Spanish without scripts', () => {
  it('goes from the start page to the receipt', async () => {
    const browser = inSpanish();
    const start = await browser.get('/apply');
    expect(heading(start.text)).toBe('Solicite un lugar en un colaborativo');
    expect(cheerio.load(start.text)('a[href="/apply/eligibility?cycle=2027-spring"]')).toHaveLength(1);

    expect(await fillIn(browser)).toBe('/apply/check');
    const check = await browser.get('/apply/check');
    expect(heading(check.text)).toBe('Revise sus respuestas');
    const sent = await browser.submit('/apply/check', {}, '/apply/submission');
    const application = await product.db('applications').first();
    expect([sent.status, sent.headers['location']]).toEqual([303, `/applications/${application!.reference}/confirmation`]);

    const confirmation = await browser.follow(sent);
    expect(cheerio.load(confirmation.text)('.app-reference__code').text()).toBe(application!.reference);
    expect(await product.db('people').select('name', 'preferred_name', 'email', 'locale')).toEqual([
      { name: 'Rosa Peña', preferred_name: 'Rosita', email: 'rosa@example.org', locale: 'es' },
    ]);
    expect(await product.db('candidacies').orderBy('preference').select('collaborative_id', 'preference', 'status')).toEqual([
      { collaborative_id: town.central.id, preference: 1, status: 'in_review' },
      { collaborative_id: town.south.id, preference: 2, status: 'in_review' },
    ]);
    expect(await product.db('events').whereIn('subject_kind', ['application']).orderBy('place').pluck('action')).toEqual([
      'applications.begin',
      'applications.submit',
    ]);

    const [receipt] = await mails(product.deps, 'application.received');
    expect(receipt!.subject).toBe(`Tenemos su solicitud ${application!.reference}`);
    expect(receipt!.text).toContain('Mis hijos van aquí y quiero ayudar.');
    expect(receipt!.text).not.toContain('Mujer');
    expect(receipt!.text).toContain('¿Por qué quiere participar? Mis hijos');
  });

  it('opens the status page from the receipt in another browser, only after the button', async () => {
    const browser = inSpanish();
    await fillIn(browser);
    await browser.submit('/apply/check', {}, '/apply/submission');
    const { reference } = (await product.db('applications').first())!;
    const [receipt] = await mails(product.deps, 'application.received');
    const link = linkIn(receipt!.text, `/applications/${reference}/open/`);

    const phone = inSpanish();
    expect((await phone.get(`/applications/${reference}`)).status).toBe(404);
    const looked = await phone.get(link);
    expect([looked.status, heading(looked.text)]).toEqual([200, 'Vea cómo va su solicitud']);
    expect((await phone.get(`/applications/${reference}`)).status).toBe(404);
    const opened = await phone.submit(link);
    expect(opened.headers['location']).toBe(`/applications/${reference}`);
    const status = await phone.follow(opened);
    expect(cheerio.load(status.text)('.app-next h2').text()).toBe('Recibida');
  });

  it('sends twice what was pressed twice as one application with one mail', async () => {
    const browser = inSpanish();
    await fillIn(browser);
    const check = cheerio.load((await browser.get('/apply/check')).text);
    const fields = { reference: check('input[name=reference]').attr('value')!, version: check('input[name=version]').attr('value')! };
    const both = await Promise.all([
      browser.post('/apply/submission', fields, '/apply/check'),
      browser.post('/apply/submission', fields, '/apply/check'),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(both.map(({ headers }) => headers['location'])).size).toBe(1);
    expect([
      await product.db('application_submissions').pluck('number'),
      (await mails(product.deps, 'application.received')).length,
    ]).toEqual([[1], 1]);
    expect(await product.db('people').pluck('name')).toEqual(['Rosa Peña']);
  });

  it('leads back to what is missing instead of sending it', async () => {
    const browser = inSpanish();
    await fillIn(browser, 'reasons');
    const sent = await browser.submit('/apply/check', {}, '/apply/submission');
    expect(sent.headers['location']).toBe('/apply/reasons?from=check');
    const saved = await browser.submit('/apply/reasons?from=check', { reasons: 'Quiero ayudar.' });
    expect(saved.headers['location']).toBe('/apply/check');
  });

  it('counts its steps, and the collaborative of the school comes first', async () => {
    const browser = inSpanish();
    const address = await fillIn(browser, 'collaboratives');
    const page = cheerio.load((await browser.get(address)).text);
    expect(page('.app-steps p').text()).toBe('Paso 8 de 19: Su lugar');
    expect(page('#choice_1 option[selected]').attr('value')).toBe(town.central.id);
    expect(page('.app-notice').text()).toContain('90012');
    expect(page('a.app-back').attr('href')).toBe('/apply/school');
  });

  it('asks which school when several fit, and keeps the words', async () => {
    const browser = inSpanish();
    const address = await fillIn(browser, 'school');
    const unclear = await browser.submit(address, { school: 'castelar' });
    const page = cheerio.load(unclear.text);
    expect([unclear.status, page('#school').attr('value'), page('input[name=school_id]').length]).toEqual([422, 'castelar', 2]);
    const picked = await browser.post(address, { school: 'castelar', school_id: '19647330000002' }, address);
    expect(picked.headers['location']).toBe('/apply/collaboratives');
    expect(await product.db('applications').pluck('school_id')).toEqual(['19647330000002']);
  });
});

describe('coming back', () => {
  it('goes on in another browser from the mail, once', async () => {
    const browser = inSpanish();
    await fillIn(browser, 'zip');
    const [letter] = await mails(product.deps, 'application.continue');
    expect(letter!.subject).toBe('Continúe su solicitud');
    const link = linkIn(letter!.text, '/apply/resume/');

    const other = inSpanish();
    const looked = await other.get(link);
    expect([looked.status, looked.headers['referrer-policy'], looked.headers['cache-control']]).toEqual([200, 'no-referrer', 'no-store']);
    expect((await other.get('/apply/check')).headers['location']).toBe('/apply');
    const opened = await other.submit(link);
    expect(opened.headers['location']).toBe('/apply/check');
    expect((await other.follow(opened)).text).toContain('Rosa Peña');

    const third = await inSpanish().get(link);
    expect([third.status, heading(third.text)]).toEqual([404, 'Este enlace ya no funciona']);
  });

  it('answers the same to an address that is known and to one that is not', async () => {
    await fillIn(inSpanish(), 'age');
    const before = (await mails(product.deps)).length;
    const known = await inSpanish().submit('/apply/resume', { email: 'rosa@example.org' });
    const unknown = await inSpanish().submit('/apply/resume', { email: 'nobody@example.org' });
    const bare = (html: string): string => html.replace(/name="_csrf" value="[^"]*"/g, '');
    expect([known.status, bare(known.text)]).toEqual([unknown.status, bare(unknown.text)]);
    expect((await mails(product.deps)).length - before).toBe(1);
  });

  it('opens nothing of an address before its link was followed', async () => {
    await fillIn(inSpanish(), 'zip');
    const stranger = inSpanish();
    await stranger.submit('/apply/email?cycle=2027-spring', { email: 'rosa@example.org' });
    expect((await stranger.get('/apply/check')).text).not.toContain('Rosa Peña');
  });
});

it('has a page for everything the standard form asks', () => {
  expect(standardForm.map(({ key }) => key).filter((key) => key !== 'guardian')).toEqual(answers().map(([page]) => page));
});
