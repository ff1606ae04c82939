import * as cheerio from 'cheerio';
import { loadActor } from '../../src/features/accounts';
import { makeLateCode } from '../../src/features/late-entry/late-entry.actions';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { aTown, someAnswers, type Town } from '../support/builders/application';
import { aPersonAs } from '../support/builders/person';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;
let town: Town;
let staff: Browser;
let staffId: string;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
  staffId = (await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.central.id }, { name: 'Stella Staff' })).id;
  staff = await signedInAs(product, staffId);
});
afterAll(() => product.close());

const sheet = '/staff/cycles/2027-spring/central/applications/new';
const typed = (given: Record<string, string> = {}): Record<string, string | string[]> => {
  const answers = someAnswers([], { email: '', name: 'Rosa Sin Correo', language: 'es' });
  return {
    ...(answers as Record<string, string | string[]>),
    choice_1: town.central.id,
    choice_2: '',
    choice_3: '',
    way: 'paper',
    received_on: '2026-11-20',
    postal_address: '123 Main St\nLos Angeles, CA',
    best_time: 'After 5',
    ...given,
  };
};
const enter = (given: Record<string, string> = {}) => staff.submit(sheet, typed(given), sheet);

describe('an application on paper', () => {
  it('is entered in its own language, with how and when it came and who typed it, and its receipt waits to be printed', async () => {
    const answer = await enter();
    const [application] = await product.db('applications');
    expect([answer.status, answer.headers['location']]).toEqual([303, `/staff/applications/${application?.reference ?? ''}`]);
    expect(await product.db('application_entries').select('way', 'received_on', 'best_time')).toEqual([
      { way: 'paper', received_on: '2026-11-20', best_time: 'After 5' },
    ]);
    expect((await product.db('paper_letters').select('kind', 'locale', 'to_name', 'collaborative_id'))[0]).toEqual({
      kind: 'application.entered',
      locale: 'es',
      to_name: 'Rosa Sin Correo',
      collaborative_id: town.central.id,
    });
    expect(await mails(product.deps)).toEqual([]);
    expect(await product.db('people').where({ name: 'Rosa Sin Correo' }).pluck('address')).toEqual(['123 Main St\nLos Angeles, CA']);
    const record = cheerio.load((await staff.get(answer.headers['location'] ?? '')).text);
    expect(record('aside').text()).toContain('on paper, waits to be printed');
    expect(record('.app-notice').text()).toContain('On paper, came on November 20, 2026, entered by Stella Staff');
  });

  it('is marked in the list of staff', async () => {
    await enter();
    const list = await staff.get('/staff/cycles/2027-spring/central/applications');
    expect(cheerio.load(list.text)('.app-tag').text()).toContain('Entered by staff');
  });

  it('gets its receipt by mail when it names an address', async () => {
    await enter({ email: 'rosa@example.org' });
    expect((await mails(product.deps)).map(({ kind, locale }) => [kind, locale])).toEqual([['application.entered', 'es']]);
    expect(await product.db('paper_letters')).toEqual([]);
  });

  it('leads to a blank sheet when the next one waits', async () => {
    const answer = await enter({ then: 'next' });
    expect(answer.headers['location']).toBe(sheet);
    expect(
      cheerio
        .load((await staff.get(sheet)).text)('#name')
        .val(),
    ).toBe('');
  });

  it('may be typed after the closing when it came in time, until the cycle decides', async () => {
    product.clock.moveTo('2026-12-10T20:00:00.000Z');
    await product.db('cycles').update({ status: 'in_review' });
    staff = await signedInAs(product, staffId);
    expect((await enter({ received_on: '2026-12-05' })).status).toBe(422);
    expect((await enter({ received_on: '2026-12-04' })).status).toBe(303);
    await product.db('cycles').update({ status: 'deciding' });
    expect((await enter({ received_on: '2026-12-04' })).status).toBe(422);
  });

  it('comes in after the closing by a late code of its collaborative that was good on the day it came, once', async () => {
    const made = { forWhom: 'Rosa', note: '', email: '', locale: 'es', useLimit: 1, expiresAt: '2026-12-12T07:59:00.000Z' };
    const stella = (await loadActor(product.deps.db, staffId, '2026-11-21'))!;
    const by = { ...stella, id: staffId };
    const { code } = await makeLateCode(product.deps, by, '2027-spring', { ...made, collaborativeId: town.central.id });
    await product.db('roles').update({ collaborative_id: town.south.id });
    const south = (await loadActor(product.deps.db, staffId, '2026-11-21'))!;
    const other = await makeLateCode(product.deps, { ...south, id: staffId }, '2027-spring', { ...made, collaborativeId: town.south.id });
    await product.db('roles').update({ collaborative_id: town.central.id });
    product.clock.moveTo('2026-12-20T20:00:00.000Z');
    await product.db('cycles').update({ status: 'in_review' });
    staff = await signedInAs(product, staffId);
    const late = (late_code: string, received_on = '2026-12-11') => enter({ received_on, late_code });
    const why = async (answer: ReturnType<typeof late>) =>
      cheerio
        .load((await answer).text)('.app-error-summary a')
        .text();
    expect(await why(late('XXXX-XXXX'))).toContain('We do not know this code');
    expect(await why(late(other.code))).toContain('We do not know this code');
    expect(await why(late(code, '2026-12-12'))).toContain('This code is over');
    expect(await product.db('applications')).toEqual([]);
    expect((await late(code)).status).toBe(303);
    expect(await product.db('applications').pluck('late_code_id')).toEqual(await product.db('late_codes').where({ code }).pluck('id'));
    expect(await why(late(code))).toContain('used as often as it may be');
    const [reference = ''] = await product.db('applications').pluck('reference');
    const correction = `/staff/applications/${reference}/correction`;
    const corrected = await staff.submit(correction, typed({ received_on: '2026-12-11', name: 'Rosa Right' }), correction);
    expect([corrected.status, await product.db('applications').pluck('name')]).toEqual([303, ['Rosa Right']]);
  });

  it('keeps the words when something is missing, and keeps to the same limits', async () => {
    const answer = await enter({ reasons: 'word '.repeat(251), name: '' });
    const $ = cheerio.load(answer.text);
    expect([answer.status, $('#reasons').val()?.toString().length, $('#postal_address').val()]).toEqual([
      422,
      'word '.repeat(251).length,
      '123 Main St\nLos Angeles, CA',
    ]);
    expect(
      $('.app-error-summary a')
        .map((_, link) => $(link).attr('href'))
        .get(),
    ).toEqual(['#name', '#reasons']);
    expect(await product.db('applications')).toEqual([]);
  });

  it('needs some way to reach the applicant', async () => {
    expect((await enter({ postal_address: '', phone: '' })).status).toBe(422);
    expect((await enter({ postal_address: '' })).status).toBe(303);
  });

  it('is kept while it is typed, for the one who types, until it is entered or begun anew', async () => {
    const { status } = await staff.post(`${sheet}/draft`, typed({ name: 'Half a na' }), sheet);
    expect(status).toBe(200);
    const $ = cheerio.load((await staff.get(sheet)).text);
    expect([$('#name').val(), $('#way').is(':checked')]).toEqual(['Half a na', true]);
    const other = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.central.id }, { name: 'Otto Staff' });
    expect(
      cheerio
        .load((await (await signedInAs(product, other.id)).get(sheet)).text)('#name')
        .val(),
    ).toBe('');
    await staff.submit(sheet, {}, `${sheet}/draft/removal`);
    expect(
      cheerio
        .load((await staff.get(sheet)).text)('#name')
        .val(),
    ).toBe('');
    await staff.post(`${sheet}/draft`, typed(), sheet);
    await enter();
    expect(await product.db('entry_drafts')).toEqual([]);
  });

  it('is entered by staff of that collaborative alone', async () => {
    const other = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.south.id }, { name: 'Sam South' });
    const browser = await signedInAs(product, other.id);
    expect((await browser.get(sheet)).status).toBe(403);
    expect((await browser.post(sheet, typed())).status).toBe(403);
    expect((await browser.post(`${sheet}/draft`, typed())).status).toBe(403);
  });
});
