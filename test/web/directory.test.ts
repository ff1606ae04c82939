import * as cheerio from 'cheerio';
import type { Person } from '../../src/features/accounts';
import type { Collaborative } from '../../src/features/collaboratives';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs } from '../support/browser';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;
let central: Collaborative;
let ana: Person;
let bo: Person;
let cy: Person;
const there = '/me/directory/central';

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = await aCollaborative(product.deps);
  ana = await member('Ana Reyes', 'FAM-1');
  bo = await member('Bo Lee', 'FAM-2');
  cy = await member('Cy Quiet', 'FAM-3');
});

async function member(name: string, code: string): Promise<Person> {
  const person = await someone(product.deps, name, { phone: '213 555 0100' });
  await aMembership(product.deps, (await aSeat(product.deps, central.id, { code })).id, person.id);
  return person;
}

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};
const join = async (person: Person, shows: string[]) => {
  const browser = await signedInAs(product, person.id);
  await browser.submit(there, { listed: 'yes', shows }, `${there}/entry`);
  return browser;
};

describe('the directory', () => {
  it('shows those who joined, each with what they let be seen, and nobody else', async () => {
    const browser = await join(ana, ['email']);
    await join(bo, []);
    const { text } = await browser.get(there).expect(200);
    expect(texts(text, '.app-rows li')).toEqual([
      'Ana Reyes Seat FAM-1 ana.reyes@example.org',
      'Bo Lee Seat FAM-2 Write to Bo Lee Get no messages from Bo Lee',
    ]);
    expect(text).not.toContain('213 555 0100');
    expect(text).not.toContain('Cy Quiet');
    const left = await browser.follow(await browser.submit(there, { listed: 'no' }, `${there}/entry`));
    expect(texts(left.text, '.app-rows li').length).toBe(1);
  });

  it('does not exist for staff, for members of another collaborative, or for who has left', async () => {
    const staff = await signedInAs(product, (await staffOf(product.deps, central.id)).id);
    expect((await staff.get(there)).status).toBe(404);
    const east = await aCollaborative(product.deps, 'east');
    const eve = await someone(product.deps, 'Eve East');
    await aMembership(product.deps, (await aSeat(product.deps, east.id)).id, eve.id);
    expect((await (await signedInAs(product, eve.id)).get(there)).status).toBe(404);
    await join(bo, ['email']);
    await product.db('memberships').where({ person_id: bo.id }).update({ status: 'ended', ended_on: '2026-11-20', end_reason: 'resigned' });
    expect((await (await signedInAs(product, ana.id)).get(there)).text).not.toContain('Bo Lee');
    expect((await (await signedInAs(product, bo.id)).get(there)).status).toBe(404);
  });

  it('asks again whoever comes back after having left', async () => {
    await join(bo, ['email', 'phone']);
    await product.db('memberships').where({ person_id: bo.id }).update({ status: 'ended', ended_on: '2026-11-22', end_reason: 'resigned' });
    product.clock.moveTo('2027-03-01T20:00:00.000Z');
    const seat = await aSeat(product.deps, central.id, { code: 'FAM-9' });
    const term = { term_starts_on: '2027-02-01', term_ends_on: '2028-06-30', started_on: '2027-02-01' };
    const again = await aMembership(product.deps, seat.id, bo.id);
    await product.db('memberships').where({ id: again.id }).update(term);
    const seen = async () => texts((await (await signedInAs(product, bo.id)).get(there)).text, '.app-rows li').length;
    expect(await seen()).toBe(0);
    await join(bo, []);
    expect(await seen()).toBe(1);
  });
});

describe('a member of several collaboratives', () => {
  it('chooses which directory to see; a member of one is led there', async () => {
    const there = async () => (await signedInAs(product, ana.id)).get('/me/directory');
    expect((await there()).headers['location']).toBe('/me/directory/central');
    const east = await aCollaborative(product.deps, 'east');
    await aMembership(product.deps, (await aSeat(product.deps, east.id)).id, ana.id);
    const page = cheerio.load((await there()).text);
    const links = page('main .app-links a')
      .map((_, link) => page(link).attr('href'))
      .get();
    expect(links.sort()).toEqual(['/me/directory/central', '/me/directory/east']);
  });
});

describe('a message to a fellow member', () => {
  const writing = () => `${there}/messages/${bo.id}`;

  it('goes through the site to one member, after the rule about meetings was read, and shows no address', async () => {
    await join(bo, []);
    const browser = await signedInAs(product, ana.id);
    const page = await browser.get(writing()).expect(200);
    expect(page.text).toContain('open meeting law');
    const unread = await browser.submit(writing(), { text: 'Shall we share a ride?' });
    expect([unread.status, cheerio.load(unread.text)('#text').text()]).toEqual([422, 'Shall we share a ride?']);
    expect((await browser.submit(writing(), { text: 'Shall we share a ride?', understood: 'yes' })).status).toBe(303);
    const [mail] = (await mails(product.deps)).filter(({ kind }) => kind === 'directory.message');
    expect(mail?.to_address).toBe('bo.lee@example.org');
    expect(mail?.text).toContain('Shall we share a ride?');
    expect(mail?.text).not.toContain('ana.reyes@example.org');
  });

  it('reaches nobody who did not join, and not oneself', async () => {
    const browser = await join(ana, []);
    expect((await browser.get(`${there}/messages/${cy.id}`)).status).toBe(404);
    expect((await browser.get(`${there}/messages/${ana.id}`)).status).toBe(404);
    expect((await browser.post(`${there}/messages/${cy.id}`, { text: 'Hi', understood: 'yes' }, there)).status).toBe(404);
  });

  it('is read by its reader alone until they show it to the staff', async () => {
    const staff = await signedInAs(product, (await staffOf(product.deps, central.id)).id);
    await join(bo, []);
    const writer = await signedInAs(product, ana.id);
    await writer.submit(writing(), { text: 'A rude word', understood: 'yes' });
    const [id] = await product.db('member_messages').pluck<string[]>('id');
    const received = `/me/messages/${id}`;
    expect((await writer.get(received)).status).toBe(404);
    expect((await staff.get('/staff/central/reported-messages')).text).not.toContain('A rude word');
    const reader = await signedInAs(product, bo.id);
    expect((await reader.get(received)).text).toContain('A rude word');
    await reader.submit(received, { words: 'This hurts' }, `${received}/report`);
    expect((await staff.get('/staff/central/reported-messages')).text).toContain('A rude word');
    const told = (await mails(product.deps)).filter(({ kind }) => kind === 'directory.reported');
    expect(told.map(({ to_address: to }) => to)).toEqual(['sam.staff@example.org']);
    expect(told[0]?.text).not.toContain('rude');
  });
});

describe('a member who wants no messages from another', () => {
  const blockBo = `${there}/blocks/`;
  const write = async (from: Person, to: Person, text: string) =>
    (await signedInAs(product, from.id)).submit(`${there}/messages/${to.id}`, { text, understood: 'yes' });
  const got = async () => (await mails(product.deps)).filter(({ kind }) => kind === 'directory.message').map(({ to_address: to }) => to);

  it('gets none, by mail or on a page, while the writer sees no difference, until they want them again', async () => {
    const reader = await join(ana, []);
    await join(bo, []);
    expect((await reader.post(`${blockBo}${bo.id}`, {}, there)).status).toBe(303);
    const kept = await write(bo, ana, 'A rude word');
    expect([kept.status, kept.headers['location'], await got()]).toEqual([303, there, []]);
    const [id] = await product.db('member_messages').pluck<string[]>('id');
    expect([(await reader.get(`/me/messages/${id}`)).status, (await reader.get('/me/mails')).text.includes('Bo Lee')]).toEqual([
      404,
      false,
    ]);
    expect((await (await signedInAs(product, bo.id)).get(there)).text).not.toContain('Get messages from');
    const page = cheerio.load((await reader.get(there)).text);
    expect(page('[aria-labelledby="blocked"] li bdi').text()).toBe('Bo Lee');
    await reader.post(`${blockBo}${bo.id}/end`, {}, there);
    await write(bo, ana, 'A kind word');
    expect(await got()).toEqual(['ana.reyes@example.org']);
    expect(JSON.stringify(await product.db('events').select('action', 'details'))).not.toContain('block');
  });

  it('still gets messages of everybody else, and blocks neither themselves nor somebody from elsewhere', async () => {
    const reader = await join(ana, []);
    await reader.post(`${blockBo}${bo.id}`, {}, there);
    await write(cy, ana, 'Hello');
    expect(await got()).toEqual(['ana.reyes@example.org']);
    const eve = await someone(product.deps, 'Eve Elsewhere');
    expect((await reader.post(`${blockBo}${eve.id}`, {}, there)).status).toBe(404);
    expect((await reader.post(`${blockBo}${ana.id}`, {}, there)).status).toBe(409);
    expect(await product.db('member_blocks').pluck('blocked_id')).toEqual([bo.id]);
  });

  it('is offered it beside a message, which is where it is wanted', async () => {
    await join(bo, []);
    await write(ana, bo, 'A rude word');
    const [id] = await product.db('member_messages').pluck<string[]>('id');
    const reader = await signedInAs(product, bo.id);
    const action = cheerio
      .load((await reader.get(`/me/messages/${id}`)).text)('[aria-labelledby="block"] form')
      .attr('action');
    expect(action).toBe(`${blockBo}${ana.id}`);
  });
});

describe('a reported message', () => {
  const list = '/staff/central/reported-messages';

  it('waits on the desk of the staff until they have dealt with it; no other message can be', async () => {
    await join(bo, []);
    const writer = await signedInAs(product, ana.id);
    for (const text of ['A rude word', 'A private word']) await writer.submit(`${there}/messages/${bo.id}`, { text, understood: 'yes' });
    const [rude, other] = await product.db('member_messages').orderBy('text', 'desc').pluck<string[]>('id');
    const staff = await signedInAs(product, (await staffOf(product.deps, central.id)).id);
    expect((await staff.get('/staff')).text).not.toContain(list);
    await (await signedInAs(product, bo.id)).submit(`/me/messages/${rude}`, { words: '' }, `/me/messages/${rude}/report`);
    expect((await staff.get('/staff')).text).toContain(`href="${list}"`);
    expect((await staff.post(`${list}/${other}/dealt-with`, {}, list)).status).toBe(404);
    expect((await writer.post(`${list}/${rude}/dealt-with`, {}, there)).status).toBe(404);
    const done = await staff.follow(await staff.submit(list, {}, `${list}/${rude}/dealt-with`));
    expect([done.text.includes('Dealt with'), done.text.includes('A private word')]).toEqual([true, false]);
    expect((await staff.get('/staff')).text).not.toContain(list);
    expect(await product.db('events').pluck('action')).toContain('directory.dealtWith');
  });
});

describe('one’s own things', () => {
  it('hold every mail without its links, for oneself alone', async () => {
    await join(bo, []);
    const writer = await signedInAs(product, ana.id);
    await writer.submit(writing2(), { text: 'Hello Bo', understood: 'yes' });
    const reader = await signedInAs(product, bo.id);
    const list = await reader.get('/me/mails').expect(200);
    expect(texts(list.text, '.app-rows__name')).toEqual(['A message from Ana Reyes']);
    const href = cheerio.load(list.text)('.app-rows__name a').attr('href') ?? '';
    const mail = await reader.get(href).expect(200);
    expect(mail.text).toContain('Hello Bo');
    expect(cheerio.load(mail.text)('main').text()).not.toContain('http');
    expect((await writer.get(href)).status).toBe(404);
  });

  const writing2 = () => `${there}/messages/${bo.id}`;
});
