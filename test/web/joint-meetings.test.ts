import type { Collaborative } from '../../src/features/collaboratives';
import { listVotingMembers } from '../../src/features/membership';
import { listMails } from '../../src/mail/mailbox';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { someoneAs } from '../support/builders/meeting';
import { aSecondBody, aTable, meetingStart, type Table } from '../support/builders/session';
import { emptyTables } from '../support/database';

let product: TestProduct;
let table: Table;
let south: Collaborative;
let staff: Browser;
let sol: string;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

/** Central with five voters and a posted meeting, South with three; the staff of Central. */
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  table = await aTable(product);
  ({ south, sol } = await aSecondBody(product));
  staff = await signedInAs(product, (await someoneAs(product.deps, 'staff', table.collaborative, 'sam@example.org')).id);
});

const planned = { titleEn: 'Two bodies', date: '2026-12-10', starts: '18:00', ends: '20:00', place: 'Hall', do: 'schedule' };
const form = '/staff/central/meetings/new';
const found = async () => {
  const [meeting] = await product.db('meetings').whereNot('id', 'meeting-1').select('id', 'with_bodies', 'status');
  if (meeting === undefined) throw new Error('no meeting was made');
  return meeting;
};
const joined = () =>
  product
    .db('meetings')
    .where({ id: 'meeting-1' })
    .update({ with_bodies: JSON.stringify([south.id]) });

describe('a joint meeting', () => {
  it('is one meeting on the pages, calendars and feeds of each body, and every member is told once', async () => {
    // Bo sits in both.
    await product
      .db('memberships')
      .where({ person_id: sol })
      .update({ person_id: table.people['Bo'] ?? '' });
    const sent = await staff.submit(form, { ...planned, with: [south.id, table.collaborative.id] });
    const meeting = await found();
    expect([sent.status, meeting.with_bodies]).toEqual([303, JSON.stringify([south.id])]);
    const mails = await listMails(product.deps);
    expect(mails.map(({ kind, to_address }) => `${kind} ${to_address}`).sort()).toEqual(
      ['ana', 'bo', 'cy', 'di', 'eli', 'tim', 'uma'].map((name) => `meeting.scheduled ${name}@example.org`),
    );
    expect(mails[0]?.text.replace(/\s+/g, ' ')).toContain('Local District Central Collaborative and Local District South Collaborative');
    const visitor = visitorBrowser(product);
    const has = async (address: string) => (await visitor.get(address)).text.split(`/meetings/${meeting.id}`).length > 1;
    const places = ['/central/meetings', '/south/meetings', '/calendar?c=south', '/calendar?c=central', '/calendar', '/south'];
    expect(await Promise.all(places.map(has))).toEqual(places.map(() => true));
    const events = async (address: string) => (await visitor.get(address)).text.split(`UID:meeting-${meeting.id}@`).length - 1;
    expect(await Promise.all(['/central/calendar.ics', '/south/calendar.ics', '/calendar.ics'].map(events))).toEqual([1, 1, 1]);
    expect(mainText((await visitor.get(`/meetings/${meeting.id}`)).text)).toContain(
      'The Local District Central Collaborative and Local District South Collaborative meet together.',
    );
    const history = await product.db('events').where({ action: 'meetings.scheduled', subject_id: meeting.id }).pluck('collaborative_id');
    expect(history.sort()).toEqual([south.id, table.collaborative.id].sort());
  });

  it('is run by its host: the others’ staff see it and may not touch it, their members answer', async () => {
    await staff.submit(form, { ...planned, with: [south.id] });
    const { id } = await found();
    const elsewhere = await signedInAs(product, (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id);
    const list = (await elsewhere.get('/staff/south/meetings')).text;
    expect([list.includes(`/meetings/${id}"`), list.includes(`/meetings/${id}/schedule`)]).toEqual([true, false]);
    const member = await signedInAs(product, sol);
    const answered = await member.submit(`/meetings/${id}`, { answer: 'coming' }, `/meetings/${id}/rsvp`);
    expect([
      (await elsewhere.get(`/meetings/${id}/schedule`)).status,
      (await elsewhere.get(`/meetings/${id}/agenda/desk`)).status,
      (await elsewhere.get(`/meetings/${id}/session`)).status,
      answered.status,
    ]).toEqual([404, 404, 403, 303]);
  });

  it('keeps who meets once it is scheduled, and takes it along when it is put off', async () => {
    await staff.submit(form, { ...planned, with: [south.id], do: 'draft' });
    const { id } = await found();
    expect((await visitorBrowser(product).get('/south/meetings')).text).not.toContain(id);
    await staff.submit(`/meetings/${id}/schedule`, { with: [], do: 'schedule' }, `/meetings/${id}/scheduling`);
    expect(await found()).toMatchObject({ with_bodies: '[]', status: 'scheduled' });
    await joined();
    expect((await staff.get('/meetings/meeting-1/schedule')).text).not.toContain('name="with"');
    await staff.submit('/meetings/meeting-1/postponement', {
      way: 'date',
      date: '2026-12-17',
      starts: '18:00',
      ends: '20:00',
      reason: 'Closed',
    });
    expect(await product.db('meetings').whereNot({ id }).pluck('with_bodies')).toEqual([1, 2].map(() => JSON.stringify([south.id])));
  });

  it('needs the longest notice any of its bodies gives', async () => {
    await joined();
    const settings = { ...south.settings, noticeHours: { regular: 240, special: 24 } };
    await product
      .db('collaboratives')
      .where({ id: south.id })
      .update({ settings: JSON.stringify(settings) });
    const page = mainText((await visitorBrowser(product).get('/meetings/meeting-1/notice')).text);
    expect(page).toContain('at least 240 needed');
  });

  it('takes a roll call of each body; without quorum in one nothing is moved, and a motion carries when it carries in each', async () => {
    await joined();
    product.clock.moveTo(meetingStart);
    const chair = await signedInAs(product, table.people['Ana'] ?? '');
    const session = '/meetings/meeting-1/session';
    await chair.post(`${session}/beginning`);
    const theirs = new Map(
      (await listVotingMembers(product.db, south.id, '2026-12-03', true)).map(({ name, membershipId }) => [name, membershipId]),
    );
    const ids = new Map([...Object.entries(table.seats), ...theirs]);
    const roll = (here: readonly string[]) =>
      Object.fromEntries([...ids].map(([name, id]) => [`status_${id}`, here.includes(name) ? 'present' : 'absent']));
    await chair.post(`${session}/roll-call`, { version: '0', ...roll(['Ana', 'Bo', 'Cy', 'Sol']) });
    const page = mainText((await chair.get(session)).text);
    expect(page).toContain('Central: 3 of 5, quorum since 6:00 PM · South: 1 of 3, no quorum yet');
    expect(page).toContain('Tim (South)');
    const move = () =>
      chair.post(`${session}/items/a/motion`, { motion: 'Go', mover: ids.get('Ana') ?? '', seconder: ids.get('Sol') ?? '' });
    expect((await move()).status).toBe(409);
    await chair.post(`${session}/roll-call`, { version: '1', ...roll(['Ana', 'Bo', 'Cy', 'Sol', 'Tim']) });
    expect((await move()).status).toBe(303);
    const motion = await product.db('motions').first('id');
    const votes = { Ana: 'yes', Bo: 'yes', Cy: 'yes', Sol: 'yes', Tim: 'no' };
    const cast = Object.fromEntries(Object.entries(votes).map(([name, vote]) => [`vote_${ids.get(name) ?? ''}`, vote]));
    await chair.post(`${session}/motions/${motion?.id ?? ''}/vote`, { version: '1', ...cast });
    expect(await product.db('motions').pluck('status')).toEqual(['failed']);
    expect((await product.db('votes').where({ choice: 'absent' })).length).toBe(3);
  });
});
