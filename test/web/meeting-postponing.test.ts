import * as cheerio from 'cheerio';
import ical from 'node-ical';
import type { Collaborative } from '../../src/features/collaboratives';
import { listMails } from '../../src/mail/mailbox';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { emptyTables } from '../support/database';

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
  await aMember(product.deps, central, { seat: 'C-1' });
  staff = await signedInAs(product, (await someoneAs(product.deps, 'staff', central, 'sam@example.org')).id);
  elsewhere = await signedInAs(product, (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id);
});

const address = '/meetings/meeting-1/postponement';
const toADay = { way: 'date', date: '2026-12-10', starts: '18:00', ends: '20:00', reason: 'The school is closed' };
const meetings = () => product.db('meetings').orderBy('starts_at').select('id', 'status', 'starts_at', 'postponed_to', 'sequence', 'place');
const events = (content: string) =>
  Object.values(ical.sync.parseICS(content))
    .filter((part) => part?.type === 'VEVENT')
    .map(({ uid, status, sequence }) => [uid, status, Number(sequence)]);

describe('a meeting that is put off', () => {
  it('to a day leads to a meeting of its own, and members get one mail that takes the old entry out and brings the new', async () => {
    await aStoredMeeting(product.deps, central, { status: 'posted' });
    const sent = await staff.submit(address, toADay);
    const [before, after] = await meetings();
    expect(before).toMatchObject({ status: 'postponed', postponed_to: after!.id, sequence: 1 });
    expect(after).toMatchObject({ status: 'scheduled', starts_at: '2026-12-11T02:00:00.000Z', sequence: 0, place: 'Lincoln High School' });
    expect([sent.status, sent.headers['location']]).toEqual([303, `/meetings/${after!.id}`]);
    const mails = await listMails(product.deps);
    expect(mails.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['meeting.postponed', 'Put off: meeting on December 3, 2026: December meeting'],
    ]);
    const domain = product.deps.config.mail.domain;
    expect(events(mails[0]?.calendar?.content ?? '')).toEqual([
      [`meeting-meeting-1@${domain}`, 'CANCELLED', 1],
      [`meeting-${after!.id}@${domain}`, 'CONFIRMED', 0],
    ]);
    const page = await visitorBrowser(product).get('/meetings/meeting-1');
    expect(mainText(page.text)).toContain('This meeting was put off to another day. Reason: The school is closed');
    expect(cheerio.load(page.text)(`main a[href="/meetings/${after!.id}"]`).text()).toBe(
      'New day: Thursday, December 10, 2026, 6:00 PM Pacific Time',
    );
    expect(events((await visitorBrowser(product).get('/central/calendar.ics')).text).map(([, status]) => status)).toEqual([
      'CANCELLED',
      'CONFIRMED',
    ]);
  });

  it('takes its agenda along, with the papers that were not taken off', async () => {
    await staff.submit('/staff/central/meetings/new', {
      titleEn: 'One',
      date: '2026-12-03',
      starts: '18:00',
      ends: '20:00',
      place: 'Hall',
      do: 'schedule',
    });
    const [meeting] = await meetings();
    await product.db('agenda_items').where({ meeting_id: meeting!.id, kind: 'public_comment' }).update({ minutes: 25 });
    await product.db('agenda_items').where({ meeting_id: meeting!.id, kind: 'opening', place: 2 }).update({ kind: 'business' });
    const [moved = ''] = await product.db('agenda_items').where({ meeting_id: meeting!.id, kind: 'business' }).pluck('id');
    const [addedBy = ''] = await product.db('people').where({ email: 'sam@example.org' }).pluck('id');
    const papers = [
      ['stays', '2026-11-22T00:00:00.000Z'],
      ['comes', null],
    ] as const;
    for (const [id, removed_at] of papers)
      await product.db('attachments').insert({
        ...{ id, meeting_id: meeting!.id, item_id: moved, title: `{"en":"${id}"}`, name: 'plan.pdf', kind: 'pdf', bytes: 10 },
        ...{ sha256: 'a'.repeat(64), readable: 'yes', added_at: '2026-11-21T20:00:00.000Z', added_by: addedBy, removed_at },
      });
    await staff.submit(`/meetings/${meeting!.id}/postponement`, toADay);
    const [, next] = await meetings();
    const items = await product.db('agenda_items').where({ meeting_id: next!.id }).orderBy('place').select('kind', 'minutes');
    expect(items.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['opening', 2],
      ['business', 3],
      ['public_comment', 25],
      ['closing', 1],
    ]);
    const laid = await product.db('attachments').where({ meeting_id: next!.id }).select('title', 'published_at');
    expect(laid).toEqual([{ title: '{"en":"comes"}', published_at: null }]);
  });

  it('to a day still to be named says so, and the day can be named once', async () => {
    await aStoredMeeting(product.deps, central);
    await staff.submit(address, { way: 'later', reason: 'Smoke' });
    expect((await listMails(product.deps)).map(({ kind, calendar }) => [kind, calendar?.method])).toEqual([
      ['meeting.postponed', 'CANCEL'],
    ]);
    const page = await visitorBrowser(product).get('/meetings/meeting-1');
    expect(mainText(page.text)).toContain('This meeting was put off. The new day is not known yet. Reason: Smoke');
    expect((await staff.submit(address, toADay)).status).toBe(303);
    expect((await listMails(product.deps)).map(({ kind }) => kind).sort()).toEqual(['meeting.postponed', 'meeting.scheduled']);
    expect(await meetings()).toMatchObject([{ status: 'postponed' }, { status: 'scheduled' }]);
    expect((await staff.post(address, { ...toADay, version: '3' }, '/account')).status).toBe(409);
  });

  it.each([
    ['no day', { date: '' }, 'Fill this in'],
    ['a day that is over', { date: '2026-11-02' }, 'That moment is over. Choose one to come'],
    ['a time that is none', { starts: 'noon' }, 'Write a time like 18:00'],
    [
      'a time that does not exist',
      { date: '2027-03-14', starts: '02:30' },
      'That time does not exist: clocks go forward that night. Choose another.',
    ],
    ['no reason', { reason: '' }, 'Say why, in words that everyone may read'],
  ])('is refused with %s, and the words are kept', async (_, fault, error) => {
    await aStoredMeeting(product.deps, central);
    const refused = await staff.submit(address, { ...toADay, starts: '18:00', ...fault });
    const text = cheerio.load(refused.text)('.app-error-summary a').text();
    expect([refused.status, (await meetings()).length]).toEqual([422, 1]);
    expect(text).toBe(error);
  });

  it('is nobody else’s business, nor for a meeting that is over', async () => {
    await aStoredMeeting(product.deps, central, { status: 'adjourned' });
    await elsewhere.get(address).expect(404);
    await visitorBrowser(product).get(address).expect(303);
    await staff.get(address).expect(409);
  });
});

describe('a meeting that would stand in another’s way', () => {
  const plan = {
    titleEn: 'New',
    date: '2026-12-03',
    starts: '19:00',
    ends: '21:00',
    place: 'Lincoln',
    address: '3501 N. Broadway\nLos Angeles, CA 90031',
    room: 'library',
  };

  it('is saved only once the warning was read', async () => {
    await aStoredMeeting(product.deps, south, { title: { en: 'South meets' } });
    const asked = await staff.submit('/staff/central/meetings/new', { ...plan, do: 'schedule' });
    expect([asked.status, (await meetings()).length]).toEqual([422, 1]);
    const $ = cheerio.load(asked.text);
    expect($('#warnings').parent().find('li').text()).toBe(
      'The same room is taken: South meets (South), December 3, 2026, 6:00 PM to 8:00 PM.',
    );
    const despite = String($('[name=despite]').val());
    expect((await staff.submit('/staff/central/meetings/new', { ...plan, despite, do: 'schedule' })).status).toBe(303);
    expect((await meetings()).length).toBe(2);
  });

  it('names members who sit in both bodies', async () => {
    const ana = await product.db('people').where({ email: 'ana@example.org' }).first<{ id: string }>('id');
    await aStoredMeeting(product.deps, south, { place: 'Far', address: 'Far' });
    const seat = await product.db('seats').first<{ id: string }>('id');
    const row = await product.db('seats').where({ id: seat.id }).first();
    await product.db('seats').insert({ ...row!, id: 'south-seat', collaborative_id: south.id, code: 'S-1' });
    const membership = await product.db('memberships').where({ person_id: ana.id }).first();
    await product.db('memberships').insert({ ...membership!, id: 'south-membership', seat_id: 'south-seat' });
    const asked = await staff.submit('/staff/central/meetings/new', { ...plan, do: 'schedule' });
    expect(cheerio.load(asked.text)('#warnings').parent().find('li').text()).toBe(
      'Sits in both bodies: Ana Reyes. The other meeting is December meeting (South), December 3, 2026, 6:00 PM to 8:00 PM.',
    );
  });
});

describe('a meeting like the last', () => {
  it('is filled in from it, on a day to come, and begins with its standing lines', async () => {
    await aStoredMeeting(product.deps, central, {
      startsAt: '2026-11-06T02:00:00.000Z',
      endsAt: '2026-11-06T04:00:00.000Z',
      status: 'adjourned',
    });
    const $ = cheerio.load((await staff.get('/staff/central/meetings/new?like=last').expect(200)).text);
    expect(['date', 'starts', 'place', 'room', 'interpretation', 'like'].map((name) => $(`[name=${name}]`).val())).toEqual([
      '2026-12-03',
      '18:00',
      'Lincoln High School',
      'Library',
      'Spanish',
      'meeting-1',
    ]);
    expect((await staff.submit('/staff/central/meetings/new?like=last', { do: 'schedule' }, '/staff/central/meetings')).status).toBe(303);
    expect(await product.db('attendance').pluck('id')).toEqual([]);
  });

  it('is never filled in from another body’s, whose drafts are its own', async () => {
    await aStoredMeeting(product.deps, south, { status: 'draft' });
    await staff.get('/staff/central/meetings/new?like=meeting-1').expect(404);
    await staff.get('/staff/central/meetings/new?like=none').expect(404);
  });
});
