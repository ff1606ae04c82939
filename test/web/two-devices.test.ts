import * as cheerio from 'cheerio';
import type { Response } from 'supertest';
import { insertApplication } from '../../src/features/applications/application.queries';
import { aTown, someAnswers, theApplication } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let phone: Browser;
let laptop: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  const town = await aTown(product.deps);
  const { id } = await insertApplication(product.deps, theApplication({ cycleId: town.cycle.id, answers: someAnswers([town.central.id]) }));
  phone = await signedInAs(product, null, { applicationIds: [id] });
  laptop = await signedInAs(product, null, { applicationIds: [id] });
});
afterAll(() => product.close());

const versionIn = ({ text }: Response): string => cheerio.load(text)('input[name=version]').attr('value') ?? '';
const reasonsNow = async (): Promise<unknown> =>
  (JSON.parse((await product.db('applications').first())!.answers) as { reasons: unknown }).reasons;

/** The laptop shows the page; then the phone saves it. Answers the version the laptop has. */
async function phoneSavesAfterLaptopLooked(): Promise<string> {
  const version = versionIn(await laptop.get('/apply/reasons'));
  expect((await phone.submit('/apply/reasons', { reasons: 'From the phone' })).status).toBe(303);
  return version;
}

it('shows both texts, keeps the saved one, and one button keeps what was typed', async () => {
  const version = await phoneSavesAfterLaptopLooked();
  const refused = await laptop.post('/apply/reasons', { reasons: 'From the <laptop>', version, from: 'check' }, '/apply/reasons');
  const page = cheerio.load(refused.text);
  expect([refused.status, page('[role=alert] .app-notice__title').text()]).toEqual([409, 'This page was changed on another device']);
  expect([page('.app-summary-list__value').text(), page('#reasons').text()]).toEqual(['From the phone', 'From the <laptop>']);
  expect(page('main .app-button--primary, main button').first().text().trim()).toBe('Keep what I wrote here');
  expect(page('a[href="/apply/reasons?from=check"]').text()).toBe('Use what was saved');
  expect(page('form[data-autosave]')).toHaveLength(0);
  expect(await reasonsNow()).toBe('From the phone');

  const kept = await laptop.post('/apply/reasons', { reasons: 'From the <laptop>', version: versionIn(refused), from: 'check' });
  expect([kept.status, kept.headers['location'], await reasonsNow()]).toEqual([303, '/apply/check', 'From the <laptop>']);
});

it('asks also after a mistake was mended, and before saving for later', async () => {
  const version = await phoneSavesAfterLaptopLooked();
  const tooLong = Array.from({ length: 251 }, () => 'word').join(' ');
  const refused = await laptop.post('/apply/reasons', { reasons: tooLong, version });
  expect([refused.status, versionIn(refused)]).toEqual([422, version]);
  expect((await laptop.post('/apply/reasons', { reasons: 'Mended', version: versionIn(refused) })).status).toBe(409);
  expect((await laptop.post('/apply/reasons', { reasons: 'Later', version, do: 'later' })).status).toBe(409);
  expect(await reasonsNow()).toBe('From the phone');
});

it('does not save by itself over the other device, and says so', async () => {
  const version = await phoneSavesAfterLaptopLooked();
  const saved = await laptop.post('/apply/reasons/draft', { reasons: 'From the lap', version });
  expect([saved.status, await reasonsNow()]).toEqual([409, 'From the phone']);
  const words = cheerio
    .load((await laptop.get('/apply/reasons')).text)('[data-autosave-status]')
    .attr('data-stale');
  expect(words).toBe('Not saved: this page was changed on another device. Press Continue to see both.');
});

it('holds for two windows of one browser, in their language', async () => {
  phone.language = 'es';
  const version = versionIn(await phone.get('/apply/collaboratives'));
  const [, south] = await product.db('collaboratives').orderBy('slug').pluck('id');
  expect((await phone.submit('/apply/collaboratives', { choice_1: south as string })).status).toBe(303);
  const [central] = await product.db('collaboratives').orderBy('slug').pluck('id');
  const refused = await phone.post('/apply/collaboratives', { choice_1: central as string, version });
  expect([refused.status, cheerio.load(refused.text)('h2').first().text()]).toEqual([
    409,
    'Lo que se guardó mientras tanto en otro dispositivo',
  ]);
});

it('never asks whoever writes on in one window while the page saves itself', async () => {
  const version = versionIn(await laptop.get('/apply/reasons'));
  await laptop.post('/apply/reasons/draft', { reasons: 'My children go to school here and I want to', version: '' });
  const sent = await laptop.post('/apply/reasons', { reasons: 'My children go to school here and I want to help, too.', version });
  expect(sent.status).toBe(303);
});
