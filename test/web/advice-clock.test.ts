import * as cheerio from 'cheerio';
import { acknowledgeNote, deliverNote, getNote, saveNote, signAnswer, writeAnswer, writeNote } from '../../src/features/advice';
import { scanReminders } from '../../src/features/messages';
import type { Collaborative } from '../../src/features/collaboratives';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative, aMember, someoneAs } from '../support/builders/meeting';
import { countQueries, emptyTables } from '../support/database';
import { actorOf } from '../support/district/people';
import { mails } from '../support/mailbox';

let product: TestProduct;
let central: Collaborative;
let people: Readonly<Record<'chair' | 'author' | 'member' | 'staff' | 'approver', string>>;
let id: string;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

const as = (who: keyof typeof people): Promise<Browser> => signedInAs(product, people[who]);
const actor = (who: keyof typeof people) => actorOf(product.deps, people[who]);
const noteAddress = () => `/advice/${id}`;
const staffAddress = (page: string) => `/staff/advice/${id}/${page}`;
const reply = () => `${noteAddress()}/reply`;
const errors = (html: string) => cheerio.load(html)('.app-error-summary a').text();
const told = async (kind: string) => (await mails(product.deps, kind)).map(({ to_address: to }) => to.split('@')[0]).sort();

/** A note of Bo, delivered on Thursday, December 3, 2026 and acknowledged: the answer is due on January 21, 2027. */
beforeEach(async () => {
  const { deps, db, clock } = product;
  await emptyTables(db);
  clock.moveTo('2026-12-01T20:00:00.000Z');
  central = await aCollaborative(deps);
  const member = async (name: string, seat: string, office?: 'chair') =>
    (await aMember(deps, central, { name, email: `${name.toLowerCase()}@example.org`, seat, ...(office === undefined ? {} : { office }) }))
      .id;
  people = {
    chair: await member('Ana', 'C-1', 'chair'),
    author: await member('Bo', 'C-2'),
    member: await member('Cy', 'C-3'),
    staff: (await someoneAs(deps, 'staff', central, 'sam@example.org')).id,
    approver: (await someoneAs(deps, 'approver', central, 'pat@example.org')).id,
  };
  const words = {
    language: 'en',
    title: 'Shade',
    background: 'It is hot.',
    topic: 'facilities' as const,
    recommendations: ['Plant trees.'],
  };
  ({ id } = await writeNote(deps, await actor('author'), central.id, words));
  const note = await getNote(db, id);
  await saveNote(db, { ...note, status: 'adopted', adoptedAt: clock.now() });
  clock.moveTo('2026-12-03T20:00:00.000Z');
  await deliverNote(deps, await actor('chair'), id);
  await acknowledgeNote(deps, await actor('staff'), id);
});

describe('the day of the answer', () => {
  it('is put off by staff with a reason that everyone reads, and the authors are told once', async () => {
    const staff = await as('staff');
    const wrong = await staff.submit(
      staffAddress('date'),
      { to: '2027-01-23', reason: 'The survey ends in February' },
      staffAddress('extension'),
    );
    expect([wrong.status, errors(wrong.text), cheerio.load(wrong.text)('[name=reason]').val()]).toEqual([
      422,
      'Choose a working day',
      'The survey ends in February',
    ]);
    const sent = await staff.submit(
      staffAddress('date'),
      { to: '2027-02-05', reason: 'The survey ends in February' },
      staffAddress('extension'),
    );
    expect(sent.status).toBe(303);
    const page = mainText((await visitorBrowser(product).get(noteAddress()).expect(200)).text);
    expect(page).toContain('Delivered on December 3, 2026; 30 working days to answer: January 21, 2027.');
    expect(page).toContain('Put off on December 3, 2026 to February 5, 2027. Why: The survey ends in February');
    expect(mainText((await visitorBrowser(product).get(`${noteAddress()}?lang=es`)).text)).toContain(
      'Se entregó el 3 de diciembre de 2026; 30 días hábiles',
    );
    expect(await told('advice.extended')).toEqual(['bo']);
    const stale = await staff.post(
      staffAddress('extension'),
      { to: '2027-02-08', reason: 'Once more', version: '1' },
      staffAddress('date'),
    );
    expect([stale.status, await told('advice.extended')]).toEqual([409, ['bo']]);
  });

  it('stands while the authors are asked, and moves by the working days until they reply', async () => {
    const staff = await as('staff');
    await staff.submit(staffAddress('date'), { question: 'Which yard?' }, staffAddress('question'));
    expect(await told('advice.question')).toEqual(['bo']);
    product.clock.moveTo('2027-02-10T20:00:00.000Z');
    expect(mainText((await visitorBrowser(product).get(noteAddress())).text)).not.toContain('has not come');
    await scanReminders(product.deps);
    expect(await told('advice.due')).toEqual([]);
    product.clock.moveTo('2026-12-10T20:00:00.000Z');
    const author = await as('author');
    const sent = await author.submit(reply(), { reply: 'The one in the north' }, reply());
    expect([sent.status, (await getNote(product.db, id)).answerBy, await told('advice.replied')]).toEqual([303, '2027-01-28', ['sam']]);
    const page = mainText((await visitorBrowser(product).get(noteAddress())).text);
    expect(page).toContain('They replied on December 10, 2026; the answer is due on January 28, 2027 since: Which yard?');
    expect(page).toContain('Their reply The one in the north');
    await author.get(reply()).expect(409);
  });

  it('is moved by nobody else', async () => {
    const staff = await as('staff');
    await staff.submit(staffAddress('date'), { question: 'Which yard?' }, staffAddress('question'));
    const before = await getNote(product.db, id);
    const answers: Record<string, number[]> = {};
    for (const who of ['chair', 'author', 'member', 'staff', 'approver'] as const) {
      const browser = await as(who);
      answers[who] = [
        (await browser.get(staffAddress('date'))).status,
        (await browser.post(staffAddress('extension'), { to: '2027-02-05', reason: 'x', version: '0' }, '/help')).status,
        (await browser.post(staffAddress('question'), { question: 'x', version: '0' }, '/help')).status,
        (await browser.get(reply())).status,
        (await browser.post(reply(), { reply: 'x', version: '0' }, '/help')).status,
      ];
    }
    expect(answers).toEqual({
      chair: [403, 403, 403, 200, 409],
      author: [403, 403, 403, 200, 409],
      member: [403, 403, 403, 403, 403],
      staff: [200, 409, 409, 403, 403],
      approver: [403, 403, 403, 403, 403],
    });
    expect(await getNote(product.db, id)).toEqual(before);
    expect((await visitorBrowser(product).get(staffAddress('date'))).headers['location']).toContain('/sign-in');
  });

  it('adds no query for more moves', async () => {
    const read = () => visitorBrowser(product).get(noteAddress()).then();
    const extend = async (to: string) =>
      (await as('staff')).submit(staffAddress('date'), { to, reason: 'More' }, staffAddress('extension'));
    await extend('2027-02-05');
    const one = await countQueries(product.db, read);
    await extend('2027-02-08');
    await extend('2027-02-09');
    expect(await countQueries(product.db, read)).toBe(one);
  });
});

describe('reminders', () => {
  const on = async (day: string) => {
    product.clock.moveTo(`${day}T18:00:00.000Z`);
    await scanReminders(product.deps);
    await scanReminders(product.deps);
    return told('advice.due');
  };

  it('go to staff before the day, to the approver too once it is late, each once', async () => {
    expect(await on('2027-01-06')).toEqual([]);
    expect(await on('2027-01-07')).toEqual(['sam']);
    expect(await on('2027-01-21')).toEqual(['sam', 'sam']);
    expect(await on('2027-01-25')).toEqual(['sam', 'sam']);
    expect(await on('2027-01-26')).toEqual(['pat', 'sam', 'sam', 'sam']);
    const [mail] = await mails(product.deps, 'advice.due');
    expect(mail?.subject).toMatch(/C-2026-01/);
  });

  it('count from the new day when it was put off', async () => {
    await (await as('staff')).submit(staffAddress('date'), { to: '2027-02-05', reason: 'More' }, staffAddress('extension'));
    expect(await on('2027-01-21')).toEqual([]);
    expect(await on('2027-01-22')).toEqual(['sam']);
  });

  it('go to the approver while the answer waits for the signature, and to nobody once it is signed', async () => {
    const { recommendations } = await getNote(product.db, id);
    const dispositions = recommendations.map(({ id: recommendationId }) => ({
      recommendationId,
      disposition: 'declined' as const,
      reasons: { en: 'No water' },
      commitment: null,
    }));
    await writeAnswer(product.deps, await actor('staff'), id, { words: { version: 0, opening: '', dispositions }, then: 'send' });
    expect(await on('2027-01-07')).toEqual(['pat']);
    await signAnswer(product.deps, await actor('approver'), id, 2);
    expect(await on('2027-01-21')).toEqual(['pat']);
  });
});
