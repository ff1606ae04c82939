import * as cheerio from 'cheerio';
import { AgendaScene, mainText } from '../support/agenda-scene';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';
import { countQueries } from '../support/database';
import { mails } from '../support/mailbox';

let product: TestProduct;
let scene: AgendaScene;
const form = '/meetings/meeting-1/comment';
const desk = '/meetings/meeting-1/comments';
const agenda = '/meetings/meeting-1/agenda';

beforeAll(async () => {
  product = await testProduct();
  scene = new AgendaScene(product);
});
afterAll(() => product.close());
beforeEach(async () => {
  await scene.begin();
  await scene.before(80);
  await scene.post(scene.chair);
});

const written = { item: 'general', text: 'Más luz en la calle.', language: 'es', name: 'Vera', email: 'vera@example.org', consent: 'yes' };
const write = (fields: Partial<typeof written> = {}) => visitorBrowser(product).submit(form, { ...written, ...fields }, form);
const rows = () => product.db('comments').orderBy(['sent_at', 'id']);
const only = async () => (await rows())[0] ?? { id: '' };
const decide = async (what: 'publication' | 'hold', fields: Record<string, string> = {}) => {
  const { id } = await only();
  return scene.staff.submit(`${desk}/${id}`, fields, `${desk}/${id}/${what}`);
};
const itemId = async () => (await product.db('agenda_items').where({ kind: 'business' }).first<{ id: string }>()).id;
const commentsOn = (html: string): string[] => {
  const $ = cheerio.load(html);
  return $('.app-agenda > li')
    .filter((_, line) => $(line).find('.app-kept-words').length > 0)
    .map((_, line) => `${$(line).find('h3').text()}: ${$(line).find('.app-kept-words').text()}`)
    .get();
};
const sent = async () =>
  (await mails(product.deps))
    .filter(({ kind }) => kind.startsWith('comment.'))
    .map(({ kind, to_address, locale }) => [kind, to_address, locale])
    .sort();

describe('writing a comment', () => {
  it('needs no account, no name and no address, and waits for staff before anybody reads it', async () => {
    const answer = await write({ name: '', email: '' });
    expect([answer.status, answer.headers['location']]).toEqual([303, `${form}/sent`]);
    expect((await rows()).map(({ name, email, text, status, locale }) => [name, email, text, status, locale])).toEqual([
      ['', '', 'Más luz en la calle.', 'waiting', 'es'],
    ]);
    expect(commentsOn((await visitorBrowser(product).get(agenda)).text)).toEqual([]);
    expect((await scene.chair.get(agenda)).text).not.toContain('Más luz');
    expect(await sent()).toEqual([]);
  });

  it('gives a receipt in the language of the comment, without a word of it', async () => {
    await write();
    expect(await sent()).toEqual([['comment.received', 'vera@example.org', 'es']]);
    const [mail] = (await mails(product.deps)).filter(({ kind }) => kind === 'comment.received');
    expect(JSON.stringify(mail)).not.toContain('Más luz');
    expect(JSON.stringify(await product.db('events').where({ action: 'comments.sent' }))).not.toMatch(/Vera|vera|Más luz/);
  });

  it('gives everything back when consent is missing, the item is none of the agenda, or it is too long', async () => {
    const page = await write({ consent: '', item: 'elsewhere', text: 'luz '.repeat(301) });
    expect(page.status).toBe(422);
    const $ = cheerio.load(page.text);
    expect(
      $('.app-error-summary a')
        .map((_, link) => $(link).attr('href'))
        .get()
        .sort(),
    ).toEqual(['#consent', '#item', '#text']);
    expect($('textarea').text()).toContain('luz luz');
    expect(await rows()).toEqual([]);
  });

  it('ends a day before the start, and says that one may still speak', async () => {
    await scene.before(24);
    expect((await write()).status).toBe(303);
    await scene.before(24, 1);
    const late = await visitorBrowser(product).get(form).expect(200);
    expect(mainText(late.text)).toContain('You can still come to the meeting and speak.');
    expect(cheerio.load(late.text)('main form').length).toBe(0);
    const page = await scene.chair.post(form, written);
    expect([page.status, (await rows()).length]).toEqual([409, 1]);
    expect((await visitorBrowser(product).get(agenda)).text).not.toContain(`href="${form}"`);
  });

  it('is slowed down after ten from one place in an hour', async () => {
    for (let number = 0; number < 10; number += 1) await write({ email: '' });
    expect((await write({ email: '' })).status).toBe(429);
    expect((await rows()).length).toBe(10);
  });
});

describe('looking for personal data', () => {
  it('publishes under the item it is about, with the name and never the address, and tells the writer', async () => {
    await write({ item: await itemId() });
    expect((await decide('publication')).status).toBe(303);
    const page = await visitorBrowser(product).get(agenda).expect(200);
    expect(commentsOn(page.text)).toEqual(['Safe routes to school: Más luz en la calle.']);
    expect(page.text).toContain('Vera');
    expect(page.text).not.toContain('vera@');
    expect(await sent()).toEqual([
      ['comment.published', 'vera@example.org', 'es'],
      ['comment.received', 'vera@example.org', 'es'],
    ]);
  });

  it('puts a comment on no item, or on one that is no longer posted, under public comment', async () => {
    await write({ item: await itemId() });
    await decide('publication');
    await product.db('comments').update({ item_id: 'gone' });
    expect(commentsOn((await visitorBrowser(product).get(agenda)).text)).toEqual(['Public comment: Más luz en la calle.']);
  });

  it('holds for a reason of the list alone, tells which, and takes a published one off again', async () => {
    await write();
    expect((await decide('hold', { reason: 'rude' })).status).toBe(422);
    expect((await only()) as object).toMatchObject({ status: 'waiting' });
    await decide('publication');
    await decide('hold', { reason: 'child' });
    expect((await only()) as object).toMatchObject({ status: 'held', reason: 'child' });
    expect(commentsOn((await visitorBrowser(product).get(agenda)).text)).toEqual([]);
    expect(await sent()).toContainEqual(['comment.held', 'vera@example.org', 'es']);
    expect(await product.db('events').where('action', 'like', 'comments.%').orderBy('place').pluck('action')).toEqual([
      'comments.sent',
      'comments.published',
      'comments.held',
    ]);
  });

  it('refuses the second of two checks made from the same page', async () => {
    await write();
    const { id } = await only();
    await decide('publication');
    const late = await scene.staff.submit(`${desk}/${id}`, { version: '1', reason: 'health' }, `${desk}/${id}/hold`);
    expect([late.status, ((await only()) as { status?: string }).status]).toEqual([409, 'published']);
  });

  it('is for staff: the chair and the public find no desk', async () => {
    await write();
    const { id } = await only();
    await scene.chair.get(desk).expect(404);
    await scene.chair.get(`${desk}/${id}`).expect(404);
    await visitorBrowser(product).get(desk).expect(303);
    const page = await scene.staff.get(desk).expect(200);
    expect(mainText(page.text)).toContain('Más luz en la calle.');
  });

  it('asks the database as often for many comments as for one', async () => {
    await write({ email: '' });
    await decide('publication');
    const ask = () => countQueries(product.db, () => visitorBrowser(product).get(agenda));
    const one = await ask();
    for (let number = 0; number < 4; number += 1) await write({ email: '' });
    await product.db('comments').update({ status: 'published' });
    expect(await ask()).toBe(one);
  });
});
