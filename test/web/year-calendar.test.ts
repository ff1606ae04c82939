import * as cheerio from 'cheerio';
import ical from 'node-ical';
import { calendarWish, monthBeside, spanOf, weeksOf } from '../../src/features/meetings/year-calendar';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';
import { aCollaborative, aStoredMeeting } from '../support/builders/meeting';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

beforeEach(async () => {
  await emptyTables(product.db);
  const central = await aCollaborative(product.deps);
  const south = await aCollaborative(product.deps, 'south');
  const days = [
    ['c-nov', '2026-11-20', central, {}],
    ['c-dec', '2026-12-04', central, {}],
    ['s-dec', '2026-12-11', south, { status: 'cancelled', kind: 'community' }],
    ['s-draft', '2026-12-12', south, { status: 'draft' }],
    ['c-next', '2027-01-01', central, {}],
  ] as const;
  for (const [id, day, body, more] of days)
    await aStoredMeeting(product.deps, body, {
      id,
      title: { en: id },
      startsAt: `${day}T02:00:00.000Z`,
      endsAt: `${day}T04:00:00.000Z`,
      ...more,
    });
});

const get = (address: string) => visitorBrowser(product).get(address).expect(200);
const listed = async (address: string) => {
  const $ = cheerio.load((await get(address)).text);
  return $('main section .app-rows__name a')
    .map((_, link) => $(link).text())
    .get();
};

describe('the calendar', () => {
  it('lists the year of the district’s clock for all, drafts never', async () => {
    expect(await listed('/calendar')).toEqual(['c-nov', 'c-dec', 's-dec', 'c-next']);
    expect(await listed('/calendar?year=2027')).toEqual([]);
    const $ = cheerio.load((await get('/calendar')).text);
    expect($('main h2').first().text()).toBe('November 2026');
    expect($('main').text()).toContain('Cancelled');
  });

  it('is filtered by addresses that can be shared', async () => {
    expect(await listed('/calendar?c=south')).toEqual(['s-dec']);
    expect(await listed('/calendar?c=central&kind=regular')).toEqual(['c-nov', 'c-dec', 'c-next']);
    expect(await listed('/calendar?kind=community')).toEqual(['s-dec']);
    const $ = cheerio.load((await get('/calendar?c=south&view=month&month=2026-12')).text);
    expect([$('#c').val(), $('#view').val(), $('a[rel=next]').attr('href')]).toEqual([
      'south',
      'month',
      '/calendar?view=month&c=south&month=2027-01',
    ]);
  });

  it('shows a month as a sheet whose links say where and what', async () => {
    const $ = cheerio.load((await get('/calendar?view=month&month=2026-12')).text);
    expect(
      $('table th')
        .map((_, cell) => $(cell).text())
        .get(),
    ).toEqual(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']);
    const cell = $('td').filter((_, td) => $(td).find('.app-month__day').text() === '3');
    expect([cell.index(), cell.find('a').attr('href'), cell.find('a').text().replace(/\s+/g, ' ')]).toEqual([
      4,
      '/meetings/c-dec',
      'C Central, Regular meeting, 6:00 PM',
    ]);
  });

  it.each([
    '/calendar?year=abc&c=%00',
    '/calendar?month=2026-13&view=month',
    '/calendar?c=a&c=b&kind=x',
    '/calendar?year=2099',
    '/calendar?c=nowhere',
  ])('answers %s plainly', async (address) => {
    await get(address);
  });

  it('is a feed too, with each called-off meeting under its old name', async () => {
    const text = (await get('/calendar.ics')).text;
    const events = Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
    expect(events.map(({ uid, status }) => [uid.split('@')[0], status])).toEqual([
      ['meeting-c-nov', 'CONFIRMED'],
      ['meeting-c-dec', 'CONFIRMED'],
      ['meeting-s-dec', 'CANCELLED'],
      ['meeting-c-next', 'CONFIRMED'],
    ]);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('takes as many queries for a full year as for an empty one, and gives no cookie', async () => {
    const browser = visitorBrowser(product);
    const full = await countQueries(product.db, () => browser.get('/calendar').expect(200));
    expect(await countQueries(product.db, () => browser.get('/calendar?year=2031').expect(200))).toBe(full);
    expect(full).toBeLessThanOrEqual(3);
    expect((await browser.get('/calendar')).headers['set-cookie']).toBeUndefined();
  });
});

describe('the sheet of a month', () => {
  it('holds each of its days once, from Sunday to Saturday, also in a February of four weeks', () => {
    for (const [month, days, weeks] of [
      ['2026-02', 28, 4],
      ['2026-12', 31, 5],
      ['2027-05', 31, 6],
      ['2028-02', 29, 5],
    ] as const) {
      const sheet = weeksOf(month);
      expect([sheet.length, sheet.flat().filter((day) => day !== null).length, sheet.every((week) => week.length === 7)]).toEqual([
        weeks,
        days,
        true,
      ]);
    }
  });

  it('reads a wish, and counts what is odd as not said', () => {
    expect(calendarWish({ view: 'month', month: '2027-02', kind: 'special', c: 'east' }, '2026-11-28')).toEqual({
      view: 'month',
      month: '2027-02',
      kind: 'special',
      c: 'east',
      year: 2027,
    });
    expect(calendarWish({ view: 1, year: '20x6', kind: ['a'] }, '2026-11-28')).toEqual({
      view: 'list',
      month: '2026-11',
      kind: '',
      c: '',
      year: 2026,
    });
    expect(spanOf(calendarWish({ year: '2027' }, '2026-11-28'))).toEqual({
      from: '2027-01-01T08:00:00.000Z',
      to: '2028-01-01T08:00:00.000Z',
    });
    expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });
});
