import * as cheerio from 'cheerio';
import { listItems } from '../../src/features/agendas';
import { insertPosting } from '../../src/features/agendas/posting.queries';
import { getMeeting } from '../../src/features/meetings';
import { minutesOf } from '../../src/features/minutes';
import { usualSettings } from '../../src/features/collaboratives';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aPosting } from '../support/builders/agenda';
import { aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { aTable, holdMeeting, rollCallOf, voteOf, type Table } from '../support/builders/session';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';
import { textOfPdf } from '../support/pdf-text';

let product: TestProduct;
let table: Table;
let chair: Browser;
let bo: Browser;
let visitor: Browser;
const page = '/meetings/meeting-1/minutes';
const desk = `${page}/desk`;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

const pdfOf = async (browser: Browser, address: string) =>
  (await browser.get(address).buffer().responseType('blob').expect(200)).body as Buffer;
const text = (html: string) => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const minutes = async () => (await minutesOf(product.db, 'meeting-1'))!;
const january2027 = { id: 'meeting-2', startsAt: '2027-01-08T02:00:00.000Z', endsAt: '2027-01-08T04:00:00.000Z' };

/** A meeting held and adjourned: Cy takes part from afar, Di is excused, item a carried, b postponed. */
async function hold(settings = usualSettings): Promise<void> {
  await emptyTables(product.db);
  table = await aTable(product, { collaborative: { settings } });
  product.clock.moveTo('2026-12-04T01:50:00.000Z');
  chair = await signedInAs(product, table.people['Ana'] ?? '');
  bo = await signedInAs(product, table.people['Bo'] ?? '');
  visitor = visitorBrowser(product);
  await holdMeeting(product, chair, table);
}

const compile = () => chair.post(`${page}/compilation`);
const circulate = (version = '1') => chair.post(`${page}/circulation`, { version });

beforeEach(() => hold());

describe('compiling', () => {
  it('freezes why a member stepped aside, and shows it to everybody who reads the minutes', async () => {
    await product
      .db('votes')
      .where({ membership_id: table.seats['Cy'] ?? '' })
      .update({ choice: 'recused', reason: 'My sister works there' });
    await compile();
    const votes = (await minutes()).record.items.flatMap(({ motions }) => motions.flatMap((motion) => motion.votes));
    expect(votes.filter(({ reason }) => reason !== undefined)).toEqual([
      { name: 'Cy', choice: 'recused', reason: 'My sister works there' },
    ]);
    expect(text((await chair.get(page)).text)).toContain('CyRecused: My sister works there');
  });

  it('freezes attendance, quorum, outcomes, every vote and what is to be done', async () => {
    expect((await compile()).status).toBe(303);
    const { record, text: words } = await minutes();
    expect(record.attendance.map(({ name, status, remoteReason }) => [name, status, remoteReason])).toEqual([
      ['Ana', 'present', ''],
      ['Bo', 'present', ''],
      ['Cy', 'remote', 'care of a child'],
      ['Di', 'excused', ''],
      ['Eli', 'absent', ''],
    ]);
    expect(record.quorum).toEqual({ seats: 5, needed: 3, spans: [{ from: '2026-12-04T02:04:00.000Z', to: '2026-12-04T02:20:00.000Z' }] });
    const [a, b] = record.items.filter(({ isAction }) => isAction);
    expect(a?.motions[0]?.votes.map(({ choice }) => choice)).toEqual(['yes', 'yes', 'no', 'absent', 'absent']);
    expect([a?.outcome, a?.actionItems, b?.outcome, b?.outcomeWords]).toEqual([
      'decided',
      [{ text: 'Write to the board', owner: 'Bo', dueOn: '2026-12-18' }],
      'postponed',
      'To January',
    ]);
    expect(words.items['a']).toBe('A lively talk.');
    expect(JSON.stringify(await minutes())).not.toMatch(/@|555|Broadway|surgery/);
    expect((await compile()).status).toBe(409);
  });

  it('is for those who run meetings, and nobody else sees the draft yet', async () => {
    expect((await bo.post(`${page}/compilation`)).status).toBe(403);
    await compile();
    expect([(await bo.get(desk)).status, (await visitor.get(desk)).status]).toEqual([403, 303]);
    expect([(await bo.get(page)).status, (await visitor.get(page)).status, (await chair.get(page)).status]).toEqual([404, 404, 200]);
  });
});

describe('editing', () => {
  it('refuses a stale save, keeps the words and shows what stands', async () => {
    await compile();
    expect((await chair.post(`${page}/text`, { version: '1', text_a: 'One' })).status).toBe(303);
    const late = await chair.post(`${page}/text`, { version: '1', text_a: 'Two' });
    expect([late.status, cheerio.load(late.text)('[name=text_a]').val(), cheerio.load(late.text)('.app-quote').text()]).toEqual([
      409,
      'Two',
      'Now: One',
    ]);
    expect((await minutes()).text.items['a']).toBe('One');
  });
});

describe('circulating', () => {
  it('mails every member once and asks the next meeting to approve', async () => {
    await aStoredMeeting(product.deps, table.collaborative, january2027);
    await compile();
    expect((await circulate()).status).toBe(303);
    expect((await circulate('2')).status).toBe(409);
    const sent = await mails(product.deps, 'minutes.circulated');
    expect(sent.map(({ to_address: address }) => address).sort()).toEqual(
      ['ana', 'bo', 'cy', 'di', 'eli'].map((name) => `${name}@example.org`),
    );
    expect(sent[0]?.text.replace(/\s+/g, ' ')).toContain('Propose corrections before Thursday, January 7, 2027');
    const items = await product.db('agenda_items').where({ approves_minutes_of: 'meeting-1' }).select('meeting_id', 'is_action', 'title');
    expect(
      items.map(({ meeting_id, is_action, title }) => [meeting_id, Boolean(is_action), (JSON.parse(title) as { es: string }).es]),
    ).toEqual([['meeting-2', true, 'Aprobar el acta del 3 de diciembre de 2026']]);
  });

  it('says plainly that no meeting is planned, and puts the item on the one that comes', async () => {
    await compile();
    await circulate();
    expect(text((await chair.get(desk)).text)).toContain('No meeting is asked to approve these minutes yet.');
    expect((await chair.post(`${page}/agenda-item`)).status).toBe(409);
    await aStoredMeeting(product.deps, table.collaborative, january2027);
    expect((await chair.post(`${page}/agenda-item`)).status).toBe(303);
    expect((await chair.post(`${page}/agenda-item`)).status).toBe(303);
    expect(await product.db('agenda_items').where({ approves_minutes_of: 'meeting-1' }).pluck('meeting_id')).toEqual(['meeting-2']);
    expect(text((await chair.get(desk)).text)).toContain('The meeting of January 7, 2027 is asked to approve them.');
  });

  it('holds back words with an address or a telephone number', async () => {
    await compile();
    await chair.post(`${page}/text`, { version: '1', text_a: 'Call Bo at 213 555 0100' });
    const refused = await circulate('2');
    expect(refused.status).toBe(422);
    expect(text(refused.text)).toContain('Take it out first: Item 3.');
    expect([(await minutes()).status, await mails(product.deps, 'minutes.circulated')]).toEqual(['drafted', []]);
  });

  it('marks the draft as a draft on the page, in Spanish and as data', async () => {
    await compile();
    await circulate();
    const shown = await visitor.get(page);
    expect(cheerio.load(shown.text)('title').text()).toContain('DRAFT minutes');
    expect(text(shown.text)).toContain('DRAFT. These minutes are not approved.');
    expect(text((await visitor.get(`${page}?lang=es`)).text)).toContain('BORRADOR. Esta acta no está aprobada.');
    expect(((await visitor.get(`${page}.json`)).body as { status: string }).status).toBe('DRAFT');
    expect(text(shown.text)).not.toMatch(/@|555|surgery/);
    const draft = textOfPdf(await pdfOf(visitor, `${page}.pdf?lang=es`));
    for (const words of ['BORRADOR. Esta acta no está aprobada.', 'Asistencia', 'Moción 1: Aprobada']) expect(draft).toContain(words);
    expect([draft.split('BORRADOR').length > 3, /@|555|surgery/.test(draft)]).toEqual([true, false]);
  });

  it('keeps drafts to the members where the collaborative says so', async () => {
    await hold({ ...usualSettings, draftMinutesPublic: false });
    await compile();
    await circulate();
    expect([(await visitor.get(page)).status, (await visitor.get(`${page}.json`)).status, (await bo.get(page)).status]).toEqual([
      404, 404, 200,
    ]);
  });
});

describe('corrections', () => {
  it('are proposed by members, taken or declined with words, and shown to members only', async () => {
    await compile();
    expect((await bo.post(`${page}/correction`, { correction: 'Early' })).status).toBe(404);
    await circulate();
    expect((await bo.post(`${page}/correction`, { correction: '' })).status).toBe(422);
    expect((await bo.post(`${page}/correction`, { correction: 'Cy voted yes' })).status).toBe(303);
    const { id } = await product.db('minutes_corrections').first<{ id: string }>('id');
    const bare = await chair.post(`${page}/corrections/${id}/answer`, { event: 'decline', answer: '' });
    expect([bare.status, cheerio.load(bare.text)('.app-error-summary a').text()]).toEqual([422, 'Say why, in words for the member']);
    expect((await bo.post(`${page}/corrections/${id}/answer`, { event: 'take', answer: '' })).status).toBe(403);
    expect((await chair.post(`${page}/corrections/${id}/answer`, { event: 'decline', answer: 'The roll says no' })).status).toBe(303);
    expect((await chair.post(`${page}/corrections/${id}/answer`, { event: 'take', answer: '' })).status).toBe(409);
    expect(text((await bo.get(page)).text)).toContain('The roll says no');
    expect(text((await visitor.get(page)).text)).not.toContain('Cy voted yes');
  });
});

describe('approval', () => {
  const fields = { kind: 'regular', titleEn: 'January meeting', date: '2027-01-07', starts: '18:00', ends: '20:00', place: 'Lincoln High' };

  /** Plans the January meeting as staff do; the approval item comes by itself. Then posts and begins it. */
  async function january(): Promise<{ id: string; item: string }> {
    const staff = await signedInAs(product, (await someoneAs(product.deps, 'staff', table.collaborative, 'sam@example.org')).id);
    expect((await staff.submit('/staff/central/meetings/new', { ...fields, do: 'schedule' })).status).toBe(303);
    const { meeting_id: id, id: item } = (await product.db('agenda_items').where({ approves_minutes_of: 'meeting-1' }).first())!;
    const meeting = await getMeeting(product.db, id);
    await insertPosting(product.db, aPosting('2027-01-02T20:00:00.000Z', { meeting, items: await listItems(product.db, id) }));
    await product.db('meetings').where({ id }).update({ status: 'posted' });
    return { id, item };
  }

  async function voteIn(id: string, item: string, choice: string, at = '2027-01-08T02:00:00.000Z'): Promise<void> {
    product.clock.moveTo(at);
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    const session = `/meetings/${id}/session`;
    await chair.post(`${session}/beginning`);
    const here = { Ana: 'present', Bo: 'present', Cy: 'present' };
    await chair.post(`${session}/roll-call`, { version: '0', ...rollCallOf(table, here) });
    const { Ana = '', Bo = '' } = table.seats;
    await chair.post(`${session}/items/${item}/motion`, { motion: 'Approve them', mover: Ana, seconder: Bo });
    const motion = (await product.db('motions').where({ meeting_id: id }).first<{ id: string }>('id')).id;
    const votes = voteOf(table, { Ana: choice, Bo: choice, Cy: 'no' });
    expect((await chair.post(`${session}/motions/${motion}/vote`, { version: '1', ...votes })).status).toBe(303);
  }

  it('comes from the motion that carries in the next meeting, says so, and locks the words', async () => {
    await compile();
    await circulate();
    const { id, item } = await january();
    await voteIn(id, item, 'yes');
    const approved = await minutes();
    expect([approved.status, approved.approvedAt]).toEqual(['approved', '2027-01-08T02:00:00.000Z']);
    const shown = await visitor.get(page);
    expect(text(shown.text)).toContain('Approved on January 7, 2027 by motion 1 of the meeting of January 7, 2027.');
    expect(text(shown.text)).not.toContain('DRAFT');
    const paper = await pdfOf(visitor, `${page}.pdf`);
    expect([textOfPdf(paper).includes('Approved on January 7, 2027 by motion 1'), textOfPdf(paper).includes('DRAFT')]).toEqual([
      true,
      false,
    ]);
    for (const tag of ['/S /H1', '/S /H3', '/S /Table', '/S /TH']) expect(paper.toString('latin1')).toContain(tag);
    expect((await chair.post(`${page}/text`, { version: String(approved.version), text_a: 'Other' })).status).toBe(409);
    expect((await bo.post(`${page}/correction`, { correction: 'Late' })).status).toBe(303);
    const again = await signedInAs(product, table.people['Bo'] ?? '');
    expect((await again.post(`${page}/correction`, { correction: 'Late' })).status).toBe(409);
    expect(await product.db('events').where({ action: 'minutes.approved' }).pluck('subject_id')).toEqual(['meeting-1']);
  });

  it('can be corrected by a motion of a later meeting alone; the version before stays and says so', async () => {
    await compile();
    await chair.post(`${page}/text`, { version: '1', text_a: 'A lively talk of the board.' });
    await circulate('2');
    const first = await january();
    expect((await chair.get(`${page}/amendment`)).status).toBe(409);
    await voteIn(first.id, first.item, 'yes');
    const february = { id: 'meeting-3', startsAt: '2027-02-05T02:00:00.000Z', endsAt: '2027-02-05T04:00:00.000Z' };
    await aStoredMeeting(product.deps, table.collaborative, february);
    const amendment = `${page}/amendment`;
    const propose = (fields: Record<string, string>) =>
      chair.submit(amendment, { reason: 'The council spoke, not the board.', ...fields }, amendment);
    expect((await propose({})).status).toBe(422);
    expect((await propose({ text_a: 'Call 213 555 0100' })).text).toContain('Call 213 555 0100</textarea>');
    const old = await propose({ version: '1', text_a: 'Mine' });
    expect([old.status, cheerio.load(old.text)('[name=text_a]').val()]).toEqual([409, 'Mine']);
    expect((await propose({ text_a: 'A lively talk of the council.' })).status).toBe(303);
    expect((await chair.post(amendment, { reason: 'Again', text_a: 'Twice', version: '5' }, amendment)).status).toBe(409);
    const waiting = cheerio.load((await chair.get(amendment)).text);
    expect([waiting('del').text(), waiting('ins').text()]).toEqual(['Removed:  board. (end)', 'Added:  council. (end)']);
    expect(text((await visitor.get(page)).text)).toContain('A lively talk of the board.');

    const line = (await product.db('agenda_items').where({ approves_minutes_of: 'meeting-1', meeting_id: 'meeting-3' }).first())!;
    expect(JSON.parse(line.title)).toMatchObject({ en: 'Approve a correction of the minutes of December 3, 2026' });
    const meeting = await getMeeting(product.db, 'meeting-3');
    await insertPosting(product.db, {
      ...aPosting('2027-01-09T20:00:00.000Z', { meeting, items: await listItems(product.db, 'meeting-3') }),
      id: 'posting-3',
    });
    await product.db('meetings').where({ id: 'meeting-3' }).update({ status: 'posted' });
    await voteIn('meeting-3', line.id, 'yes', '2027-02-05T02:00:00.000Z');

    const shown = text((await visitor.get(page)).text);
    expect(shown).toContain(
      'Corrected on February 4, 2027 by motion 1 of the meeting of February 4, 2027. Reason: The council spoke, not the board.',
    );
    expect([shown.includes('talk of the council.'), shown.includes('talk of the board.')]).toEqual([true, false]);
    const before = text((await visitor.get(`${page}?version=4`)).text);
    expect([before.includes('This version was superseded.'), before.includes('talk of the board.')]).toEqual([true, true]);
    expect((await visitor.get(`${page}?version=1`)).status).toBe(404);
    const changes = cheerio.load((await visitor.get(`${page}/changes?from=4&to=5&lang=es`)).text);
    expect([changes('del').text(), changes('ins').text()]).toEqual(['Se quitó:  board. (fin)', 'Se agregó:  council. (fin)']);
    expect((await visitor.get(`${page}.json`)).body).toMatchObject({
      status: 'APPROVED',
      text: { items: { a: 'A lively talk of the council.' } },
      corrections: [{ version: 5 }],
    });
    expect((await minutes()).text.items['a']).toBe('A lively talk of the board.');
  });

  it('does not come from a motion that fails; the desk says that nobody is asked any more', async () => {
    await compile();
    await circulate();
    const { id, item } = await january();
    await voteIn(id, item, 'no');
    expect((await minutes()).status).toBe('circulated');
    expect(text((await chair.get(desk)).text)).toContain('No meeting is asked to approve these minutes yet.');
  });
});
