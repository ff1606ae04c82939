import * as cheerio from 'cheerio';
import ical from 'node-ical';
import type { Collaborative } from '../../src/features/collaboratives';
import { listMails } from '../../src/mail/mailbox';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let central: Collaborative;
let south: Collaborative;
let staff: Browser;
let elsewhere: Browser;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

beforeEach(async () => {
  await emptyTables(product.db);
  central = await aCollaborative(product.deps);
  south = await aCollaborative(product.deps, 'south');
  await aMember(product.deps, central, { seat: 'C-1', locale: 'es' });
  await aMember(product.deps, central, { seat: 'C-2', name: 'Bo Lee', email: 'bo@example.org' });
  staff = await signedInAs(product, (await someoneAs(product.deps, 'staff', central, 'sam@example.org')).id);
  elsewhere = await signedInAs(product, (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id);
});

const newPage = '/staff/central/meetings/series/new';
const dryRunAt = '/staff/central/meetings/series/dry-run';
const wish = {
  weeks: 'fourth',
  weekday: 'thursday',
  starts: '18:00',
  ends: '20:00',
  from: '2026-11-25',
  until: '2027-02-28',
  onHoliday: 'next',
  kind: 'regular',
  titleEn: 'Monthly meeting',
  titleEs: 'Reunión mensual',
  place: 'Lincoln High School',
};
type Fields = Record<string, string | string[]>;

/** What a dry run holds: all that is posted to go on. */
function dryRunOf(html: string): { action: string; fields: Fields; rows: string[] } {
  const $ = cheerio.load(html);
  const fields: Fields = {};
  $('main form input').each((_, input) => {
    const { name = '', value = '', type } = input.attribs;
    if (name === '_csrf' || (type === 'checkbox' && input.attribs['checked'] === undefined)) return;
    fields[name] = name in fields ? [fields[name] ?? '', value].flat() : value;
  });
  const rows = $('main ol.app-rows > li').map((_, row) => $(row).text().replace(/\s+/g, ' ').trim());
  return { action: $('main form').attr('action') ?? '', fields, rows: rows.get() };
}

const tryOut = async (fields: Fields = {}) => staff.submit(newPage, { ...wish, ...fields }, dryRunAt);
const make = async (fields: Fields = {}) => {
  const { action, fields: carried } = dryRunOf((await tryOut(fields)).text);
  return staff.post(action, carried, newPage);
};
const theSeries = () => product.db('meeting_series').first<{ id: string }>('id');
const starts = () => product.db('meetings').whereNotNull('series_id').orderBy('series_on').pluck('starts_at');

describe('a series of meetings', () => {
  it('shows every date with its reason before anything is made', async () => {
    const page = await tryOut();
    expect(page.status).toBe(200);
    expect(dryRunOf(page.text).rows).toEqual([
      'Make this meeting: Thursday, December 3, 2026, 6:00 PM to 8:00 PM New Moved: November 26, 2026 is a day off (Thanksgiving break).',
      'Make this meeting: Thursday, January 7, 2027, 6:00 PM to 8:00 PM New Moved: December 24, 2026 is a day off (Christmas).',
      'Make this meeting: Thursday, January 28, 2027, 6:00 PM to 8:00 PM New As the rule says.',
      'Make this meeting: Thursday, February 25, 2027, 6:00 PM to 8:00 PM New As the rule says.',
    ]);
    expect([await product.db('meetings').pluck('id'), await product.db('outbox').pluck('kind')]).toEqual([[], []]);
  });

  it('is made at once, with an agenda each, and every member gets one mail with one calendar file', async () => {
    expect((await make()).status).toBe(303);
    expect(await starts()).toEqual([
      '2026-12-04T02:00:00.000Z',
      '2027-01-08T02:00:00.000Z',
      '2027-01-29T02:00:00.000Z',
      '2027-02-26T02:00:00.000Z',
    ]);
    expect((await product.db('agenda_items').distinct('meeting_id')).length).toBe(4);
    const mails = await listMails(product.deps);
    expect(
      (await product.db('outbox').orderBy('to_address').select('to_address', 'subject')).map(({ to_address: to, subject }) => [
        to,
        subject,
      ]),
    ).toEqual([
      ['ana@example.org', '4 reuniones del Colaborativo del Distrito Local Central: las fechas'],
      ['bo@example.org', '4 meetings of the Local District Central Collaborative: the dates'],
    ]);
    const content = mails[0]?.calendar?.content ?? '';
    const events = Object.values(ical.sync.parseICS(content)).filter((part) => part?.type === 'VEVENT');
    expect([mails[0]?.calendar?.method, events.length, new Set(events.map(({ uid }) => uid)).size]).toEqual(['PUBLISH', 4, 4]);
    expect(content.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect((await product.db('events').pluck('action')).filter((action) => action === 'scheduling.seriesPlanned')).toHaveLength(1);
  });

  it('makes only the dates that were left ticked, and none when none is', async () => {
    const { action, fields } = dryRunOf((await tryOut()).text);
    expect((await staff.post(action, { ...fields, keep: [] }, newPage)).status).toBe(409);
    expect((await staff.post(action, { ...fields, keep: ['2027-01-28'] }, newPage)).status).toBe(303);
    expect(await starts()).toEqual(['2027-01-29T02:00:00.000Z']);
  });

  it('warns of a room that is taken and of people wanted in both, and asks again when that came up meanwhile', async () => {
    const { action, fields } = dryRunOf((await tryOut()).text);
    await aStoredMeeting(product.deps, south, {
      startsAt: '2027-01-29T03:00:00.000Z',
      endsAt: '2027-01-29T05:00:00.000Z',
      address: central.officeAddress,
      room: '',
      title: { en: 'South meets' },
    });
    const again = await staff.post(action, fields, newPage);
    expect([again.status, await starts()]).toEqual([409, []]);
    const shown = dryRunOf(again.text);
    expect(shown.rows[2]).toContain('The same room is taken: South meets (South), January 28, 2027, 7:00 PM to 9:00 PM.');
    expect(mainText(again.text)).toContain('Something changed while you were reading.');
    expect((await staff.post(action, shown.fields, newPage)).status).toBe(303);
    expect(await starts()).toHaveLength(4);
  });

  it('says nothing of another body’s drafts', async () => {
    await aStoredMeeting(product.deps, south, {
      status: 'draft',
      startsAt: '2027-01-29T03:00:00.000Z',
      endsAt: '2027-01-29T05:00:00.000Z',
      address: central.officeAddress,
      room: '',
    });
    expect((await tryOut()).text).not.toContain('December meeting');
  });

  it('takes no more queries for a hundred dates than for four', async () => {
    const count = (fields: Fields) => countQueries(product.db, () => tryOut(fields));
    await count({});
    const few = await count({});
    expect(await count({ weeks: ['first', 'second', 'third', 'fourth', 'last'], until: '2028-11-24' })).toBe(few);
  });

  it('is changed from a day on: moved in one mail, what was changed by itself stays', async () => {
    await make();
    const [, second] = await product.db('meetings').orderBy('series_on').pluck('id');
    await product
      .db('meetings')
      .where({ id: second ?? '' })
      .update({ place: 'Garfield High' });
    await product.db('outbox').delete();
    const { id } = await theSeries();
    const page = `/staff/central/meetings/series/${id}`;
    const change = await staff.submit(page, { weekday: 'tuesday', from: '2026-12-10' }, `${page}/dry-run`);
    const { action, fields, rows } = dryRunOf(change.text);
    expect(rows).toEqual([
      'Thursday, January 7, 2027, 6:00 PM Pacific Time Left as it is This meeting was changed by itself before.',
      'Tuesday, January 26, 2027, 6:00 PM to 8:00 PM Changed Now: Thursday, January 28, 2027, 6:00 PM Pacific Time.',
      'Tuesday, February 23, 2027, 6:00 PM to 8:00 PM Changed Now: Thursday, February 25, 2027, 6:00 PM Pacific Time.',
    ]);
    expect((await staff.post(action, fields, page)).status).toBe(303);
    expect(await product.db('meetings').orderBy('starts_at').select('starts_at', 'sequence', 'place')).toEqual([
      { starts_at: '2026-12-04T02:00:00.000Z', sequence: 0, place: 'Lincoln High School' },
      { starts_at: '2027-01-08T02:00:00.000Z', sequence: 0, place: 'Garfield High' },
      { starts_at: '2027-01-27T02:00:00.000Z', sequence: 1, place: 'Lincoln High School' },
      { starts_at: '2027-02-24T02:00:00.000Z', sequence: 1, place: 'Lincoln High School' },
    ]);
    expect(await product.db('outbox').pluck('kind')).toEqual(['meeting.series', 'meeting.series']);
    expect((await staff.post(action, fields, page)).status).toBe(409);
  });

  it.each([
    ['no week', { weeks: [] }, 'Choose one'],
    ['a last day before the first', { until: '2026-11-01' }, 'The last day must come after the first'],
    ['more than two years', { until: '2029-01-01' }, 'Plan at most two years at once'],
    ['a day that is over', { from: '2026-11-01' }, 'That moment is over. Choose one to come'],
    ['an end before the start', { ends: '17:00' }, 'The end must come after the start'],
  ])('refuses %s and keeps the words', async (_, fault, error) => {
    const refused = await staff.post(dryRunAt, { ...wish, ...fault, titleEn: 'Kept <i>' }, newPage);
    const $ = cheerio.load(refused.text);
    expect([refused.status, $('.app-error-summary a').text(), $('[name=titleEn]').val()]).toEqual([422, error, 'Kept <i>']);
  });

  it('is hidden from staff elsewhere, also under their own collaborative', async () => {
    await make();
    const { id } = await theSeries();
    for (const address of [newPage, `/staff/central/meetings/series/${id}`, `/staff/south/meetings/series/${id}`])
      await elsewhere.get(address).expect(404);
    await visitorBrowser(product).get(newPage).expect(303);
  });
});
