import * as cheerio from 'cheerio';
import { mainText } from '../support/agenda-scene';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { aTable, beginSession, decide, meetingStart, rollCallOf, type Table } from '../support/builders/session';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let table: Table;
let chair: Browser;
const session = '/meetings/meeting-1/session';
const devices = `${session}/devices`;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  table = await aTable(product);
  product.clock.moveTo('2026-12-04T01:50:00.000Z');
  chair = await signedInAs(product, table.people['Ana'] ?? '');
});

/** Makes a device and answers its address, which the page says once. */
async function deviceFor(kind: string): Promise<string> {
  const made = await chair.post(devices, { kind });
  return new URL(cheerio.load(made.text)('#made ~ p a').attr('href') ?? '', 'http://x').pathname;
}
const takeUp = async (item: string) => chair.submit(`${session}/items/${item}`, {}, `${session}/items/${item}/turn`);
const shown = async (browser: Browser, address: string) => mainText((await browser.get(address).expect(200)).text);
const events = () => product.db('events').orderBy('place').pluck('action');

describe('devices in the room', () => {
  it('open one screen by an address that is shown once and kept as a hash', async () => {
    const address = await deviceFor('projector');
    const visitor = visitorBrowser(product);
    const page = await visitor.get(address).expect(200);
    expect([page.headers['referrer-policy'], page.headers['cache-control']]).toEqual(['no-referrer', 'no-store']);
    expect(page.headers['set-cookie']).toBeUndefined();
    expect((await visitor.get(`${address}/code`).expect(200)).headers['content-type']).toContain('svg');
    expect((await chair.get(devices).expect(200)).text).not.toContain(address);
    expect(JSON.stringify(await product.db('room_devices'))).not.toContain(address.slice('/room/'.length));
    for (const other of [session, devices, `${session}/chair`, '/me']) expect((await visitor.get(other)).status).toBe(303);
    expect(await events()).toEqual(['room.deviceAdded']);
  });

  it('end when they are revoked, and with the meeting', async () => {
    const first = await deviceFor('projector');
    product.clock.moveTo('2026-12-04T01:55:00.000Z');
    const second = await deviceFor('chair');
    const page = cheerio.load((await chair.get(devices)).text);
    const revocation = page('form[action$="/revocation"]').first().attr('action') ?? '';
    expect((await chair.submit(devices, {}, revocation)).status).toBe(303);
    expect((await chair.post(revocation)).status).toBe(303);
    await visitorBrowser(product).get(first).expect(404);
    await visitorBrowser(product).get(`${first}/code`).expect(404);
    await visitorBrowser(product).get(second).expect(200);
    await beginSession(product, chair, table);
    for (const item of ['a', 'b']) await decide(chair, table, item, { Ana: 'yes', Bo: 'yes', Cy: 'yes' });
    expect((await chair.post(`${session}/adjournment`)).status).toBe(303);
    await visitorBrowser(product).get(second).expect(404);
    expect((await chair.post(devices, { kind: 'projector' })).status).toBe(409);
    expect((await events()).filter((action: string) => action.startsWith('room.'))).toEqual([
      'room.deviceAdded',
      'room.deviceAdded',
      'room.deviceRevoked',
    ]);
  });

  it('are made by those who run the meeting alone, of a kind there is', async () => {
    const bo = await signedInAs(product, table.people['Bo'] ?? '');
    expect((await bo.post(devices, { kind: 'projector' })).status).toBe(403);
    expect((await chair.post(devices, { kind: 'door' })).status).toBe(422);
    expect(await product.db('room_devices')).toEqual([]);
  });
});

describe('the screens', () => {
  it('show what is talked about, until when, what comes next, and the quorum', async () => {
    await beginSession(product, chair, table);
    const address = await deviceFor('projector');
    expect(await shown(visitorBrowser(product), address)).toContain('3 of 5, quorum since 6:04 PM');
    await takeUp('a');
    const text = await shown(visitorBrowser(product), address);
    expect(text).toContain('Item 3 Item a Until 6:14 PM');
    expect(text).toContain('Next: 4. Item b');
    expect((await takeUp('a').catch(() => null))?.status ?? 'no button').toBe('no button');
  });

  it('show the motion with its people, then the result', async () => {
    await beginSession(product, chair, table);
    await takeUp('a');
    await chair.post(`${session}/items/a/motion`, {
      motion: 'Ask for crossings',
      mover: table.seats['Bo'] ?? '',
      seconder: table.seats['Cy'] ?? '',
    });
    expect(await shown(chair, `${session}/projector`)).toContain('Motion 1 Ask for crossings Moved by Bo, seconded by Cy');
    const { id } = await product.db('motions').first<{ id: string }>();
    const votes = Object.fromEntries(['Ana', 'Bo', 'Cy'].map((name) => [`vote_${table.seats[name] ?? ''}`, name === 'Cy' ? 'no' : 'yes']));
    await chair.post(`${session}/motions/${id}/vote`, { version: '1', ...votes });
    const text = await shown(chair, `${session}/chair`);
    expect(text).toContain('Motion 1 Carried Yes: 2 · No: 1 · Absent: 2');
    expect(text).not.toContain('Ask for crossings');
  });

  it('ask for a second while a motion waits for one, and say so when nobody gave it', async () => {
    await beginSession(product, chair, table);
    await takeUp('a');
    await chair.post(`${session}/items/a/motion`, { motion: 'Ask for crossings', mover: table.seats['Bo'] ?? '', seconder: '' });
    expect(await shown(chair, `${session}/projector`)).toContain('Motion 1 Ask for crossings Moved by Bo. Does anyone second it?');
    const { id } = await product.db('motions').first<{ id: string }>();
    await chair.post(`${session}/motions/${id}/no-second`, { version: '1' });
    const text = await shown(chair, `${session}/chair`);
    expect(text).toContain('Motion 1 Died for want of a second');
    expect(text).not.toContain('Yes: 0');
  });

  it('give speakers a number in the room and a name to who presides, with twice the time for an interpreter', async () => {
    const place = {
      meeting_id: 'meeting-1',
      item_id: null,
      email: '',
      way: 'in_person' as const,
      locale: 'en',
      signed_at: '2026-12-04T01:00:00.000Z',
    };
    const rest = { began_at: null, ended_at: null, status: 'waiting' as const, version: 1 };
    await product.db('speakers').insert({ ...place, ...rest, id: 's1', number: 1, name: 'Vera Vocal', interpreter: 'Korean' });
    await product.db('speakers').insert({ ...place, ...rest, id: 's2', number: 2, name: '', interpreter: '' });
    await beginSession(product, chair, table);
    await chair.post(`${session}/speakers/s1/call`, { version: '1' });
    const projector = await shown(chair, `${session}/projector`);
    expect(projector).toContain('Speaker 1 Until 6:08:10 PM');
    expect(projector).not.toContain('Vera');
    const tablet = await shown(chair, `${session}/chair`);
    expect(tablet).toContain('Vera Vocal');
    expect(tablet).toContain('Waiting to speak Speaker 2 2 minutes');
  });

  it('read themselves anew with and without script, in the language of their address', async () => {
    await beginSession(product, chair, table);
    const page = cheerio.load((await visitorBrowser(product).get(`${await deviceFor('projector')}?lang=es`)).text);
    expect(page('head noscript').text()).toContain('http-equiv="refresh" content="5"');
    expect(page('[data-live]').attr('data-live')).toMatch(/^\/room\/[\w-]{43}\?lang=es$/);
    expect(page('[data-live-every]').attr('data-live-every')).toBe('5');
  });

  it('take the same number of queries however many sit, move and speak', async () => {
    await beginSession(product, chair, table);
    const few = await countQueries(product.db, () => chair.get(`${session}/chair`).expect(200));
    for (const item of ['a', 'b']) await decide(chair, table, item, { Ana: 'yes', Bo: 'yes', Cy: 'yes' });
    expect(await countQueries(product.db, () => chair.get(`${session}/chair`).expect(200))).toEqual(few);
  });

  it('refuse an item taken up on a page that is overtaken', async () => {
    await beginSession(product, chair, table);
    await chair.post(`${session}/items/a/turn`, { version: '0' });
    expect((await chair.post(`${session}/items/b/turn`, { version: '0' })).status).toBe(409);
    expect((await chair.post(`${session}/items/a/turn`, { version: '0' })).status).toBe(303);
    expect((await chair.post(`${session}/items/b/turn`, { version: '1' })).status).toBe(303);
    expect(await product.db('current_items').pluck('item_id')).toEqual(['b']);
  });
});

describe('staying signed in', () => {
  const idleUntil = async (at: string) => {
    product.clock.moveTo(at);
    return (await chair.get(session)).status;
  };

  it('signs nobody out in the middle of their meeting', async () => {
    await beginSession(product, chair, table);
    expect(await idleUntil('2026-12-04T03:50:00.000Z')).toBe(200);
  });

  it('ends with idleness once the meeting is over, or is another body’s', async () => {
    await beginSession(product, chair, table);
    await product.db('meetings').update({ status: 'adjourned' });
    expect(await idleUntil('2026-12-04T03:50:00.000Z')).toBe(303);
  });

  it('does not let in again who had been idle too long before it began, nor anybody after eight hours', async () => {
    const eli = await signedInAs(product, table.people['Eli'] ?? '');
    product.clock.moveTo('2026-12-04T02:25:00.000Z');
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    await chair.post(`${session}/beginning`);
    expect((await eli.get(session)).status).toBe(303);
    expect(await idleUntil('2026-12-04T10:24:00.000Z')).toBe(200);
    expect(await idleUntil('2026-12-04T10:25:00.000Z')).toBe(303);
  });
});

describe('checking in', () => {
  const here = '/meetings/meeting-1/here';
  const saysHere = async (name: string) => (await signedInAs(product, table.people[name] ?? '')).submit(here, {}, here);

  it('is one tap from two hours before, counted once, and fills in the roll call', async () => {
    const visitor = await visitorBrowser(product).get(here);
    expect([visitor.status, visitor.headers['location']]).toEqual([303, `/sign-in?next=${encodeURIComponent(here)}`]);
    product.clock.moveTo('2026-12-03T23:59:00.000Z');
    const bo = await signedInAs(product, table.people['Bo'] ?? '');
    expect(await shown(bo, here)).toContain('from 4:00 PM on');
    expect((await bo.post(here)).status).toBe(409);
    product.clock.moveTo('2026-12-04T00:00:00.000Z');
    expect((await bo.submit(here, {}, here)).status).toBe(303);
    expect((await bo.post(here)).status).toBe(303);
    expect(await shown(bo, here)).toContain('noted as here since 4:00 PM');
    expect(await product.db('check_ins').pluck('membership_id')).toEqual([table.seats['Bo']]);
    product.clock.moveTo('2026-12-04T02:00:00.000Z');
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    await chair.post(`${session}/beginning`);
    const roll = cheerio.load((await chair.get(`${session}/roll-call`)).text);
    const chosen = (name: string) => roll(`[name="status_${table.seats[name] ?? ''}"] option[selected]`).attr('value') ?? '';
    expect([chosen('Bo'), chosen('Cy')]).toEqual(['present', '']);
    expect(roll('main').text()).toContain('Checked in at 4:00 PM.');
    expect(await events()).toEqual(['inSession.checkedIn', 'inSession.begun']);
  });

  it('is an arrival after the roll call, which the secretary can take back, and ends with the record', async () => {
    await beginSession(product, chair, table, { Ana: 'present', Bo: 'present' });
    expect((await saysHere('Cy')).status).toBe(303);
    expect(await shown(chair, `${session}/projector`)).toContain('3 of 5, quorum since 6:04 PM');
    expect(await product.db('movements').select('membership_id', 'kind')).toEqual([{ membership_id: table.seats['Cy'], kind: 'arrived' }]);
    const removal =
      cheerio
        .load((await chair.get(session)).text)('form[action$="/removal"]')
        .attr('action') ?? '';
    expect((await chair.submit(session, {}, removal)).status).toBe(303);
    expect(await product.db('movements')).toEqual([]);
    await product.db('meetings').update({ status: 'adjourned', adjourned_at: '2026-12-04T02:30:00.000Z' });
    const cy = await signedInAs(product, table.people['Cy'] ?? '');
    expect(await shown(cy, here)).toContain('The record of this meeting is closed.');
    expect((await cy.post(here)).status).toBe(409);
  });

  it('tells the secretary of somebody who checked in and is marked absent', async () => {
    await saysHere('Di');
    await beginSession(product, chair, table);
    expect(await shown(chair, session)).toContain('Checked in at the door Di, at 5:50 PM');
  });

  it('is for members of this body alone', async () => {
    const stranger = await signedInAs(product, (await someoneAs(product.deps, 'staff', table.collaborative, 'sam@example.org')).id);
    expect([(await stranger.get(here)).status, (await stranger.post(here)).status]).toEqual([403, 403]);
  });

  it('works from the desk at the door by its address alone, and from no other device', async () => {
    const desk = await deviceFor('desk');
    const visitor = visitorBrowser(product);
    expect(await shown(visitor, desk)).toContain('Tap for each member who comes in. Ana Here Bo Here');
    const tap = (address: string, name: string) => visitor.postBare(`${address}/arrival`, { member: table.seats[name] ?? name });
    expect((await tap(desk, 'Bo')).headers['location']).toBe(desk);
    await tap(desk, 'Bo');
    expect(await product.db('check_ins').pluck('membership_id')).toEqual([table.seats['Bo']]);
    expect(await shown(visitor, desk)).toContain('Bo Here since 5:50 PM');
    expect((await tap(await deviceFor('projector'), 'Cy')).status).toBe(404);
    const nobody = await tap(desk, 'nobody');
    expect(mainText((await visitor.get(nobody.headers['location'] ?? '')).text)).toContain('nobody on the roll of today');
  });
});

describe('just cause', () => {
  it('fills in who said so, counts the year, and refuses one meeting too many (54953.8.3)', async () => {
    await product.db('rsvps').insert({
      meeting_id: 'meeting-1',
      person_id: table.people['Bo'] ?? '',
      answer: 'remote',
      reason: 'Caring for a child',
      answered_at: '2026-12-03T02:00:00.000Z',
    });
    product.clock.moveTo(meetingStart);
    await chair.post(`${session}/beginning`);
    const form = cheerio.load((await chair.get(`${session}/roll-call`)).text);
    const bo = table.seats['Bo'] ?? '';
    expect([form(`[name="status_${bo}"] option[selected]`).val(), form(`[name="reason_${bo}"]`).val()]).toEqual([
      'remote',
      'Caring for a child',
    ]);
    for (const day of ['2026-02-04', '2026-03-04']) {
      await aStoredMeeting(product.deps, table.collaborative, { id: day, status: 'adjourned', startsAt: `${day}T02:00:00.000Z` });
      const line = { status: 'remote' as const, reason: 'x', recorded_at: `${day}T02:00:00.000Z`, version: 1 };
      await product.db('attendance').insert({ ...line, id: day, meeting_id: day, membership_id: bo });
    }
    expect(await shown(chair, `${session}/roll-call`)).toContain('From afar 2 of 2 times this year before this meeting.');
    const call = () =>
      chair.post(`${session}/roll-call`, { version: '0', ...rollCallOf(table, { Bo: 'remote' }, { Bo: 'Caring for a child' }) });
    const refused = await call();
    expect([refused.status, cheerio.load(refused.text)('.app-error-summary a').first().text()]).toEqual([
      422,
      expect.stringContaining('as often as the law allows'),
    ]);
    await product.db('collaboratives').where({ slug: 'central' }).update({ regime: 'greene' });
    expect((await call()).status).toBe(303);
  });
});
