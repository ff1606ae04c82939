import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative, someoneAs } from '../support/builders/meeting';
import { aTable, beginSession, decide, meetingStart, rollCallOf, voteOf, type Table } from '../support/builders/session';
import { countQueries, emptyTables } from '../support/database';

let product: TestProduct;
let table: Table;
let chair: Browser;
const show = '/meetings/meeting-1/session';
const itemA = `${show}/items/a`;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

async function sit(given?: Parameters<typeof aTable>[1]): Promise<void> {
  await emptyTables(product.db);
  table = await aTable(product, given);
  product.clock.moveTo('2026-12-04T01:50:00.000Z');
  chair = await signedInAs(product, table.people['Ana'] ?? '');
}

beforeEach(() => sit());

const text = (html: string) => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const errors = (html: string) =>
  cheerio
    .load(html)('.app-error-summary a')
    .map((_, link) => cheerio.load(html)(link).text())
    .get();
const notices = (html: string) =>
  cheerio
    .load(html)('main .app-notice')
    .map((_, notice) => text(`<main>${cheerio.load(html)(notice).html() ?? ''}</main>`))
    .get();
const status = () => product.db('meetings').where({ id: 'meeting-1' }).pluck('status');
const actions = () => product.db('events').orderBy('place').pluck('action');

describe('who may run a meeting', () => {
  it('sends visitors to sign in, refuses members and outsiders, lets officers, staff and administrators in', async () => {
    const south = await aCollaborative(product.deps, 'south');
    const browsers = {
      visitor: visitorBrowser(product),
      member: await signedInAs(product, table.people['Bo'] ?? ''),
      elsewhere: await signedInAs(product, (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id),
      secretary: await signedInAs(product, table.people['Eli'] ?? ''),
      staff: await signedInAs(product, (await someoneAs(product.deps, 'staff', table.collaborative, 'sam@example.org')).id),
      administrator: await signedInAs(product, (await someoneAs(product.deps, 'administrator', null, 'adm@example.org')).id),
    };
    const answers: Record<string, number> = {};
    for (const [who, browser] of Object.entries(browsers)) answers[who] = (await browser.get(show)).status;
    expect(answers).toEqual({ visitor: 303, member: 403, elsewhere: 403, secretary: 200, staff: 200, administrator: 200 });
  });

  it('refuses every change of a member and leaves all as it was', async () => {
    product.clock.moveTo(meetingStart);
    const bo = await signedInAs(product, table.people['Bo'] ?? '');
    const addresses = [
      'beginning',
      'adjournment',
      'roll-call',
      'movement',
      'items/a/note',
      'items/a/outcome',
      'items/a/motion',
      'items/a/action-item',
    ];
    const answers = [];
    const fields = {
      version: '0',
      note: 'x',
      outcome: 'no_action',
      motion: 'm',
      mover: 'a',
      seconder: 'b',
      task: 't',
      member: 'x',
      kind: 'left',
      at: '18:00',
    };
    for (const address of addresses) answers.push((await bo.post(`${show}/${address}`, { ...fields, ...rollCallOf(table, {}) })).status);
    expect(answers).toEqual(addresses.map(() => 403));
    expect(await status()).toEqual(['posted']);
    expect(await actions()).toEqual([]);
  });
});

describe('beginning', () => {
  it('begins on the posted minute and not a minute before', async () => {
    product.clock.moveTo('2026-12-04T01:59:00.000Z');
    expect((await chair.post(`${show}/beginning`)).status).toBe(409);
    expect(await status()).toEqual(['posted']);
    product.clock.moveTo(meetingStart);
    expect((await chair.post(`${show}/beginning`)).status).toBe(303);
    expect(await status()).toEqual(['in_session']);
    expect((await chair.post(`${show}/beginning`)).status).toBe(409);
    expect(await actions()).toEqual(['inSession.begun']);
  });

  it('does not begin without a posted agenda', async () => {
    await sit({ postedAt: null });
    product.clock.moveTo(meetingStart);
    expect((await chair.post(`${show}/beginning`)).status).toBe(409);
    expect(text((await chair.get(show)).text)).toContain('The agenda is not posted. This meeting cannot begin.');
  });

  it('begins when posted late, and then decides nothing', async () => {
    await sit({ postedAt: '2026-12-02T20:00:00.000Z' });
    await beginSession(product, chair, table);
    expect(notices((await chair.get(show)).text)[0]).toContain('No decisions in this meeting');
    expect((await decide(chair, table, 'a', { Ana: 'yes', Bo: 'yes', Cy: 'yes' })).status).toBe(404);
    expect(await product.db('motions')).toEqual([]);
  });
});

describe('the roll', () => {
  it('shows the quorum as people come and go', async () => {
    await beginSession(product, chair, table);
    expect(text((await chair.get(show)).text)).toContain('3 of 5, quorum since 6:04 PM');
    product.clock.moveTo('2026-12-04T02:20:00.000Z');
    const gone = { member: table.seats['Bo'] ?? '', kind: 'left', at: '18:12' };
    expect((await chair.post(`${show}/movement`, gone)).status).toBe(303);
    expect(text((await chair.get(show)).text)).toContain('2 of 5, quorum lost at 6:12 PM');
    await chair.post(`${show}/movement`, { member: table.seats['Di'] ?? '', kind: 'arrived', at: '18:15' });
    const spanish = await chair.get(`${show}?lang=es`);
    expect(text(spanish.text)).toContain('3 de 5, con cuórum desde esta hora: 6:15 p.m.');
  });

  it('keeps the words and says what is wrong', async () => {
    product.clock.moveTo(meetingStart);
    await chair.post(`${show}/beginning`);
    const sent = await chair.post(`${show}/roll-call`, { version: '0', ...rollCallOf(table, { Ana: 'remote', Bo: '' }, { Cy: 'ill' }) });
    expect(sent.status).toBe(422);
    expect(errors(sent.text)).toEqual(['Choose one']);
    expect(
      cheerio
        .load(sent.text)(`[name=reason_${table.seats['Cy'] ?? ''}]`)
        .val(),
    ).toBe('ill');
    const second = await chair.post(`${show}/roll-call`, { version: '0', ...rollCallOf(table, { Ana: 'remote' }) });
    expect([second.status, ...errors(second.text)]).toEqual([422, 'Say why this member takes part from afar']);
    expect(await product.db('attendance')).toEqual([]);
  });

  it('refuses a stale roll call and shows what stands', async () => {
    await beginSession(product, chair, table);
    const late = await chair.post(`${show}/roll-call`, { version: '0', ...rollCallOf(table, { Ana: 'present' }) });
    expect(late.status).toBe(409);
    expect(text(late.text)).toContain('Someone else saved the roll call before you');
    expect(text(late.text).match(/Now: (Here|Absent)/g)).toEqual(['Now: Here', 'Now: Here', 'Now: Here', 'Now: Absent', 'Now: Absent']);
    expect(await product.db('attendance').where({ status: 'present' }).count({ n: '*' })).toEqual([{ n: 3 }]);
  });

  it('refuses times before the roll call or to come, and people who are there already', async () => {
    await beginSession(product, chair, table);
    const move = async (name: string, kind: string, at: string) =>
      errors((await chair.post(`${show}/movement`, { member: table.seats[name] ?? '', kind, at })).text);
    expect(await move('Bo', 'left', '18:03')).toEqual(['This is before the roll call or before their last coming or going']);
    expect(await move('Bo', 'left', '18:05')).toEqual(['This time is still to come']);
    expect(await move('Bo', 'arrived', '18:04')).toEqual(['This member is here already']);
    expect(await move('Di', 'left', '18:04')).toEqual(['This member is not here']);
    expect(await move('Bo', 'left', '18:04')).toEqual([]);
  });
});

describe('motions', () => {
  it('carries by a majority of those voting, with every vote by name', async () => {
    await beginSession(product, chair, table);
    await chair.post(`${show}/roll-call`, {
      version: '1',
      ...rollCallOf(table, { Ana: 'present', Bo: 'present', Cy: 'present', Di: 'remote' }, { Di: 'care of a child' }),
    });
    expect((await decide(chair, table, 'a', { Ana: 'yes', Bo: 'yes', Cy: 'no', Di: 'abstain' })).status).toBe(303);
    const page = cheerio.load((await chair.get(itemA)).text);
    expect(
      page('.app-motion tbody tr')
        .map((_, row) => page(row).text().replace(/\s+/g, ' ').trim())
        .get(),
    ).toEqual(['AnaYes', 'BoYes', 'CyNo', 'DiAbstain', 'EliAbsent']);
    expect(await product.db('motions').pluck('status')).toEqual(['carried']);
    expect(await product.db('agenda_items').where({ id: 'a' }).pluck('outcome')).toEqual(['decided']);
  });

  it('fails on a tie, and the item is decided all the same', async () => {
    await beginSession(product, chair, table);
    await decide(chair, table, 'a', { Ana: 'yes', Bo: 'no', Cy: 'abstain' });
    expect(await product.db('motions').pluck('status')).toEqual(['failed']);
    expect(await product.db('agenda_items').where({ id: 'a' }).pluck('outcome')).toEqual(['decided']);
  });

  it('needs two different members who are there', async () => {
    await beginSession(product, chair, table);
    const { Ana = '', Di = '' } = table.seats;
    const make = (mover: string, seconder: string) => chair.post(`${itemA}/motion`, { motion: 'Go', mover, seconder });
    expect(errors((await make(Ana, Ana)).text)).toEqual(['Choose another member than the mover']);
    const gone = await make(Ana, Di);
    expect([gone.status, ...errors(gone.text)]).toEqual([422, 'Choose a member who is here']);
    expect(cheerio.load(gone.text)('[name=motion]').val()).toBe('Go');
    expect(await product.db('motions')).toEqual([]);
  });

  it('is refused on an item that came too late, and without quorum', async () => {
    await beginSession(product, chair, table);
    const fields = { motion: 'Go', mover: table.seats['Ana'] ?? '', seconder: table.seats['Bo'] ?? '' };
    expect((await chair.post(`${show}/items/late/motion`, fields)).status).toBe(409);
    expect((await chair.post(`${itemA}/motion`, fields)).status).toBe(303);
    const motion = (await product.db('motions').first<{ id: string }>('id')).id;
    await chair.post(`${show}/movement`, { member: table.seats['Cy'] ?? '', kind: 'left', at: '18:04' });
    const vote = await chair.post(`${show}/motions/${motion}/vote`, { version: '1', ...voteOf(table, { Ana: 'yes', Bo: 'yes' }) });
    expect(vote.status).toBe(409);
    expect(text(vote.text)).toContain('There is no quorum. No motion can be made or voted on.');
    expect(await product.db('motions').pluck('status')).toEqual(['moved']);
    expect(await product.db('votes')).toEqual([]);
  });

  it('asks for every vote, and shows a late voter what stands', async () => {
    await beginSession(product, chair, table);
    const short = await decide(chair, table, 'a', { Ana: 'yes', Bo: 'yes' });
    expect([short.status, ...errors(short.text)]).toEqual([422, 'Choose one']);
    const motion = (await product.db('motions').first<{ id: string }>('id')).id;
    const full = { version: '1', ...voteOf(table, { Ana: 'yes', Bo: 'yes', Cy: 'no' }) };
    expect((await chair.post(`${show}/motions/${motion}/vote`, full)).status).toBe(303);
    const again = await chair.post(`${show}/motions/${motion}/vote`, full);
    expect(again.status).toBe(409);
    expect(text(again.text)).toContain('The motion stands now as shown below.');
    expect(await product.db('votes').count({ n: '*' })).toEqual([{ n: 5 }]);
  });
});

describe('notes, outcomes and what is to be done', () => {
  it('saves notes as they are typed and refuses a stale save beside what stands', async () => {
    await beginSession(product, chair, table);
    const eli = await signedInAs(product, table.people['Eli'] ?? '');
    expect((await chair.post(`${itemA}/note`, { note: 'First', version: '0' })).status).toBe(303);
    const late = await eli.post(`${itemA}/note`, { note: 'Second', version: '0' });
    expect(late.status).toBe(409);
    expect(cheerio.load(late.text)('[name=note]').val()).toBe('Second');
    expect(cheerio.load(late.text)('.app-quote').text()).toBe('First');
    expect((await eli.post(`${itemA}/note`, { note: 'Both', version: '1' })).status).toBe(303);
    expect(await product.db('meeting_notes').select('text', 'version')).toEqual([{ text: 'Both', version: 2 }]);
  });

  it('adjourns once every action item has an outcome', async () => {
    await beginSession(product, chair, table);
    await decide(chair, table, 'a', { Ana: 'yes', Bo: 'yes', Cy: 'yes' });
    const early = await chair.post(`${show}/adjournment`);
    expect(early.status).toBe(409);
    expect(text(early.text)).toContain('These items for decision have no outcome yet: 4.');
    const decided = await chair.post(`${show}/items/b/outcome`, { outcome: 'decided', words: '', version: '1' });
    expect(decided.status).toBe(409);
    expect((await chair.post(`${show}/items/b/outcome`, { outcome: 'postponed', words: 'To May', version: '1' })).status).toBe(303);
    const stale = await chair.post(`${show}/items/b/outcome`, { outcome: 'no_action', words: '', version: '1' });
    expect([stale.status, cheerio.load(stale.text)('.app-quote').text()]).toEqual([409, 'Postponed: To May']);
    expect((await chair.post(`${show}/adjournment`)).status).toBe(303);
    expect(await status()).toEqual(['adjourned']);
    expect((await chair.post(`${itemA}/note`, { note: 'x', version: '0' })).status).toBe(409);
  });

  it('notes what is to be done, by whom and until when', async () => {
    await beginSession(product, chair, table);
    const task = { task: 'Write to the board', owner: table.people['Cy'] ?? '', due_on: '2026-12-18' };
    expect((await chair.post(`${itemA}/action-item`, { ...task, task: 'Call 213 555 0100' })).status).toBe(422);
    expect((await chair.post(`${itemA}/action-item`, task)).status).toBe(303);
    expect(text((await chair.get(itemA)).text)).toContain('Write to the board (Cy, by December 18, 2026)');
    const key = String(
      cheerio
        .load((await chair.get(itemA)).text)('[name=key]')
        .val(),
    );
    for (let press = 0; press < 2; press += 1) await chair.post(`${itemA}/action-item`, { ...task, task: 'Call them', key });
    expect((await product.db('action_items').where({ text: 'Call them' })).map(({ id }) => id)).toEqual([key]);
    const { id } = await product.db('action_items').whereNot({ id: key }).first<{ id: string }>('id');
    expect((await chair.post(`${show}/action-items/${id}/completion`)).status).toBe(303);
    expect((await chair.post(`${show}/action-items/${id}/dropping`)).status).toBe(409);
  });

  it('reads a page with a fixed number of queries', async () => {
    await beginSession(product, chair, table);
    await chair.get(itemA);
    const few = await countQueries(product.db, async () => chair.get(itemA));
    await decide(chair, table, 'a', { Ana: 'yes', Bo: 'yes', Cy: 'yes' });
    await decide(chair, table, 'a', { Ana: 'yes', Bo: 'yes', Cy: 'no' });
    await chair.get(itemA);
    expect(await countQueries(product.db, async () => chair.get(itemA))).toBe(few);
  });
});
