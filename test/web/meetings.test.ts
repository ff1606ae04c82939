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
let staff: Browser;
let member: Browser;
let elsewhere: Browser;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

beforeEach(async () => {
  await emptyTables(product.db);
  central = await aCollaborative(product.deps);
  const south = await aCollaborative(product.deps, 'south');
  const ana = await aMember(product.deps, central, { seat: 'C-1', locale: 'es' });
  staff = await signedInAs(product, (await someoneAs(product.deps, 'staff', central, 'sam@example.org')).id);
  elsewhere = await signedInAs(product, (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id);
  member = await signedInAs(product, ana.id);
});

const newPage = '/staff/central/meetings/new';
const plan = {
  titleEn: 'December meeting',
  titleEs: 'Reunión de diciembre',
  date: '2026-12-03',
  starts: '18:00',
  ends: '20:00',
  place: 'Lincoln High',
};
const meetings = () => product.db('meetings').select('id', 'status', 'starts_at', 'sequence', 'kind', 'access_ask_by');
const mailKinds = () => product.db('outbox').orderBy('id').pluck('kind');
const errors = (html: string) => {
  const $ = cheerio.load(html);
  return $('.app-error-summary a')
    .map((_, link) => `${String($(link).attr('href'))} ${$(link).text()}`)
    .get();
};
const newest = async () => (await listMails(product.deps))[0]!;

describe('scheduling a meeting', () => {
  it('fills in what the collaborative usually does', async () => {
    const $ = cheerio.load((await staff.get(newPage).expect(200)).text);
    expect(['titleEn', 'titleEs', 'starts', 'ends', 'accessContact'].map((name) => $(`[name=${name}]`).val())).toEqual([
      'Local District Central Collaborative: regular meeting',
      'Colaborativo del Distrito Local Central: reunión ordinaria',
      '18:00',
      '20:00',
      'central@example.org, 213 555 0100',
    ]);
  });

  it('tells the members with an invitation in their language, and begins the agenda', async () => {
    const made = await staff.submit(newPage, { ...plan, do: 'schedule' });
    expect(made.status).toBe(303);
    const [meeting] = await meetings();
    expect(meeting).toMatchObject({ status: 'scheduled', starts_at: '2026-12-04T02:00:00.000Z', sequence: 0, access_ask_by: '2026-11-30' });
    expect(made.headers['location']).toBe(`/meetings/${meeting!.id}`);
    const mail = await newest();
    expect([mail.kind, mail.subject, mail.calendar?.method]).toEqual([
      'meeting.scheduled',
      'Reunión el 3 de diciembre de 2026: Reunión de diciembre',
      'REQUEST',
    ]);
    expect(await product.db('agenda_items').orderBy('place').pluck('kind')).toEqual(['opening', 'opening', 'public_comment', 'closing']);
    expect(await product.db('events').pluck('action')).toEqual(['meetings.scheduled']);
  });

  it('keeps a draft to itself', async () => {
    await staff.submit(newPage, { ...plan, do: 'draft' });
    const [meeting] = await meetings();
    expect([meeting!.status, await mailKinds()]).toEqual(['draft', []]);
    await visitorBrowser(product).get(`/meetings/${meeting!.id}`).expect(404);
    await member.get(`/meetings/${meeting!.id}`).expect(404);
    await staff.get(`/meetings/${meeting!.id}`).expect(200);
    expect((await visitorBrowser(product).get('/central/meetings')).text).not.toContain('December meeting');
    expect((await visitorBrowser(product).get('/central/calendar.ics')).text).not.toContain('VEVENT');
  });

  it.each([
    [
      'a time that is skipped',
      { date: '2027-03-14', starts: '02:30' },
      '#starts That time does not exist: clocks go forward that night. Choose another.',
    ],
    [
      'a time that comes twice',
      { date: '2027-11-07', starts: '01:30' },
      '#starts That time comes twice: clocks go back that night. Choose another.',
    ],
    ['an end before the start', { ends: '17:00' }, '#ends The end must come after the start'],
    ['a moment that is over', { date: '2026-11-20', accessAskBy: '' }, '#date That moment is over. Choose one to come'],
    ['a link that is none', { remoteUrl: 'javascript:alert(1)' }, '#remoteUrl Write a link that begins with https://'],
    ['a day to ask by on the day itself', { accessAskBy: '2026-12-03' }, '#accessAskBy Choose a day before the meeting'],
    ['an emergency without a reason', { kind: 'emergency' }, '#kindReason Say why it cannot wait'],
    ['no place', { place: ' ' }, '#place Say where people can take part: a place, or a link or phone number'],
  ])('refuses %s and keeps the words', async (_, fault, error) => {
    const refused = await staff.submit(newPage, { ...plan, accessAskBy: '2026-12-01', titleEn: 'Kept <b>words</b>', ...fault });
    expect([refused.status, errors(refused.text)]).toEqual([422, [error]]);
    expect(cheerio.load(refused.text)('[name=titleEn]').val()).toBe('Kept <b>words</b>');
    expect(await meetings()).toEqual([]);
  });

  it('is hidden from staff elsewhere, members and visitors', async () => {
    for (const address of ['/staff/central/meetings', newPage]) {
      await elsewhere.get(address).expect(404);
      await member.get(address).expect(404);
      await visitorBrowser(product).get(address).expect(303);
    }
  });
});

describe('changing a meeting', () => {
  const change = (fields: Record<string, string>) => staff.submit('/meetings/meeting-1/schedule', fields);

  it('sends a new invitation with a higher sequence when it is moved, and asks for a new posting', async () => {
    await aStoredMeeting(product.deps, central, { status: 'posted' });
    expect((await change({ date: '2026-12-10', accessAskBy: '2026-12-07' })).status).toBe(303);
    expect(await meetings()).toMatchObject([{ status: 'scheduled', starts_at: '2026-12-11T02:00:00.000Z', sequence: 1 }]);
    const mail = await newest();
    expect([mail.kind, mail.calendar?.method]).toEqual(['meeting.changed', 'REQUEST']);
    expect(mail.calendar?.content).toContain('\r\nSEQUENCE:1\r\n');
    expect(mail.text.replace(/\s+/g, ' ')).toContain('Antes era: jueves, 3 de diciembre de 2026, 6:00 p.m.');
    expect(await product.db('events').pluck('action')).toEqual(['meetings.moved']);
  });

  it('tells nobody of what does not touch calendars', async () => {
    await aStoredMeeting(product.deps, central, { status: 'posted' });
    await change({ papersAddress: 'Another office' });
    expect([await mailKinds(), await meetings()]).toMatchObject([[], [{ status: 'posted', sequence: 0 }]]);
  });

  it('turns a regular meeting into a special one', async () => {
    await aStoredMeeting(product.deps, central);
    await staff.submit('/meetings/meeting-1/schedule?kind=special');
    expect(await meetings()).toMatchObject([{ kind: 'special', status: 'scheduled' }]);
  });

  it('shows both texts when another saved first', async () => {
    await aStoredMeeting(product.deps, central);
    const form = await staff.get('/meetings/meeting-1/schedule');
    const fields = Object.fromEntries(
      cheerio
        .load(form.text)('.app-form')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    await change({ place: 'Franklin High' });
    const stale = await staff.post('/meetings/meeting-1/scheduling', { ...fields, place: 'Garfield High' }, newPage);
    expect(stale.status).toBe(409);
    const $ = cheerio.load(stale.text);
    expect([$('#stale dd').first().text(), $('[name=place]').val()]).toEqual(['Franklin High', 'Garfield High']);
    expect(await product.db('meetings').pluck('place')).toEqual(['Franklin High']);
  });

  it('cancels with a reason that everyone reads, and takes it out of the calendars', async () => {
    await aStoredMeeting(product.deps, central, { status: 'posted' });
    const address = '/meetings/meeting-1/cancellation';
    expect((await staff.submit(address, { reason: ' ' })).status).toBe(422);
    expect((await staff.submit(address, { reason: 'The school is closed' })).status).toBe(303);
    const mail = await newest();
    expect([mail.kind, mail.calendar?.method]).toEqual(['meeting.cancelled', 'CANCEL']);
    const page = await visitorBrowser(product).get('/meetings/meeting-1');
    expect(mainText(page.text)).toContain('This meeting was cancelled. It will not take place. Reason: The school is closed');
    const feed = Object.values(ical.sync.parseICS((await visitorBrowser(product).get('/central/calendar.ics')).text));
    expect(feed.filter((part) => part?.type === 'VEVENT').map((event) => [event.status, event.sequence])).toEqual([['CANCELLED', 1]]);
    expect((await staff.post(address, { reason: 'Again', version: '2' }, newPage)).status).toBe(409);
  });

  it('is hidden from staff elsewhere and plain members', async () => {
    await aStoredMeeting(product.deps, central);
    for (const browser of [elsewhere, member]) {
      await browser.get('/meetings/meeting-1/schedule').expect(404);
      await browser.get('/meetings/meeting-1/cancellation').expect(404);
    }
  });
});

describe('the page of a meeting', () => {
  it('takes a member’s answer, the last one counts, and only those who run it see it', async () => {
    await aStoredMeeting(product.deps, central);
    await member.submit('/meetings/meeting-1', { answer: 'coming' }, '/meetings/meeting-1/rsvp');
    const sent = await member.submit('/meetings/meeting-1', { answer: 'not_coming', reason: 'At work' }, '/meetings/meeting-1/rsvp');
    expect(sent.status).toBe(303);
    expect(await product.db('rsvps').select('answer', 'reason')).toEqual([{ answer: 'not_coming', reason: 'At work' }]);
    expect(mainText((await staff.get('/meetings/meeting-1')).text)).toContain('Ana Reyes: I am not coming (At work)');
    expect((await visitorBrowser(product).get('/meetings/meeting-1')).text).not.toContain('At work');
    expect((await elsewhere.get('/meetings/meeting-1')).text).not.toContain('At work');
  });

  it('refuses answers from those who do not sit, empty ones, and those after the meeting', async () => {
    await aStoredMeeting(product.deps, central);
    expect((await elsewhere.post('/meetings/meeting-1/rsvp', { answer: 'coming' }, '/account')).status).toBe(403);
    expect((await member.post('/meetings/meeting-1/rsvp', { answer: 'maybe' }, '/account')).status).toBe(422);
    await product.db('meetings').update({ status: 'adjourned' });
    expect((await member.post('/meetings/meeting-1/rsvp', { answer: 'coming' }, '/account')).status).toBe(409);
  });

  it('gives visitors no cookie and few queries, however many meetings a list has', async () => {
    await aStoredMeeting(product.deps, central);
    const browser = visitorBrowser(product);
    const page = await browser.get('/meetings/meeting-1').expect(200);
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(await countQueries(product.db, () => browser.get('/meetings/meeting-1').expect(200))).toBeLessThanOrEqual(6);
    const one = await countQueries(product.db, () => browser.get('/central/meetings').expect(200));
    for (const id of ['2', '3'])
      await aStoredMeeting(product.deps, central, {
        id: `meeting-${id}`,
        startsAt: `2026-10-0${id}T01:00:00.000Z`,
        endsAt: `2026-10-0${id}T03:00:00.000Z`,
      });
    expect(await countQueries(product.db, () => browser.get('/central/meetings').expect(200))).toBe(one);
    expect(one).toBeLessThanOrEqual(6);
  });

  it('answers 404 for what is not there', async () => {
    for (const address of ['/meetings/none', '/meetings/none.ics', '/nowhere/meetings', '/nowhere/calendar.ics', '/nowhere/agenda/current'])
      await visitorBrowser(product).get(address).expect(404);
  });
});
