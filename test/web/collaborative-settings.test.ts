import * as cheerio from 'cheerio';
import { insertRole } from '../../src/features/accounts/role.queries';
import { getCollaborative } from '../../src/features/collaboratives';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, someone, staffOf } from '../support/builders/seat';
import { signedInAs } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let central: string;
let admin: string;
const there = '/staff/central/settings';

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = (await aCollaborative(product.deps)).id;
  const ada = await someone(product.deps, 'Ada Admin');
  admin = ada.id;
  await insertRole(product.deps, { personId: ada.id, role: 'administrator' });
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};

describe('the settings of a collaborative', () => {
  it('are changed by the program office, with who changed each and when', async () => {
    const browser = await signedInAs(product, admin);
    expect(texts((await browser.get(there)).text, 'main p')).toContain('Usual: 90');
    const wanted = { endingWithinDays: '120', holdoverVotes: 'no', noticeRegular: '96' };
    const page = await browser.follow(await browser.submit(there, wanted));
    expect(texts(page.text, '.app-flash')).toEqual(['The settings are saved.']);
    expect(texts(page.text, 'main p').filter((text) => text.startsWith('Changed last by Ada Admin')).length).toBe(3);
    const { settings } = await getCollaborative(product.db, central);
    expect(settings).toMatchObject({
      endingWithinDays: 120,
      holdoverVotes: false,
      noticeHours: { regular: 96, special: 24 },
      blindFirstPass: true,
    });
    const again = await browser.follow(await browser.submit(there, {}));
    expect(texts(again.text, '.app-flash')).toEqual(['Nothing was different, so nothing was changed.']);
  });

  it('keep to what the law allows, and give back what was typed', async () => {
    const browser = await signedInAs(product, admin);
    const refused = await browser.submit(there, { noticeRegular: '71', answerDays: '40' });
    expect(refused.status).toBe(422);
    const $ = cheerio.load(refused.text);
    expect([$('#noticeRegular').attr('value'), $('#answerDays').attr('value')]).toEqual(['71', '40']);
    expect((await getCollaborative(product.db, central)).settings.answerDays).toBe(30);
  });

  it('give a form that somebody overtook back with what was typed, and both values where two changed one setting', async () => {
    const [ada, bea] = [await signedInAs(product, admin), await signedInAs(product, admin)];
    const stale = cheerio.load((await ada.get(there)).text);
    const held = Object.fromEntries(
      stale('form[action$="/settings"]')
        .first()
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    await bea.submit(there, { answerDays: '40', termYears: '4', quorum: 'majority_of_all' });
    const refused = await ada.post(there, { ...held, answerDays: '45', minutesDueDays: '12', termYears: '4' });
    expect(refused.status).toBe(409);
    const $ = cheerio.load(refused.text);
    const shown = ['answerDays', 'minutesDueDays', 'termYears'].map((name) => $(`#${name}`).attr('value'));
    expect([...shown, $('input[name=quorum][checked]').attr('value')]).toEqual(['45', '12', '4', 'majority_of_all']);
    expect(texts(refused.text, '.app-error-summary li')).toEqual([
      'Somebody changed settings while you were here. Nothing is saved yet. What you typed is still below: look, and save again',
      'Somebody saved “40” here meanwhile. Yours stands in the field; saving puts it in its place',
    ]);
    expect(texts(refused.text, '#answerDays-error')).toEqual([
      'Error: Somebody saved “40” here meanwhile. Yours stands in the field; saving puts it in its place',
    ]);
    expect((await getCollaborative(product.db, central)).settings).toMatchObject({ answerDays: 40, minutesDueDays: 10 });
    const again = Object.fromEntries(
      $('form[action$="/settings"]')
        .first()
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    expect((await ada.post(there, again)).status).toBe(303);
    expect((await getCollaborative(product.db, central)).settings).toMatchObject({
      answerDays: 45,
      minutesDueDays: 12,
      termYears: 4,
      quorum: 'majority_of_all',
    });
  });

  it('show every difference of an overtaken form that does not say what it began with', async () => {
    const browser = await signedInAs(product, admin);
    const refused = await browser.submit(there, { version: '7', was: '%%%', answerDays: '40' });
    expect(refused.status).toBe(409);
    expect(texts(refused.text, '.app-error')).toEqual([
      'Error: Somebody saved “30” here meanwhile. Yours stands in the field; saving puts it in its place',
    ]);
  });

  it('go back to the usual value with one button, and keep every change with who, when, from what and to what', async () => {
    const browser = await signedInAs(product, admin);
    expect(texts((await browser.get(`${there}/history`)).text, 'main p')).toContain(
      'No setting was changed yet. All have their usual values.',
    );
    await browser.submit(there, { answerDays: '40', holdoverVotes: 'no' });
    const page = await browser.get(there);
    expect(texts(page.text, 'button[name=setting]')).toEqual([
      'Put back to the usual: Yes: Members past their term vote',
      'Put back to the usual: 30: Working days to answer advice',
    ]);
    product.clock.moveTo('2026-11-22T20:00:00.000Z');
    const tomorrow = await signedInAs(product, admin);
    expect((await tomorrow.submit(there, { setting: 'answerDays' }, `${there}/usual`)).status).toBe(303);
    expect((await getCollaborative(product.db, central)).settings).toMatchObject({ answerDays: 30, holdoverVotes: false });
    const all = (await tomorrow.get(`${there}/history`)).text;
    expect(texts(all, '.app-timeline li')).toEqual([
      'Nov 22, 2026, 12:00 PM Pacific Time Working days to answer advice: from “40” to “30” · Ada Admin (administrator)',
      'Nov 21, 2026, 12:00 PM Pacific Time Working days to answer advice: from “30” to “40” · Ada Admin (administrator)',
      'Nov 21, 2026, 12:00 PM Pacific Time Members past their term vote: from “Yes” to “No” · Ada Admin (administrator)',
    ]);
    expect((await tomorrow.submit(there, { setting: 'x' }, `${there}/usual`)).status).toBe(422);
    expect((await tomorrow.submit(there, { version: '1', setting: 'answerDays' }, `${there}/usual`)).status).toBe(409);
  });

  it('say who decided the rules of meetings and when, both or neither', async () => {
    const browser = await signedInAs(product, admin);
    expect((await browser.get(there)).text).toContain('Nobody has said yet');
    const half = await browser.submit(there, { regime: 'greene', regime_by: 'General Counsel' });
    expect(texts(half.text, '.app-error-summary li')).toEqual(['Say both who decided it and when, or neither']);
    const page = await browser.follow(
      await browser.submit(there, { regime: 'greene', regime_by: 'General Counsel', regime_on: '2026-10-01' }),
    );
    expect(page.text).toContain('Decided by General Counsel on October 1, 2026.');
  });

  it('are read by staff in Spanish, without a form', async () => {
    const browser = await signedInAs(product, (await staffOf(product.deps, central)).id);
    const { text } = await browser.get(`${there}?lang=es`).expect(200);
    expect(texts(text, 'main form')).toEqual([]);
    expect(texts(text, 'main strong')).toContain('Ahora: Más de la mitad de los lugares con voto ocupados');
  });
});
