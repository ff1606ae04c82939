import * as cheerio from 'cheerio';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aTown, someAnswers, type Town } from '../support/builders/application';
import { aPersonAs } from '../support/builders/person';
import { emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

let product: TestProduct;
let town: Town;
let staff: Browser;
let staffId: string;
let record: string;
let sheet: string;

const typed = (given: Record<string, string> = {}): Record<string, string | string[]> => ({
  ...(someAnswers([], { email: '', name: 'Rosa Sin Coreo', language: 'es' }) as Record<string, string | string[]>),
  choice_1: town.central.id,
  choice_2: '',
  choice_3: '',
  way: 'paper',
  received_on: '2026-11-20',
  postal_address: '123 Main St',
  best_time: '',
  ...given,
});
const entrySheet = '/staff/cycles/2027-spring/central/applications/new';
const correct = (given: Record<string, string> = {}) => staff.submit(sheet, typed({ name: 'Rosa Sin Correo', ...given }), sheet);
const theApplication = async () => (await product.db('applications'))[0];
const lastAnswers = async () => JSON.parse((await theApplication())?.answers ?? '{}') as Record<string, unknown>;
const afterClosing = async (status: 'in_review' | 'deciding' = 'in_review') => {
  product.clock.moveTo('2026-12-10T20:00:00.000Z');
  await product.db('cycles').update({ status });
  staff = await signedInAs(product, staffId);
};

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
  staffId = (await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.central.id }, { name: 'Stella Staff' })).id;
  staff = await signedInAs(product, staffId);
  record = (await staff.submit(entrySheet, typed({ languages: '' }), entrySheet)).headers['location'] ?? '';
  sheet = `${record}/correction`;
});
afterAll(() => product.close());

describe('correcting an application that staff typed', () => {
  it('begins from the record with everything that was typed', async () => {
    expect(
      cheerio
        .load((await staff.get(record)).text)(`a[href="${sheet}"]`)
        .text(),
    ).toBe('Correct what was typed');
    const $ = cheerio.load((await staff.get(sheet)).text);
    expect([$('#name').val(), $('#received_on').val(), $('#postal_address').val(), $('#choice_1 option[selected]').val()]).toEqual([
      'Rosa Sin Coreo',
      '2026-11-20',
      '123 Main St',
      town.central.id,
    ]);
  });

  it('keeps the version before, names who did it, and prints a new copy in the applicant’s language', async () => {
    const answer = await correct({ choice_2: town.south.id, received_on: '2026-11-19', postal_address: '125 Main St' });
    expect([answer.status, answer.headers['location']]).toEqual([303, record]);
    expect(await product.db('application_submissions').orderBy('number').pluck('number')).toEqual([1, 2]);
    expect((await theApplication())?.name).toBe('Rosa Sin Correo');
    expect(await product.db('people').where({ name: 'Rosa Sin Correo' }).pluck('address')).toEqual(['125 Main St']);
    expect(await product.db('application_entries').pluck('received_on')).toEqual(['2026-11-19']);
    expect(await product.db('candidacies').orderBy('preference').pluck('collaborative_id')).toEqual([town.central.id, town.south.id]);
    expect(await product.db('paper_letters').orderBy('kind', 'desc').select('kind', 'locale')).toEqual([
      { kind: 'application.entered', locale: 'es' },
      { kind: 'application.corrected', locale: 'es' },
    ]);
    const page = cheerio.load((await staff.get(record)).text);
    expect(page('aside').text()).toContain('Corrected by staff for the applicant');
    expect(page('aside').text()).toContain('Stella Staff');
  });

  it('does not move the moment it came in', async () => {
    const before = (await theApplication())?.submitted_at;
    product.clock.moveTo('2026-11-25T20:00:00.000Z');
    staff = await signedInAs(product, staffId);
    await correct();
    expect((await theApplication())?.submitted_at).toBe(before);
    expect(await product.db('application_submissions').orderBy('number').pluck('submitted_at')).toEqual([
      before,
      '2026-11-25T20:00:00.000Z',
    ]);
  });

  it('sends the copy to an address that is put right, and the link sent to the wrong one opens nothing more', async () => {
    await correct({ email: 'wrong@example.org' });
    await correct({ email: 'right@example.org' });
    const sent = await mails(product.deps, 'application.corrected');
    const [wrong, right] = ['wrong', 'right'].map((name) => sent.find(({ to_address }) => to_address === `${name}@example.org`));
    const opens = (text = '') => visitorBrowser(product).get(linkIn(text, '/applications/'));
    expect([(await opens(wrong?.text)).status, (await opens(right?.text)).status]).toEqual([404, 200]);
    expect(await product.db('people').where({ name: 'Rosa Sin Correo' }).pluck('email')).toEqual(['right@example.org']);
  });

  it('leaves the profile of a person who has shown that the address is theirs', async () => {
    await product.db('people').where({ name: 'Rosa Sin Coreo' }).update({ email: 'rosa@example.org', email_verified_at: testNow });
    await correct({ email: 'other@example.org' });
    expect((await mails(product.deps)).map(({ to_address }) => to_address)).toEqual(['rosa@example.org']);
    expect(await product.db('people').where({ email: 'rosa@example.org' }).pluck('name')).toEqual(['Rosa Sin Coreo']);
  });

  it('takes an address out that is left empty', async () => {
    await correct({ email: 'wrong@example.org' });
    await correct({ email: '' });
    expect((await theApplication())?.email).toBeNull();
    expect(await product.db('paper_letters').where({ kind: 'application.corrected' })).toHaveLength(1);
  });

  it('neither shows nor changes the optional answers about the applicant', async () => {
    const { id = '' } = (await theApplication()) ?? {};
    const row = { application_id: id, answers: JSON.stringify({ race: ['canary-race'] }) };
    await product.db('application_demographics').insert(row).onConflict('application_id').merge();
    expect((await staff.get(sheet)).text).not.toContain('canary-race');
    await correct();
    expect(await product.db('application_demographics').pluck('answers')).toEqual([row.answers]);
  });

  it('tells of a correction by somebody else meanwhile, keeps what was typed, and saves it on the next press', async () => {
    const stale = await staff.get(sheet);
    const other = await signedInAs(
      product,
      (await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.central.id }, { name: 'Otto' })).id,
    );
    await other.submit(sheet, typed({ name: 'Rosa of Otto' }), sheet);
    const version = String(cheerio.load(stale.text)('input[name="version"]').val());
    const answer = await staff.post(sheet, { ...typed({ name: 'Rosa of Stella' }), version }, sheet);
    const $ = cheerio.load(answer.text);
    expect([answer.status, $('#name').val(), (await theApplication())?.name]).toEqual([409, 'Rosa of Stella', 'Rosa of Otto']);
    expect($('.app-notice').text()).toContain('Someone else saved this application');
    const again = String($('input[name="version"]').val());
    expect((await staff.post(sheet, { ...typed({ name: 'Rosa of Stella' }), version: again }, sheet)).status).toBe(303);
    expect(await product.db('application_submissions')).toHaveLength(3);
  });

  it('keeps the words when something is missing', async () => {
    const answer = await correct({ name: '', reasons: 'My own words' });
    expect([answer.status, cheerio.load(answer.text)('#reasons').val()]).toEqual([422, 'My own words']);
    expect(await product.db('application_submissions')).toHaveLength(1);
  });

  it('leaves choices and constituency once the cycle has closed, and says so', async () => {
    await afterClosing();
    const $ = cheerio.load((await staff.get(sheet)).text);
    expect([$('#choice_1').length, $('[name="constituency"]').length]).toEqual([0, 0]);
    expect($('.app-notice').text()).toContain('The cycle closed on December 4, 2026');
    expect((await correct({ choice_1: town.south.id, constituency: 'business' })).status).toBe(303);
    expect(await product.db('candidacies').select('collaborative_id', 'constituency')).toEqual([
      { collaborative_id: town.central.id, constituency: (await lastAnswers())['constituency'] },
    ]);
    expect((await lastAnswers())['collaboratives']).toEqual([town.central.id]);
    expect((await theApplication())?.name).toBe('Rosa Sin Correo');
  });

  it('says nothing of changing answers in a copy that is sent after the closing', async () => {
    await correct({ email: 'rosa@example.org' });
    await afterClosing();
    await correct({ email: 'rosa@example.org' });
    const [open, closed] = (await mails(product.deps)).map(({ text }) => text);
    expect(open).toContain('Puede cambiar sus respuestas hasta');
    expect(closed).not.toContain('Puede cambiar sus respuestas hasta');
  });

  it('keeps a lower choice with the panel that reads it already', async () => {
    await correct({ choice_2: town.south.id });
    await product.db('candidacies').where({ collaborative_id: town.south.id }).update({ is_reviewed: true });
    await correct({ choice_2: town.south.id });
    expect((await product.db('candidacies').pluck('is_reviewed')).map(Boolean)).toEqual([true, true]);
  });

  it('ends when the cycle decides, with the reason, and the record leads there no more', async () => {
    await afterClosing('deciding');
    const answer = await staff.get(sheet);
    expect([answer.status, answer.text.includes('Corrections end when decisions begin.')]).toEqual([409, true]);
    expect((await staff.get(record)).text).not.toContain(sheet);
  });

  it('is not for what applicants sent by themselves', async () => {
    await product.db('applications').update({ entered_by: null });
    expect((await staff.get(sheet)).status).toBe(409);
    expect((await staff.get(record)).text).not.toContain(sheet);
  });

  it('is unknown to the staff of other collaboratives and to everyone else', async () => {
    const other = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.south.id }, { name: 'Sam South' });
    const browser = await signedInAs(product, other.id);
    expect([(await browser.get(sheet)).status, (await browser.post(sheet, typed())).status]).toEqual([404, 404]);
    expect((await theApplication())?.name).toBe('Rosa Sin Coreo');
  });
});
