import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { aPerson } from '../support/builders/person';
import { staffOf } from '../support/builders/seat';
import { aSentApplication, aTown, someAnswers, type Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;
let town: Town;
let application: Application;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
  application = await aSentApplication(product.deps, town.cycle, someAnswers([town.central.id, town.south.id]));
});
afterAll(() => product.close());

const show = (): string => `/applications/${application.reference}`;
const holder = () => signedInAs(product, null, { applicationIds: [application.id] });
const bare = (html: string): string => html.replace(/name="_csrf" value="[^"]*"/g, '');

describe("an application's own page", () => {
  it('opens for the browser that holds it and for its person, and exists for nobody else', async () => {
    const stranger = await aPerson(product.deps, { name: 'Bo Chen', email: 'bo@example.org' });
    const pages = ['', '/confirmation', '/withdrawal'].map((page) => show() + page);
    for (const page of pages) {
      expect([page, (await (await holder()).get(page)).status]).toEqual([page, 200]);
      expect([page, (await (await signedInAs(product, application.personId)).get(page)).status]).toEqual([page, 200]);
      expect([page, (await (await signedInAs(product, stranger.id)).get(page)).status]).toEqual([page, 404]);
      expect([page, (await visitorBrowser(product).get(page)).status]).toEqual([page, 404]);
    }
  });

  it('cannot be changed or withdrawn by another person', async () => {
    const other = await aSentApplication(
      product.deps,
      town.cycle,
      someAnswers([town.south.id], { name: 'Bo Chen', email: 'bo@example.org' }),
    );
    const stranger = await signedInAs(product, other.personId, { applicationIds: [other.id] });
    for (const change of ['changes', 'withdrawal'])
      expect((await stranger.post(`${show()}/${change}`, {}, `/applications/${other.reference}`)).status).toBe(404);
    expect(await product.db('applications').where({ id: application.id }).first('status', 'pending_answers')).toEqual({
      status: 'submitted',
      pending_answers: null,
    });
  });

  it.each([
    ['open', 'Received'],
    ['closed', 'Received'],
    ['in_review', 'In review'],
    ['deciding', 'Decisions are being made'],
  ] as const)('says where it stands while the cycle is %s', async (status, words) => {
    await product.db('cycles').update({ status });
    const page = cheerio.load((await (await holder()).get(show())).text);
    expect(page('.app-next h2').text()).toBe(words);
    expect(page('.app-next').text()).toContain('February 1, 2027');
  });

  it('does not differ by anything on a slate before the release', async () => {
    await product.db('cycles').update({ status: 'deciding' });
    const browser = await holder();
    const before = await browser.get(show());
    const [candidacy] = await product.db('candidacies').where({ application_id: application.id, preference: 1 });
    await product
      .db('slates')
      .insert({ id: 'slate', cycle_id: town.cycle.id, collaborative_id: town.central.id, status: 'approved', version: 1 });
    await product
      .db('slate_entries')
      .insert({ slate_id: 'slate', candidacy_id: candidacy!.id, placement: 'alternate', alternate_place: 1 });
    expect(bare((await browser.get(show())).text)).toBe(bare(before.text));
  });

  it('leads to the offer once there is one, and no longer to withdrawal', async () => {
    await product.db('cycles').update({ status: 'released' });
    await product.db('candidacies').where({ preference: 1 }).update({ status: 'offered' });
    const browser = await holder();
    const page = cheerio.load((await browser.get(show())).text);
    expect(page(`a[href="${show()}/offer"]`)).toHaveLength(1);
    expect(page(`a[href="${show()}/withdrawal"]`)).toHaveLength(0);
    expect((await browser.post(`${show()}/withdrawal`, {}, `${show()}/withdrawal`)).status).toBe(409);
  });
});

describe('changes after sending', () => {
  it('count once they are sent again, and each submission is kept', async () => {
    const browser = await holder();
    const begun = await browser.submit(show(), {}, `${show()}/changes`);
    expect(begun.headers['location']).toBe('/apply/check');
    await browser.submit('/apply/collaboratives?from=check', { choice_1: town.south.id, choice_2: '' });
    expect(await product.db('candidacies').orderBy('preference').pluck('collaborative_id')).toEqual([town.central.id, town.south.id]);
    const sent = await browser.submit('/apply/check', {}, '/apply/submission');
    expect(sent.headers['location']).toBe(`${show()}/confirmation`);
    expect(await product.db('candidacies').pluck('collaborative_id')).toEqual([town.south.id]);
    expect(await product.db('application_submissions').orderBy('number').pluck('number')).toEqual([1, 2]);
    expect((await mails(product.deps)).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['application.changed', `We have your changes to application ${application.reference}`],
    ]);
    expect(await product.db('people').pluck('name')).toEqual(['Ana Reyes']);
  });

  it('are open in the last millisecond of the closing minute, and refused after it', async () => {
    const browser = await holder();
    product.clock.moveTo('2026-12-05T07:59:59.999Z');
    await product.db('sessions').update({ seen_at: product.clock.now(), expires_at: '2027-01-01T00:00:00.000Z' });
    expect((await browser.submit(show(), {}, `${show()}/changes`)).headers['location']).toBe('/apply/check');
    const check = cheerio.load((await browser.get('/apply/check')).text);
    const fields = { reference: application.reference, version: check('input[name=version]').attr('value')! };
    product.clock.moveTo('2026-12-05T08:00:00.000Z');
    const late = await browser.post('/apply/submission', fields, `${show()}/withdrawal`);
    expect([late.status, await product.db('application_submissions').pluck('number')]).toEqual([409, [1]]);
    expect((await browser.get('/apply/check')).headers['location']).toBe('/apply');
  });

  it('that were not looked at are shown again instead of sent', async () => {
    const browser = await holder();
    await browser.submit(show(), {}, `${show()}/changes`);
    const stale = await browser.submit('/apply/check', { version: '1' }, '/apply/submission');
    expect([stale.status, cheerio.load(stale.text)('.app-notice').length]).toEqual([409, 1]);
    expect(await product.db('application_submissions').pluck('number')).toEqual([1]);
  });
});

describe('withdrawing', () => {
  it('asks first, then ends every candidacy and says so', async () => {
    const browser = await holder();
    const asked = await browser.get(`${show()}/withdrawal`);
    expect(cheerio.load(asked.text)('h1').text()).toBe('Withdraw your application?');
    expect(await product.db('applications').pluck('status')).toEqual(['submitted']);
    const done = await browser.submit(`${show()}/withdrawal`);
    expect([done.status, done.headers['location']]).toEqual([303, show()]);
    expect([await product.db('applications').pluck('status'), await product.db('candidacies').pluck('status')]).toEqual([
      ['withdrawn'],
      ['withdrawn', 'withdrawn'],
    ]);
    expect(
      cheerio
        .load((await browser.get(show())).text)('.app-next h2')
        .text(),
    ).toBe('Withdrawn');
    expect((await browser.post(`${show()}/withdrawal`, {}, '/help')).status).toBe(409);
    expect(await product.db('events').pluck('action')).toEqual(['applications.withdraw']);
  });
});

describe('taking a withdrawal back', () => {
  const button = async (browser: Browser) => cheerio.load((await browser.get(show())).text)(`form[action="${show()}/reinstatement"]`);

  it('is said before withdrawing, offered until the closing, and makes the application count again for staff too', async () => {
    const browser = await holder();
    expect((await browser.get(`${show()}/withdrawal`)).text).toContain('you can take this back until');
    await browser.submit(`${show()}/withdrawal`);
    const status = cheerio.load((await browser.get(show())).text);
    expect(status('.app-process').length).toBe(0);
    expect(status('.app-next').text()).toContain('You can take this back until Friday, December 4, 2026');
    const done = await browser.submit(show(), {}, `${show()}/reinstatement`);
    expect([done.status, done.headers['location']]).toEqual([303, show()]);
    const after = cheerio.load((await browser.follow(done)).text);
    expect([after('.app-next h2').text(), after('.app-timeline, main').text().includes('Withdrawal taken back')]).toEqual([
      'Received',
      true,
    ]);
    const clerk = await staffOf(product.deps, town.central.id);
    const file = (await (await signedInAs(product, clerk.id)).get(`/staff/applications/${application.reference}`)).text;
    expect([file.includes('Withdrawal taken back'), file.includes('In review')]).toEqual([true, true]);
  });

  it('refuses a page that is older than the last withdrawal, and takes a second press as the first', async () => {
    const browser = await holder();
    await browser.submit(`${show()}/withdrawal`);
    const version = (await button(browser)).find('[name=version]').attr('value')!;
    const press = () => browser.post(`${show()}/reinstatement`, { version }, show());
    expect((await Promise.all([press(), press()])).map(({ status }) => status).sort()[0]).toBe(303);
    expect((await press()).status).toBe(303);
    expect(await mails(product.deps, 'application.reinstated')).toHaveLength(1);
    await browser.submit(`${show()}/withdrawal`);
    expect([(await press()).status, await product.db('applications').pluck('status')]).toEqual([409, ['withdrawn']]);
  });

  it('is no longer offered after the closing, and says so before withdrawing', async () => {
    const browser = await holder();
    await product.db('cycles').update({ status: 'closed' });
    expect((await browser.get(`${show()}/withdrawal`)).text).toContain('You cannot take this back');
    await browser.submit(`${show()}/withdrawal`);
    expect(await button(browser)).toHaveLength(0);
    expect((await browser.post(`${show()}/reinstatement`, { version: '2' }, '/help')).status).toBe(409);
  });

  it('is no longer offered to who has begun another', async () => {
    const browser = await signedInAs(product, application.personId);
    await browser.submit(`${show()}/withdrawal`);
    expect(await button(browser)).toHaveLength(1);
    await browser.submit('/apply/email?cycle=2027-spring', { email: 'ana@example.org' });
    expect(await button(browser)).toHaveLength(0);
  });
});

describe('what was sent before', () => {
  it('can be read again, each submission as it was, by its applicant alone', async () => {
    const browser = await holder();
    await browser.submit(show(), {}, `${show()}/changes`);
    await browser.submit('/apply/reasons?from=check', { reasons: 'Another reason.' });
    await browser.submit('/apply/check', {}, '/apply/submission');
    const page = cheerio.load((await browser.get(show())).text);
    expect(page(`a[href^="${show()}/submissions/"]`).length).toBe(2);
    const first = (await browser.get(`${show()}/submissions/1`).expect(200)).text;
    expect([first.includes('I want to help.'), first.includes('Another reason.')]).toEqual([true, false]);
    expect((await browser.get(`${show()}/submissions/2`).expect(200)).text).toContain('Another reason.');
    await browser.get(`${show()}/submissions/3`).expect(404);
    await visitorBrowser(product).get(`${show()}/submissions/1`).expect(404);
  });
});

describe('a draft that is not wanted', () => {
  it('is deleted after asking, and its page says that it is over', async () => {
    await product.db('applications').update({ status: 'draft', submitted_at: null });
    const browser = await holder();
    await browser.get(`${show()}/discarding`).expect(200);
    expect(await product.db('applications').pluck('status')).toEqual(['draft']);
    expect((await browser.submit(`${show()}/discarding`)).headers['location']).toBe('/apply');
    expect(await product.db('applications').pluck('status')).toEqual(['discarded']);
    expect((await browser.post(`${show()}/discarding`, {}, '/help')).status).toBe(409);
    expect((await browser.get('/apply/check')).headers['location']).toBe('/apply');
  });
});
