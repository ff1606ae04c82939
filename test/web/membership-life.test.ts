import * as cheerio from 'cheerio';
import type { Person } from '../../src/features/accounts';
import { getMembership, type Membership } from '../../src/features/membership';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let central: string;
let ana: Person;
let staff: Person;
let held: Membership;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = (await aCollaborative(product.deps)).id;
  ana = await someone(product.deps, 'Ana Reyes');
  staff = await staffOf(product.deps, central);
  held = await aMembership(product.deps, (await aSeat(product.deps, central)).id, ana.id);
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};
const page = () => `/staff/memberships/${held.id}`;

describe('for staff', () => {
  it('a leave is put down with a private reason, shown, and ended', async () => {
    const browser = await signedInAs(product, staff.id);
    const there = `${page()}/leave`;
    const wrong = await browser.submit(there, { starts_on: '2026-12-02', ends_on: '2026-12-01', reason: 'Rest' });
    expect([wrong.status, texts(wrong.text, '.app-error-summary li')]).toEqual([422, ['The last day cannot be before the first day']]);
    expect(cheerio.load(wrong.text)('#reason').text()).toBe('Rest');
    const fields = { starts_on: '2026-11-20', ends_on: '', reason: 'Rest' };
    const shown = await browser.follow(await browser.submit(there, fields));
    expect(texts(shown.text, '.app-rows li > p')).toEqual(['from November 20, 2026, end not known yet', 'Rest']);
    const [leave] = await product.db('membership_leaves').pluck<string[]>('id');
    const end = `${page()}/leaves/${leave}/end`;
    const bad = await browser.submit(there, { [`last_day_${leave}`]: '' }, end);
    expect(bad.status).toBe(422);
    expect((await browser.submit(there, { [`last_day_${leave}`]: '2026-11-30' }, end)).status).toBe(303);
    expect(await product.db('membership_leaves').pluck('ends_on')).toEqual(['2026-11-30']);
  });

  it('a death cannot be put down ahead of its day; what was typed is kept', async () => {
    const browser = await signedInAs(product, staff.id);
    const ahead = await browser.submit(page(), { reason: 'died', last_day: '2026-11-22' }, `${page()}/ending`);
    expect([ahead.status, texts(ahead.text, '.app-error-summary li')]).toEqual([422, ['Choose today or an earlier day']]);
    expect(cheerio.load(ahead.text)('#last_day').attr('value')).toBe('2026-11-22');
    expect((await browser.submit(page(), { reason: 'died', last_day: '2026-11-21' }, `${page()}/ending`)).status).toBe(303);
  });

  it('a further term comes filled in, and the page says how many terms were served', async () => {
    const browser = await signedInAs(product, staff.id);
    const { text } = await browser.get(`${page()}/next-term`).expect(200);
    expect(text).toContain('Full terms in a row: 1 of 3.');
    const $ = cheerio.load(text);
    expect([$('#starts_on').attr('value'), $('#ends_on').attr('value')]).toEqual(['2027-07-01', '2029-06-30']);
    const done = await browser.submit(`${page()}/next-term`, {});
    expect(done.status).toBe(303);
    const rows = await product.db('memberships').whereNotNull('follows_id').select('status', 'term_starts_on', 'follows_id');
    expect(rows).toEqual([{ status: 'pending', term_starts_on: '2027-07-01', follows_id: held.id }]);
  });

  it('a move offers free seats only', async () => {
    const browser = await signedInAs(product, staff.id);
    const other = await aSeat(product.deps, central, { code: 'COM-1', constituency: 'community' });
    const { text } = await browser.get(`${page()}/move`).expect(200);
    expect(texts(text, 'option')).toEqual(['COM-1 · Community members']);
    const done = await browser.submit(`${page()}/move`, { seat: other.id, on: '2026-12-01' });
    expect(done.status).toBe(303);
    expect(await getMembership(product.db, held.id)).toMatchObject({ endedOn: '2026-11-30', endReason: 'transferred' });
  });

  it('the seats say the last day of who leaves, and nothing of it once they stay', async () => {
    const browser = await signedInAs(product, staff.id);
    const notes = async () => texts((await browser.get('/staff/central/seats')).text, 'tbody td .app-soft').slice(0, -1);
    expect(await notes()).toEqual([]);
    await browser.submit(page(), { reason: 'resigned', last_day: '2026-12-10' }, `${page()}/ending`);
    expect(await notes()).toEqual(['Last day: Dec 10, 2026. Resigned']);
    await browser.submit(page(), {}, `${page()}/ending/taken-back`);
    expect(await notes()).toEqual([]);
  });

  it('an ending to come can be taken back with one button, and then the words of who resigned are still theirs alone', async () => {
    const member = await signedInAs(product, ana.id);
    await member.submit(`/me/seats/${held.id}/resignation`, { last_day: '2026-12-10', words: 'Moving', sure: 'yes' });
    const browser = await signedInAs(product, staff.id);
    const { text } = await browser.get(page()).expect(200);
    expect(text).toContain('Moving');
    expect((await browser.submit(page(), {}, `${page()}/ending/taken-back`)).status).toBe(303);
    expect((await getMembership(product.db, held.id)).endedOn).toBeNull();
  });
});

describe('for a member', () => {
  it('leaving asks for the last day and to be sure, says the day, and offers no second time', async () => {
    const browser = await signedInAs(product, ana.id);
    const list = await browser.get('/me/resignation?lang=es').expect(200);
    expect(texts(list.text, 'main li a')).toEqual([
      'Colaborativo del Distrito Local Central, lugar FAM-1, periodo hasta el 30 de junio de 2027',
    ]);
    const there = `/me/seats/${held.id}/resignation`;
    const unsure = await browser.submit(there, { last_day: '2026-11-20', words: 'I am moving' });
    expect(unsure.status).toBe(422);
    expect(cheerio.load(unsure.text)('#words').text()).toBe('I am moving');
    const past = await browser.submit(there, { last_day: '2026-11-20', sure: 'yes' });
    expect(texts(past.text, '.app-error-summary li')).toEqual(['Choose today or a later day']);
    const long = await browser.submit(there, { last_day: '2027-07-01', sure: 'yes' });
    expect(texts(long.text, '.app-error-summary li')).toEqual(['Choose a day up to June 30, 2027, when your term ends']);
    const done = await browser.follow(await browser.submit(there, { last_day: '2026-11-21', words: '', sure: 'yes' }));
    expect(texts(done.text, '.app-flash')).toEqual(['Your last day is November 21, 2026. Thank you for your service.']);
    const again = await browser.get(there).expect(200);
    expect(texts(again.text, 'main form')).toEqual([]);
  });

  it('the pages of another’s seat are not there', async () => {
    const bo = await someone(product.deps, 'Bo Lee');
    const browser = await signedInAs(product, bo.id);
    for (const address of [`/me/seats/${held.id}/resignation`, page(), `${page()}/leave`, `${page()}/move`, `${page()}/next-term`])
      expect((await browser.get(address)).status).toBe(404);
    expect((await browser.get('/me/resignation')).text).toContain('You hold no seat now');
  });
});

describe('the seat plan', () => {
  const fields = { code: 'COM-1', constituency: 'community', votes: 'no', starts_on: '2026-07-01' };

  it('takes a new seat, keeps what was typed when something is wrong, and writes its history', async () => {
    const browser = await signedInAs(product, staff.id);
    const there = '/staff/central/seat-plan/new';
    const half = await browser.submit(there, { ...fields, requirements_en: 'Works with youth' });
    expect([half.status, texts(half.text, '.app-error-summary li')]).toEqual([422, ['Write it in both languages, or in none']]);
    expect(cheerio.load(half.text)('#requirements_en').text()).toBe('Works with youth');
    const taken = await browser.submit(there, { ...fields, code: 'FAM-1' });
    expect([taken.status, cheerio.load(taken.text)('#code').attr('value')]).toEqual([422, 'FAM-1']);
    const done = await browser.follow(await browser.submit(there, { ...fields, first_term_years: '1' }));
    expect(texts(done.text, '.app-flash')).toEqual(['Seat COM-1 is saved.']);
    expect(texts(done.text, 'tbody tr')[0]).toBe(
      'COM-1 Community membersAdvises, does not vote Jul 1, 2026 to Jun 30, 2027 2 years (first term: 1 year) as the collaborative Yes',
    );
    expect(await product.db('events').where({ action: 'membership.seatAdded' }).pluck('subject_kind')).toEqual(['seat']);
  });

  it('keeps code, constituency and vote of a seat somebody held, and refuses an old form', async () => {
    const browser = await signedInAs(product, staff.id);
    const there = `/staff/seats/${held.seatId}`;
    expect((await browser.get(there)).text).toContain('Someone has held this seat');
    expect((await browser.submit(there, { votes: 'no' })).status).toBe(409);
    expect((await browser.submit(there, { ends_on: '2027-06-29' })).status).toBe(409);
    expect((await browser.submit(there, { ends_on: '2027-06-30', version: '7' })).status).toBe(409);
    expect((await browser.submit(there, { ends_on: '2027-06-30', term_limit: '2' })).status).toBe(303);
    const [row] = await product.db('seats').where({ id: held.seatId }).select('ends_on', 'term_limit', 'version');
    expect(row).toEqual({ ends_on: '2027-06-30', term_limit: 2, version: 2 });
    const page = await browser.get(there);
    expect(texts(page.text, '.app-timeline p')[0]).toContain('Seat changed');
  });
});
