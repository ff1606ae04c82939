import * as cheerio from 'cheerio';
import { listItems } from '../../src/features/agendas';
import type { Person } from '../../src/features/accounts';
import type { Collaborative } from '../../src/features/collaboratives';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { signedInAs, type Browser } from '../support/browser';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;
let central: Collaborative;
let ana: Person;
let member: Browser;
let fellow: Browser;
let staff: Browser;
const there = '/me/topics/central';
const desk = '/staff/central/topics';
const shade = { title: 'Sombra en los patios', why: 'Hace mucho calor', minutes: '10', language: 'es' };
const accepted = { decision: 'accept', where: 'next', titleEn: 'Shade in yards', titleEs: 'Sombra en los patios', minutes: '15' };

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = await aCollaborative(product.deps);
  ana = await aMember(product.deps, central, { seat: 'C-1', locale: 'es' });
  const bo = await aMember(product.deps, central, { seat: 'C-2', name: 'Bo Lee', email: 'bo@example.org' });
  member = await signedInAs(product, ana.id);
  fellow = await signedInAs(product, bo.id);
  staff = await signedInAs(product, (await someoneAs(product.deps, 'staff', central, 'sam@example.org')).id);
});

const propose = (fields: Record<string, string> = {}) => member.submit(there, { ...shade, ...fields });
const onlyId = async (): Promise<string> => (await product.db('topics').pluck<string[]>('id'))[0] ?? '';
const decideOn = async (fields: Record<string, string>) => {
  const page = `${desk}/${await onlyId()}`;
  return staff.submit(page, fields, `${page}/decision`);
};
const told = async () => (await mails(product.deps)).filter(({ kind }) => kind === 'topics.decided');
const tags = (html: string): string[] => {
  const $ = cheerio.load(html);
  return $('.app-rows .app-tag')
    .map((_, tag) => $(tag).text())
    .get();
};

describe('a topic that a member proposes', () => {
  it('keeps the words of a faulty form, and stands on the list of all members with nobody told why but those who decide', async () => {
    const faulty = await propose({ title: '', minutes: '0' });
    expect([faulty.status, cheerio.load(faulty.text)('#why').text()]).toEqual([422, 'Hace mucho calor']);
    expect(cheerio.load(faulty.text)('.app-error-summary li').length).toBe(2);
    expect((await propose()).status).toBe(303);
    const list = (await fellow.get(there).expect(200)).text;
    expect(mainText(list)).toContain('Sombra en los patios');
    expect(cheerio.load(list)('[lang=es]').text()).toContain('Sombra en los patios');
    expect(list).not.toContain('Hace mucho calor');
    expect(mainText((await staff.get(`${desk}/${await onlyId()}`)).text)).toContain('Hace mucho calor');
  });

  it('is refused with a reason that its proposer sees and is mailed, and fellow members do not see', async () => {
    await propose();
    const without = await decideOn({ decision: 'refuse' });
    expect([without.status, (await told()).length]).toEqual([422, 0]);
    expect((await decideOn({ decision: 'refuse', answer: 'Another office does this' })).status).toBe(303);
    expect(tags((await fellow.get(there)).text)).toEqual(['Not taken up']);
    expect((await fellow.get(there)).text).not.toContain('Another office does this');
    expect((await member.get(there)).text).toContain('Another office does this');
    const [mail] = await told();
    expect([mail?.to_address, mail?.subject]).toEqual(['ana@example.org', 'Su tema: Sombra en los patios']);
    expect(mail?.text).toContain('Another office does this');
    expect(mail?.text).not.toContain('Hace mucho calor');
  });

  it('goes on the next regular meeting that can take it in time, by its title alone, and members find the meeting', async () => {
    await propose();
    const early = await decideOn(accepted);
    expect([early.status, cheerio.load(early.text)('#where-error').length]).toEqual([422, 1]);
    const meeting = await aStoredMeeting(product.deps, central);
    expect((await decideOn(accepted)).status).toBe(303);
    const item = (await listItems(product.db, meeting.id)).find(({ title }) => title.en === 'Shade in yards');
    expect([item?.title['es'], item?.minutes, item?.text, item?.isAction]).toEqual(['Sombra en los patios', 15, { en: '' }, false]);
    const list = cheerio.load((await fellow.get(there)).text);
    expect(list(`a[href="/meetings/${meeting.id}"]`).length).toBe(1);
    expect((await told())[0]?.text).toContain('3 de diciembre');
  });

  it('is not told of by the day of a meeting that is still a draft', async () => {
    const meeting = await aStoredMeeting(product.deps, central, { status: 'draft' });
    await propose();
    expect((await decideOn({ ...accepted, where: meeting.id })).status).toBe(303);
    expect(tags((await fellow.get(there)).text)).toEqual(['On an agenda']);
    expect((await fellow.get(there)).text).not.toContain(meeting.id);
    expect((await told())[0]?.text).not.toContain('diciembre');
  });

  it('waits again once its line is taken off or its meeting is called off', async () => {
    const meeting = await aStoredMeeting(product.deps, central);
    await propose();
    await decideOn(accepted);
    await product.db('meetings').where({ id: meeting.id }).update({ status: 'cancelled' });
    expect(tags((await fellow.get(there)).text)).toEqual(['For later']);
    await product.db('meetings').where({ id: meeting.id }).update({ status: 'scheduled' });
    await product.db('agenda_items').where({ meeting_id: meeting.id, kind: 'business' }).delete();
    expect(tags((await fellow.get(there)).text)).toEqual(['For later']);
    expect((await decideOn({ ...accepted, titleEn: 'Shade again' })).status).toBe(303);
    expect(tags((await fellow.get(there)).text)).toEqual(['On an agenda']);
  });

  it('goes on no agenda of another collaborative', async () => {
    const south = await aCollaborative(product.deps, 'south');
    const other = await aStoredMeeting(product.deps, south, { id: 'meeting-2' });
    await propose();
    expect((await decideOn({ ...accepted, where: other.id })).status).toBe(404);
    expect(await listItems(product.db, other.id)).toEqual([]);
    const sue = await signedInAs(product, (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id);
    expect((await sue.get(`/staff/south/topics/${await onlyId()}`)).status).toBe(404);
    expect((await sue.get(desk)).status).toBe(404);
  });
});

describe('two people who decide on one topic', () => {
  it('do not overwrite one another: the second is told, and keeps the words typed', async () => {
    await propose();
    await decideOn({ decision: 'defer', answer: 'In spring' });
    const page = `${desk}/${await onlyId()}`;
    const late = await staff.post(`${page}/decision`, { decision: 'refuse', answer: 'My long reason', version: '1' }, page);
    expect([late.status, cheerio.load(late.text)('#answer').text()]).toEqual([409, 'My long reason']);
    expect(mainText(late.text)).toContain('In spring');
    expect((await told()).length).toBe(1);
    expect(tags((await fellow.get(there)).text)).toEqual(['For later']);
  });
});

describe('the lists of topics', () => {
  it('ask the database as often for three as for one, and show what waits first', async () => {
    const count = async (browser: Browser, address: string): Promise<number> => {
      let queries = 0;
      const listen = () => (queries += 1);
      product.db.on('query', listen);
      await browser.get(address).expect(200);
      product.db.removeListener('query', listen);
      return queries;
    };
    await propose();
    await decideOn({ decision: 'refuse', answer: 'No' });
    await fellow.get(there);
    await staff.get(desk);
    const before = [await count(fellow, there), await count(staff, desk)];
    await propose({ title: 'Second' });
    await propose({ title: 'Third' });
    expect([await count(fellow, there), await count(staff, desk)]).toEqual(before);
    expect(tags((await staff.get(desk)).text)).toEqual(['Not decided yet', 'Not decided yet', 'Not taken up']);
  });
});
