import * as cheerio from 'cheerio';
import { savePerson, type Person } from '../../src/features/accounts';
import { forgetAccess } from '../../src/features/access';
import type { Collaborative } from '../../src/features/collaboratives';
import { saveRsvp } from '../../src/features/meetings/rsvp.queries';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;
let central: Collaborative;
let staff: Browser;
let member: Person;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  central = await aCollaborative(product.deps);
  await aStoredMeeting(product.deps, central, { status: 'posted' });
  member = await aMember(product.deps, central, { seat: 'F1' });
  const { id } = await someoneAs(product.deps, 'staff', central, 'sam@example.org');
  staff = await signedInAs(product, id);
});

const form = '/meetings/meeting-1/access';
const sheet = '/meetings/meeting-1/logistics';
const asked = {
  needs: ['interpreter', 'child_care'],
  language: 'Mixteco',
  children: '2',
  words: 'Tienen 3 y 5 años',
  name: 'Rosa Luz',
  email: 'rosa@example.org',
  phone: '',
};
const ask = (given: Partial<Record<keyof typeof asked, string | string[]>> = {}) => {
  const browser = visitorBrowser(product);
  browser.language = 'es';
  return browser.submit(form, { ...asked, ...given }, form);
};
const rows = () => product.db('access_requests').orderBy(['asked_at', 'id']);
const text = (html: string, selector = 'main'): string => cheerio.load(html)(selector).text().replace(/\s+/g, ' ').trim();
const requestPath = async (): Promise<string> => `${sheet}/${(await rows())[0]!.id}`;
const answer = async (given: Record<string, string>) => {
  const path = await requestPath();
  return staff.submit(path, given, `${path}/answer`);
};

describe('asking for help to take part', () => {
  it('needs no account: it is kept in the language of the page, the staff are told, and a receipt comes', async () => {
    const sent = await ask();
    expect([sent.status, sent.headers['location']]).toEqual([303, `${form}/sent`]);
    expect(
      (await rows()).map(({ needs, language, children, locale, status, is_late }) => [needs, language, children, locale, status, is_late]),
    ).toEqual([['["interpreter","child_care"]', 'Mixteco', 2, 'es', 'open', 0]]);
    expect((await mails(product.deps)).map(({ to_address, subject }) => [to_address, subject]).sort()).toEqual([
      ['rosa@example.org', 'Recibimos su solicitud para el 3 de diciembre de 2026'],
      ['sam@example.org', 'Someone needs help to take part on December 3, 2026'],
    ]);
  });

  it('puts nothing of what was written into any mail, and none of it into the history', async () => {
    await ask({ words: 'A secret need' });
    const all = (await mails(product.deps)).map(({ subject, text: words, html }) => `${subject} ${words} ${html}`).join(' ');
    expect(all).not.toMatch(/secret|Mixteco|Rosa/);
    const events = await product.db('events').where({ subject_kind: 'access_request' });
    expect([events.map(({ action }) => action), JSON.stringify(events)]).toEqual([
      ['access.asked'],
      expect.not.stringMatching(/secret|Mixteco|Rosa/),
    ]);
  });

  it('keeps the words when something is missing, and says what', async () => {
    const refused = await ask({ language: '', email: '' });
    const page = cheerio.load(refused.text);
    expect([
      refused.status,
      page('.app-error-summary a')
        .map((_, link) => page(link).attr('href'))
        .get(),
    ]).toEqual([422, ['#language', '#email']]);
    expect([page('#words').val(), page('input[name="needs"]:checked').length, await rows()]).toEqual(['Tienen 3 y 5 años', 2, []]);
  });

  it('is taken after the day to ask by, marked late, and says that a call is faster', async () => {
    product.clock.moveTo('2026-12-01T20:00:00.000Z');
    expect(text((await visitorBrowser(product).get(form)).text)).toContain('The day to ask by was November 30, 2026. Ask all the same');
    await ask();
    expect((await rows())[0]!.is_late).toBe(1);
    expect((await mails(product.deps, 'access.asked'))[0]!.text).toContain('It came after the day to ask by.');
  });

  it('ends when the meeting begins or is off, and says whom to call', async () => {
    const open = visitorBrowser(product);
    await product.db('meetings').update({ status: 'cancelled' });
    expect((await open.post(form, asked)).status).toBe(409);
    const { text: html } = await open.get(form).expect(200);
    expect([cheerio.load(html)('main form').length, text(html)]).toEqual([0, expect.stringContaining('central@example.org, 213 555 0100')]);
    expect(cheerio.load((await open.get('/meetings/meeting-1')).text)(`a[href="${form}"]`).length).toBe(0);
  });

  it('is filled in from one’s own profile, and offered on the page of the meeting', async () => {
    await savePerson(product.db, { ...member, accessNeeds: { interpreter: 'Korean' } });
    const browser = await signedInAs(product, member.id);
    const page = cheerio.load((await browser.get(form)).text);
    expect([page('#language').val(), page('#email').val(), page('input[name="needs"]:checked').val()]).toEqual([
      'Korean',
      'ana@example.org',
      'interpreter',
    ]);
    expect(cheerio.load((await visitorBrowser(product).get('/meetings/meeting-1')).text)(`a[href="${form}"]`).length).toBe(1);
  });

  it('is unknown for a draft of a meeting', async () => {
    await product.db('meetings').update({ status: 'draft' });
    await visitorBrowser(product).get(form).expect(404);
  });

  it('stops a program that fills in what people do not see, and somebody who sends it over and over', async () => {
    expect((await visitorBrowser(product).submit(form, { ...asked, website: 'x' }, form)).status).toBe(303);
    expect(await rows()).toEqual([]);
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) statuses.push((await ask()).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  });
});

describe('the sheet of the staff', () => {
  it('adds up what was asked for and what members need who may come', async () => {
    await savePerson(product.db, { ...member, accessNeeds: { interpreter: 'mixteco', mobility: 'Step-free way' } });
    await ask();
    const { text: html } = await staff.get(sheet).expect(200);
    const page = cheerio.load(html);
    const sums = page('#sums')
      .parent()
      .find('dl > div')
      .map((_, row) => text(page.html(row), 'body'))
      .get();
    expect(sums).toEqual(['Interpreter: Mixteco for 2 people', 'Child care during the meeting Care for 2 children']);
    expect(text(html)).toContain('Ana Reyes: has not answered');
    await saveRsvp(product.db, { meetingId: 'meeting-1', personId: member.id, answer: 'not_coming', reason: '', answeredAt: testNow });
    expect(text((await staff.get(sheet)).text)).not.toContain('Step-free way');
  });

  it('tells the asker that it is arranged, in their language, once for each answer', async () => {
    await ask();
    expect((await answer({ event: 'arrange', words: 'Pregunte por Sam en la puerta.' })).headers['location']).toBe(sheet);
    await answer({ event: 'refuse', words: 'La intérprete se enfermó.' });
    const sent = await mails(product.deps, 'access.answered');
    expect(sent.map(({ subject }) => subject).sort()).toEqual([
      'Listo para el 3 de diciembre de 2026: lo que usted pidió',
      'Sobre lo que usted pidió para el 3 de diciembre de 2026',
    ]);
    expect(sent.find(({ text: words }) => words.includes('Pregunte por Sam en la puerta.'))?.text).toContain('/meetings/meeting-1');
    expect((await rows())[0]!.status).toBe('refused');
  });

  it('asks for words where it is not possible, and refuses what somebody else answered meanwhile', async () => {
    await ask();
    const path = await requestPath();
    expect((await answer({ event: 'refuse', words: '' })).status).toBe(422);
    await staff.get(path);
    await answer({ event: 'arrange', words: '' });
    expect((await staff.post(`${path}/answer`, { event: 'refuse', words: 'Late', version: '1' }, path)).status).toBe(409);
    expect(await mails(product.deps, 'access.answered')).toHaveLength(1);
  });

  it('names the phone to call where there is no address, and sends nothing', async () => {
    await ask({ email: '', phone: '213 555 0188' });
    expect(text((await staff.get(await requestPath())).text)).toContain('please call 213 555 0188');
    await answer({ event: 'arrange', words: '' });
    expect((await mails(product.deps)).map(({ kind }) => kind)).toEqual(['access.asked']);
  });

  it('is for the staff who arrange it: no officer, no administrator, nobody elsewhere', async () => {
    await ask();
    const path = await requestPath();
    const chair = await aMember(product.deps, central, { seat: 'F2', office: 'chair', email: 'chair@example.org' });
    const admin = await someoneAs(product.deps, 'administrator', null, 'ada@example.org');
    const east = await aCollaborative(product.deps, 'east');
    const other = await someoneAs(product.deps, 'staff', east, 'eve@example.org');
    for (const { id } of [chair, admin, other, member]) {
      const browser = await signedInAs(product, id);
      for (const page of [sheet, path]) expect((await browser.get(page)).status).toBe(404);
    }
    expect((await visitorBrowser(product).get(sheet)).status).toBe(303);
  });
});

describe('what people needed', () => {
  it('is forgotten 30 days after the meeting, and not before', async () => {
    await ask();
    product.clock.moveTo('2027-01-03T04:00:00.000Z');
    await forgetAccess(product.deps);
    expect(await rows()).toHaveLength(1);
    product.clock.moveTo('2027-01-03T04:00:00.001Z');
    await forgetAccess(product.deps);
    expect(await rows()).toEqual([]);
  });
});
