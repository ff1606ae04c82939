import * as cheerio from 'cheerio';
import type { Person } from '../../src/features/accounts';
import type { Collaborative } from '../../src/features/collaboratives';
import { scanReminders } from '../../src/features/messages';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { signedInAs, visitorBrowser } from '../support/browser';
import { emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

let product: TestProduct;
let central: Collaborative;
let ana: Person;
let link: string;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = await aCollaborative(product.deps);
  ana = await aMember(product.deps, central, { seat: 'F1', locale: 'es' });
  await aStoredMeeting(product.deps, central, { status: 'posted' });
  product.clock.moveTo('2026-11-29T18:00:00.000Z');
  await scanReminders(product.deps);
  const [mail] = await mails(product.deps, 'meeting.coming');
  link = linkIn(mail!.text, '/coming/');
});

const text = (html: string, selector = 'main'): string => cheerio.load(html)(selector).text().replace(/\s+/g, ' ').trim();
const answers = () => product.db('rsvps').select('person_id', 'answer', 'reason');

describe('the link of “are you coming?”', () => {
  it('asks in the language of the browser without a password, and looking at it changes nothing', async () => {
    const browser = visitorBrowser(product);
    const { text: html, headers } = await browser.get(link).expect(200);
    expect([text(html, 'h1'), cheerio.load(html)('input[name="answer"]').length]).toEqual(['Ana Reyes, are you coming?', 3]);
    expect(headers['cache-control']).toContain('no-store');
    expect(await answers()).toEqual([]);
  });

  it('takes an answer, shows what stands, and takes another', async () => {
    const browser = visitorBrowser(product);
    const sent = await browser.submit(link, { answer: 'remote', reason: 'Caring for a child' }, link);
    expect([sent.status, sent.headers['location']]).toEqual([303, link]);
    expect(text((await browser.get(link)).text, '.app-notice')).toContain('Your answer so far: I will take part from afar.');
    await browser.submit(link, { answer: 'not_coming', reason: 'Work' }, link);
    expect(await answers()).toEqual([{ person_id: ana.id, answer: 'not_coming', reason: 'Work' }]);
  });

  it('asks for a cause from afar and stops at the limit of the year, where the Brown Act counts', async () => {
    const browser = visitorBrowser(product);
    const says = async (answer: string, reason: string) => {
      const sent = await browser.submit(link, { answer, reason }, link);
      return sent.status === 303 ? 'taken' : `${sent.status} ${text(sent.text, '.app-error-summary li')}`;
    };
    expect(await says('remote', '')).toBe('422 Say why you take part from afar');
    expect(text((await browser.get(link)).text)).toContain('From afar for just cause this year: 0 of 2');
    for (const [index, day] of ['2026-12-10', '2026-12-17'].entries()) {
      await aStoredMeeting(product.deps, central, { id: `more-${index}`, status: 'scheduled', startsAt: `${day}T02:00:00.000Z` });
      const rsvp = { meeting_id: `more-${index}`, person_id: ana.id, reason: '', answered_at: '2026-11-29T18:00:00.000Z' };
      await product.db('rsvps').insert({ ...rsvp, answer: 'remote' });
      if (index === 0) expect(await says('remote', 'Caring for a child')).toBe('taken');
    }
    expect(await says('remote', 'Caring for a child')).toContain('422 You have taken part from afar as often as the law allows');
    expect(text((await browser.get(link)).text)).toContain('From afar for just cause this year: 2 of 2');
    expect(await says('coming', '')).toBe('taken');
    await product.db('collaboratives').where({ slug: 'central' }).update({ regime: 'policy' });
    expect(await says('remote', '')).toBe('taken');
    expect(text((await browser.get(link)).text)).not.toContain('just cause');
  });

  it('says what is missing', async () => {
    const refused = await visitorBrowser(product).submit(link, { answer: 'perhaps', reason: 'Words' }, link);
    expect([refused.status, text(refused.text, '.app-error-summary li'), cheerio.load(refused.text)('#reason').val()]).toEqual([
      422,
      'Choose one',
      'Words',
    ]);
  });

  it('is worth nothing when it was changed, for another meeting, or once the member has left', async () => {
    const browser = visitorBrowser(product);
    await browser.get(`${link.slice(0, -2)}xx`).expect(404);
    await product.db('memberships').update({ status: 'ended', ended_on: '2026-11-28', end_reason: 'resigned' });
    expect((await browser.post(link, { answer: 'coming', reason: '' })).status).toBe(403);
    expect(await answers()).toEqual([]);
  });

  it('ends with the meeting, and says so', async () => {
    product.clock.moveTo('2026-12-04T04:00:00.000Z');
    const browser = visitorBrowser(product);
    const { text: html } = await browser.get(link).expect(200);
    expect(cheerio.load(html)('main form').length).toBe(0);
    expect((await browser.post(link, { answer: 'coming', reason: '' })).status).toBe(409);
  });
});

describe('the page of the meeting', () => {
  it('tells those who run it how the quorum stands by the answers, and nobody else', async () => {
    await aMember(product.deps, central, { seat: 'F2', email: 'bo@example.org', name: 'Bo Lee' });
    await visitorBrowser(product).submit(link, { answer: 'coming', reason: '' }, link);
    const staff = await someoneAs(product.deps, 'staff', central, 'sam@example.org');
    const line = 'By the answers, 1 of 2 voting members come. 2 are needed. 0 do not come, and 1 have not answered.';
    expect(text((await (await signedInAs(product, staff.id)).get('/meetings/meeting-1')).text)).toContain(line);
    for (const browser of [visitorBrowser(product), await signedInAs(product, ana.id)])
      expect(text((await browser.get('/meetings/meeting-1')).text)).not.toContain('By the answers');
  });
});
