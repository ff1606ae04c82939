import { forgetGuests } from '../../src/features/guests';
import type { Collaborative } from '../../src/features/collaboratives';
import { listMails } from '../../src/mail/mailbox';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { emptyTables } from '../support/database';

let product: TestProduct;
let central: Collaborative;
let staff: Browser;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = await aCollaborative(product.deps);
  await aMember(product.deps, central, { seat: 'C-1', office: 'chair' });
  staff = await signedInAs(product, (await someoneAs(product.deps, 'staff', central, 'sam@example.org')).id);
  await aStoredMeeting(product.deps, central, { kind: 'community', title: { en: 'Open evening', es: 'Noche abierta' } });
});

const form = '/meetings/meeting-1/registration';
const list = '/meetings/meeting-1/guests';
const register = (fields: Record<string, string>) => visitorBrowser(product).submit(form, fields);
const rows = () => product.db('guests').orderBy(['registered_at', 'id']);
const statuses = async () => (await rows()).map(({ name, status }) => `${name} ${status}`);
const mails = async () => (await listMails(product.deps)).map(({ kind, to_address }) => `${kind} ${to_address}`).sort();
const places = (count: string) => staff.submit(list, { places: count }, `${list}/places`);
const linkIn = async (kind: string) => {
  const [mail] = await listMails(product.deps, { kind });
  return new URL(/http\S+\/registrations\/\S+/.exec(mail?.text ?? '')?.[0] ?? 'http://none/').pathname;
};

describe('registering for a community session', () => {
  it('needs a name and a number, no account and no address; a form sent twice is one registration', async () => {
    const visitor = visitorBrowser(product);
    expect((await visitor.get('/meetings/meeting-1')).text).toContain(form);
    const empty = await visitor.submit(form, { name: '', party: '13', needs: 'A seat' });
    expect([empty.status, empty.text.includes('A seat'), await rows()]).toEqual([422, true, []]);
    const sent = await visitor.submit(form, { name: 'Rosa', party: '3', language: 'Armenian', needs: 'Child care' });
    expect([sent.status, sent.headers['location']]).toEqual([303, `${form}/sent`]);
    const [row] = await rows();
    expect(row).toMatchObject({ name: 'Rosa', party: 3, email: null, language: 'Armenian', needs: 'Child care', status: 'placed' });
    await visitor.post(form, { key: row?.form_key ?? '', name: 'Rosa', party: '3' });
    expect([(await rows()).length, await mails()]).toEqual([1, []]);
  });

  it('mails a place with an entry for the calendar and a link that gives it back, once', async () => {
    await register({ name: 'Rosa Canary', party: '2', email: 'rosa@example.org', needs: 'canary words' });
    const [mail] = await listMails(product.deps);
    expect([mail?.kind, mail?.subject, mail?.calendar?.method]).toEqual([
      'guests.placed',
      'You have a place on December 3, 2026',
      'PUBLISH',
    ]);
    expect(`${mail?.text}${mail?.html}`.toLowerCase()).not.toContain('canary');
    const link = await linkIn('guests.placed');
    const guest = visitorBrowser(product);
    expect(mainText((await guest.get(link)).text)).toContain('You have places for 2 people on Thursday, December 3, 2026');
    expect(await statuses()).toEqual(['Rosa Canary placed']);
    await guest.submit(link, {});
    await guest.post(link, {});
    expect([await statuses(), await mails()]).toEqual([
      ['Rosa Canary cancelled'],
      ['guests.cancelled rosa@example.org', 'guests.placed rosa@example.org'],
    ]);
    product.clock.moveTo('2026-12-04T02:00:00.000Z');
    expect((await visitorBrowser(product).post(form, { key: 'late', name: 'Late', party: '1' })).status).toBe(409);
  });

  it('fills the places, then a waiting list that moves up in order when a place is given back or there are more', async () => {
    await places('4');
    product.clock.moveTo('2026-11-21T20:00:01.000Z');
    await register({ name: 'Ada', party: '3', email: 'ada@example.org' });
    product.clock.moveTo('2026-11-21T20:00:02.000Z');
    await register({ name: 'Bea', party: '2', email: 'bea@example.org' });
    expect((await visitorBrowser(product).get(form)).text).not.toContain('All places are taken');
    product.clock.moveTo('2026-11-21T20:00:03.000Z');
    await register({ name: 'Cal', party: '1' });
    expect((await visitorBrowser(product).get(form)).text).toContain('All places are taken');
    product.clock.moveTo('2026-11-21T20:00:04.000Z');
    await register({ name: 'Dot', party: '1', email: 'dot@example.org' });
    expect(await statuses()).toEqual(['Ada placed', 'Bea waiting', 'Cal placed', 'Dot waiting']);
    await places('5');
    expect(await statuses()).toEqual(['Ada placed', 'Bea waiting', 'Cal placed', 'Dot placed']);
    await visitorBrowser(product).submit(await linkIn('guests.placed'), {});
    expect(await statuses()).toEqual(['Ada cancelled', 'Bea placed', 'Cal placed', 'Dot placed']);
    expect(await mails()).toEqual([
      'guests.cancelled ada@example.org',
      'guests.moved_up bea@example.org',
      'guests.moved_up dot@example.org',
      'guests.placed ada@example.org',
      'guests.waiting bea@example.org',
      'guests.waiting dot@example.org',
    ]);
  });

  it('is there for community sessions alone', async () => {
    await product.db('meetings').update({ kind: 'regular' });
    expect([(await visitorBrowser(product).get(form)).status, (await staff.get(list)).status]).toEqual([404, 404]);
    expect((await visitorBrowser(product).get('/meetings/meeting-1')).text).not.toContain(form);
  });
});

describe('the list of who registered', () => {
  it('is for the staff of the body alone: head count, check-off at the door and taking it back', async () => {
    await register({ name: 'Rosa Canary', party: '3', language: 'Armenian' });
    const chair = await signedInAs(product, (await product.db('people').where({ email: 'ana@example.org' }).first('id'))?.id ?? '');
    const other = await signedInAs(product, (await someoneAs(product.deps, 'administrator', null, 'adm@example.org')).id);
    expect([(await chair.get(list)).status, (await other.get(list)).status, (await visitorBrowser(product).get(list)).status]).toEqual([
      404, 404, 303,
    ]);
    for (const address of ['/meetings/meeting-1', '/meetings/meeting-1.json', '/meetings/meeting-1.ics', '/central/meetings', form])
      expect((await visitorBrowser(product).get(address)).text).not.toContain('Canary');
    const page = mainText((await staff.get(list)).text);
    expect(page).toContain('3people expected');
    expect(page).toContain('Rosa Canary');
    const [row] = await rows();
    const door = `${list}/${row?.id ?? ''}/arrival`;
    await staff.submit(list, { arrival: 'here' }, door);
    expect(mainText((await staff.get(list)).text)).toContain('3are here');
    expect((await chair.post(door, { arrival: 'back' })).status).toBe(404);
    await staff.submit(list, { arrival: 'back' }, door);
    expect(mainText((await staff.get(list)).text)).toContain('0are here');
    await staff.submit(list, {}, `${list}/${row?.id ?? ''}/removal`);
    expect(await statuses()).toEqual(['Rosa Canary cancelled']);
    const history = JSON.stringify(await product.db('events').select());
    expect([history.includes('guests.arrived'), history.includes('Canary')]).toEqual([true, false]);
  });

  it('is forgotten thirty days after the session', async () => {
    await register({ name: 'Rosa', party: '1' });
    product.clock.moveTo('2027-01-03T03:59:59.999Z');
    await forgetGuests(product.deps);
    expect((await rows()).length).toBe(1);
    product.clock.moveTo('2027-01-03T04:00:00.001Z');
    await forgetGuests(product.deps);
    expect((await rows()).length).toBe(0);
  });
});

describe('news for who registered or asked for help', () => {
  const edit = (fields: Record<string, string>) => staff.submit('/meetings/meeting-1/schedule', fields, '/meetings/meeting-1/scheduling');
  const open = async (kind: string) => (await listMails(product.deps, { kind })).filter(({ status }) => status === 'queued');

  beforeEach(async () => {
    await register({ name: 'Rosa', party: '1', email: 'rosa@example.org' });
    await register({ name: 'Gone', party: '1', email: 'gone@example.org' });
    await visitorBrowser(product).submit('/meetings/meeting-1/access', { needs: 'mobility', email: 'Rosa@example.org' });
    await visitorBrowser(product).submit('/meetings/meeting-1/access', { needs: 'mobility', email: 'ana@example.org' });
    await visitorBrowser(product).submit('/meetings/meeting-1/access', { needs: 'mobility', email: 'asker@example.org' });
    await product.db('guests').where({ email: 'gone@example.org' }).update({ status: 'cancelled' });
  });

  it('several edits within a quarter of an hour are one mail to each, from what was known to what is', async () => {
    await edit({ date: '2026-12-10' });
    product.clock.moveTo('2026-11-21T20:14:59.000Z');
    await edit({ room: 'Gym' });
    const told = await open('meeting.changed');
    expect(told.map(({ to_address }) => to_address.toLowerCase()).sort()).toEqual([
      'ana@example.org',
      'asker@example.org',
      'rosa@example.org',
    ]);
    expect(new Set(told.map(({ due_at }) => due_at))).toEqual(new Set(['2026-11-21T20:15:00.000Z']));
    const rosa = told.find(({ to_address }) => to_address.toLowerCase() === 'rosa@example.org');
    const words = (rosa?.text ?? '').replace(/\s+/g, ' ');
    expect(words).toContain('Before it was: Thursday, December 3, 2026, 6:00 PM Pacific Time, Lincoln High School, Library');
    expect(words).toContain('Thursday, December 10, 2026, 6:00 PM');
    expect(words).toContain('your place if you registered, still stand');
    expect([rosa?.calendar?.method, rosa?.calendar?.content.includes('SEQUENCE:2')]).toEqual(['PUBLISH', true]);
    // A later edit is news of its own once the mail is out.
    await product.db('outbox').update({ status: 'sent' });
    product.clock.moveTo('2026-11-21T20:15:00.000Z');
    await edit({ room: 'Stage' });
    expect((await open('meeting.changed')).map(({ text }) => text.includes('Gym'))).toEqual([true, true, true]);
  });

  it('an edit that is taken back in time is told to nobody, and a cancellation takes its place', async () => {
    await edit({ date: '2026-12-10' });
    await edit({ date: '2026-12-03' });
    expect(await open('meeting.changed')).toEqual([]);
    await edit({ date: '2026-12-10' });
    await staff.submit('/meetings/meeting-1/cancellation', { reason: 'The school is closed' });
    expect(await open('meeting.changed')).toEqual([]);
    expect((await open('meeting.cancelled')).map(({ to_address }) => to_address.toLowerCase()).sort()).toEqual([
      'ana@example.org',
      'asker@example.org',
      'rosa@example.org',
    ]);
  });

  it('a meeting put off is told once, and its new day once when it is named later', async () => {
    const off = '/meetings/meeting-1/postponement';
    await staff.submit(off, { way: 'later', reason: 'Closed' });
    expect((await open('meeting.postponed')).length).toBe(3);
    await staff.submit(off, { way: 'date', date: '2026-12-17', starts: '18:00', ends: '20:00', reason: 'Closed' });
    expect((await open('meeting.newDay')).map(({ to_address }) => to_address.toLowerCase()).sort()).toEqual([
      'ana@example.org',
      'asker@example.org',
      'rosa@example.org',
    ]);
  });

  it('with less than two hours to go nobody waits for it', async () => {
    product.clock.moveTo('2026-12-04T00:30:00.000Z');
    staff = await signedInAs(product, (await product.db('people').where({ email: 'sam@example.org' }).first('id'))?.id ?? '');
    await edit({ room: 'Gym' });
    expect(new Set((await open('meeting.changed')).map(({ due_at }) => due_at))).toEqual(new Set(['2026-12-04T00:30:00.000Z']));
  });
});
