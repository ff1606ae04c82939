import * as cheerio from 'cheerio';
import ical, { type VEvent } from 'node-ical';
import { readStrictly } from '../support/strict-ics';
import { testProduct, type TestProduct } from '../support/app';
import { aStoredMeeting } from '../support/builders/meeting';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let browser: Browser;
let staff: Browser;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  const central = await aCollaborative(product.deps);
  const ana = await someone(product.deps, 'Ana Reyes');
  await aMembership(product.deps, (await aSeat(product.deps, central.id)).id, ana.id);
  browser = await signedInAs(product, ana.id);
  staff = await signedInAs(product, (await staffOf(product.deps, central.id)).id);
  await aStoredMeeting(product.deps, central);
});

const move = () => staff.submit('/meetings/meeting-1/schedule', { date: '2026-12-10' });
const callOff = () => staff.submit('/meetings/meeting-1/cancellation', { reason: 'The school is closed' });

async function subscribe(): Promise<string> {
  const made = await browser.submit('/me/calendar', {});
  return new URL(/http\S+feed\.ics/.exec(cheerio.load(made.text)('main').text())?.[0] ?? '').pathname;
}
/** What a calendar program reads at the address, which knows of no session. */
async function read(feed: string): Promise<VEvent> {
  const { text } = await visitorBrowser(product).get(feed).expect(200);
  const events = Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT');
  expect(events.length).toBe(1);
  return events[0]!;
}

describe('a private calendar', () => {
  it('is told to its owner with how to subscribe, how often it refreshes and how to make it anew', async () => {
    const made = cheerio.load((await browser.submit('/me/calendar', {})).text)('main');
    expect(made.find('a.app-button').attr('href')).toMatch(/^webcal:\/\/\S+\/calendar\/\S+\/feed\.ics$/);
    expect(made.text()).toContain('once an hour');
    expect(made.text()).toContain('The old one stops at once');
    expect((await browser.get('/me/calendar')).text).not.toContain('feed.ics');
  });

  it('keeps a meeting’s mark for life: a move raises its number, and what is called off says so', async () => {
    const feed = await subscribe();
    const before = await read(feed);
    await move();
    const moved = await read(feed);
    await callOff();
    const off = await read(feed);
    expect(new Set([before.uid, moved.uid, off.uid]).size).toBe(1);
    expect(moved.start.toISOString()).not.toBe(before.start.toISOString());
    const numbers = [before, moved, off].map(({ sequence }) => Number(sequence));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect([before.status, moved.status, off.status]).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  });

  it('answers no more where its address was made anew or ended, and keeps no address, only its mark', async () => {
    const first = await subscribe();
    const second = await subscribe();
    expect([(await visitorBrowser(product).get(first)).status, (await visitorBrowser(product).get(second)).status]).toEqual([404, 200]);
    expect(await product.db('calendar_feeds').pluck('token_hash')).not.toContain(second.split('/')[2]);
    await browser.submit('/me/calendar', {}, '/me/calendar/end');
    expect((await visitorBrowser(product).get(second)).status).toBe(404);
    expect(await product.db('calendar_feeds').pluck('person_id')).toEqual([]);
  });

  it('is empty once its owner sits nowhere', async () => {
    const feed = await subscribe();
    await product.db('memberships').update({ status: 'ended', ended_on: '2026-11-20', end_reason: 'resigned' });
    const { text } = await visitorBrowser(product).get(feed).expect(200);
    expect(text).not.toContain('BEGIN:VEVENT');
  });
});

describe('every calendar of a meeting', () => {
  it('reads the same in two programs, keeps its UID, and brings a move and a cancellation to who subscribes', async () => {
    const title = { en: 'Reunión: Zoë, «Ñandú»; \\ Հայ 회의 '.repeat(6) };
    await product.db('meetings').update({ title: JSON.stringify(title) });
    const feeds = ['/central/calendar.ics', '/calendar.ics', '/meetings/meeting-1.ics', await subscribe()];
    const seen: unknown[][] = [];
    const look = async () => {
      const states = [];
      for (const feed of feeds) {
        const { text } = await visitorBrowser(product).get(feed).expect(200);
        const { method, events } = readStrictly(text);
        const [event] = events;
        if (event === undefined) throw new Error(`no event in ${feed}`);
        const { uid, start, end, status, ...other } = await read(feed);
        const { sequence } = other as unknown as { sequence: string };
        expect([uid, start.toISOString(), end?.toISOString(), status, Number(sequence)]).toEqual([
          event.uid,
          event.start,
          event.end,
          event.status,
          event.sequence,
        ]);
        expect(event.summary).toContain(title.en.trim());
        states.push([method, events.length, event.uid, event.sequence, event.status, event.start]);
      }
      expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
      seen.push(states[0] ?? []);
    };
    await look();
    await move();
    await look();
    await callOff();
    await look();
    const uid = `meeting-meeting-1@${product.deps.config.mail.domain}`;
    expect(seen).toEqual([
      ['PUBLISH', 1, uid, 0, 'CONFIRMED', '2026-12-04T02:00:00.000Z'],
      ['PUBLISH', 1, uid, 1, 'CONFIRMED', '2026-12-11T02:00:00.000Z'],
      ['PUBLISH', 1, uid, 2, 'CANCELLED', '2026-12-11T02:00:00.000Z'],
    ]);
  });
});
