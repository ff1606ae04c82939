import * as cheerio from 'cheerio';
import { acknowledgeNote, deliverNote, findAnswer, getNote, saveNote, signAnswer, writeAnswer, writeNote } from '../../src/features/advice';
import type { Collaborative } from '../../src/features/collaboratives';
import { tellFollowers } from '../../src/features/following';
import { saveFollowing } from '../../src/features/following/follower.queries';
import { scanReminders } from '../../src/features/messages';
import { mainText } from '../support/agenda-scene';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aCollaborative, aMember, someoneAs } from '../support/builders/meeting';
import { countQueries, emptyTables } from '../support/database';
import { actorOf } from '../support/district/people';
import { mails } from '../support/mailbox';

let product: TestProduct;
let central: Collaborative;
let people: Readonly<Record<'chair' | 'author' | 'staff' | 'approver', string>>;
let promise: string;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

/** A note of Bo that was answered on December 10, 2026 with one promise for March 1, 2027; its one other recommendation was declined. */
beforeEach(async () => {
  const { deps, db, clock } = product;
  await emptyTables(db);
  clock.moveTo('2026-12-01T20:00:00.000Z');
  central = await aCollaborative(deps);
  people = {
    chair: (await aMember(deps, central, { name: 'Ana', email: 'ana@example.org', seat: 'C-1', office: 'chair' })).id,
    author: (await aMember(deps, central, { name: 'Bo', email: 'bo@example.org', seat: 'C-2' })).id,
    staff: (await someoneAs(deps, 'staff', central, 'sam@example.org')).id,
    approver: (await someoneAs(deps, 'approver', central, 'pat@example.org')).id,
  };
  promise = await answered('Shade');
});

const actor = (who: keyof typeof people) => actorOf(product.deps, people[who]);
const as = (who: keyof typeof people): Promise<Browser> => signedInAs(product, people[who]);
const read = async (address: string, browser = visitorBrowser(product)) => mainText((await browser.get(address).expect(200)).text);
const told = async (kind: string) => (await mails(product.deps, kind)).map(({ to_address: to }) => to.split('@')[0]).sort();
const show = () => `/commitments/${promise}`;
const form = () => `/staff/commitments/${promise}`;

const trees = { id: '', what: { en: 'Plant forty trees' }, who: 'Facilities', dueOn: '2027-03-01', status: 'planned' as const };

async function answered(title: string): Promise<string> {
  const { deps, db, clock } = product;
  const words = { language: 'en', title, background: 'It is hot.', topic: 'facilities' as const, recommendations: ['Trees.', 'Sails.'] };
  const { id } = await writeNote(deps, await actor('author'), central.id, words);
  await saveNote(db, { ...(await getNote(db, id)), status: 'adopted', adoptedAt: clock.now() });
  await deliverNote(deps, await actor('chair'), id);
  await acknowledgeNote(deps, await actor('staff'), id);
  const [first, second] = (await getNote(db, id)).recommendations;
  const dispositions = [
    { recommendationId: first!.id, disposition: 'accepted' as const, reasons: { en: 'Yes.' }, commitment: trees },
    { recommendationId: second!.id, disposition: 'declined' as const, reasons: { en: 'No.' }, commitment: null },
  ];
  await writeAnswer(deps, await actor('staff'), id, { words: { version: 0, opening: '', dispositions }, then: 'send' });
  await signAnswer(deps, await actor('approver'), id, 2);
  const answer = (await findAnswer(db, id))!;
  return answer.dispositions.find((one) => one.commitment !== null)!.commitment!.id;
}

const move = async (fields: Record<string, string>) => (await as('staff')).submit(form(), fields, `${form()}/moves`);

describe('a promise of the district', () => {
  it('stands on the board of its collaborative and of all from the signature on, with its office, its day and its note', async () => {
    for (const address of ['/central/commitments', '/commitments']) {
      const page = await read(address);
      expect(page).toContain('0late 0under way 1planned 0done 0dropped');
      expect(page).toContain('Note C-2026-01, recommendation 1 Plant forty trees Planned Facilities · by March 1, 2027');
    }
    expect(await read('/commitments?lang=es')).toContain('Previsto Facilities · para el 1 de marzo de 2027');
    expect(await read('/commitments?state=done')).toContain('There are no such promises.');
    await product.db('notes').update({ status: 'acknowledged' });
    expect(await read('/commitments')).toContain('There are no such promises.');
    expect((await visitorBrowser(product).get(show())).status).toBe(404);
  });

  it('is moved by the office with words: everyone reads them, the authors are told once, and followers hear of it', async () => {
    const noteId = (await product.db('notes').first('id'))?.id ?? '';
    const asked = {
      kind: 'note',
      id: noteId,
      email: 'rosa@example.org',
      locale: 'es',
      frequency: 'at_once',
      at: product.clock.now(),
    } as const;
    await saveFollowing(product.deps, asked);
    await tellFollowers(product.deps);
    const sent = await move({ status: 'under_way', words: 'Twenty stand.', evidenceUrl: 'https://www.example.org/trees' });
    expect([sent.status, sent.headers['location']]).toEqual([303, show()]);
    const page = await read(show());
    expect(page).toContain('Now under way. Twenty stand. See it at example.org');
    expect(await read(`/advice/${noteId}`)).toContain('By March 1, 2027 · under way · How it stands');
    expect(await told('commitments.moved')).toEqual(['bo']);
    const [mail] = await mails(product.deps, 'commitments.moved');
    expect([mail?.subject, mail?.text.includes('Twenty stand.')]).toEqual(['A promise on C-2026-01 is now under way', true]);
    await tellFollowers(product.deps);
    await tellFollowers(product.deps);
    const news = (await mails(product.deps, 'following.news')).map(({ to_address, subject }) => [to_address, subject]);
    expect(news).toContainEqual(['rosa@example.org', 'Avanzó un compromiso sobre la nota C-2026-01: Shade']);
    expect(news.filter(([, subject]) => subject?.startsWith('Avanzó')).length).toBe(1);
    expect(await product.db('events').where({ action: 'commitments.moved' }).pluck('subject_id')).toEqual([noteId]);
  });

  it('keeps what was typed when something is wrong, and when somebody else was first', async () => {
    const wrong = await move({ status: 'done', words: 'All stand.', dueOn: '2027-05-01', evidenceUrl: 'http://x' });
    const $ = cheerio.load(wrong.text);
    expect([wrong.status, $('.app-error-summary a').text(), $('[name=words]').val()]).toEqual([
      422,
      'What is done or dropped has no new day: leave the day as it is',
      'All stand.',
    ]);
    const staff = await as('staff');
    const first = { status: 'under_way', words: 'One', dueOn: '2027-03-01', version: '1' };
    expect((await staff.post(`${form()}/moves`, first, form())).status).toBe(303);
    const late = await staff.post(`${form()}/moves`, { ...first, words: 'Two' }, form());
    expect([late.status, cheerio.load(late.text)('[name=words]').val(), cheerio.load(late.text)('[name=version]').val()]).toEqual([
      ...[409, 'Two', '2'],
    ]);
    expect((await product.db('commitment_moves')).length).toBe(1);
    expect((await (await as('author')).get(form())).status).toBe(403);
  });

  it('is said to be late from the day after; the author hears of it once, the office each week until it is done or has a new day', async () => {
    const scanAt = async (day: string) => {
      product.clock.moveTo(`${day}T18:00:00.000Z`);
      await scanReminders(product.deps);
      return (await told('commitments.late')).join(' ');
    };
    expect([await scanAt('2027-03-01'), (await read('/commitments')).includes('Late:')]).toEqual(['', false]);
    expect(await scanAt('2027-03-02')).toBe('bo sam');
    expect(await read('/commitments?state=late')).toContain('Late: it was promised for March 1, 2027.');
    expect(await scanAt('2027-03-08')).toBe('bo sam');
    expect(await scanAt('2027-03-09')).toBe('bo sam sam');
    await move({ status: 'under_way', words: 'The trees come in April.', dueOn: '2027-04-30' });
    expect(await read(show())).toContain('First promised for March 1, 2027');
    expect(await read(show())).toContain('The day moved from March 1, 2027 to April 30, 2027.');
    expect(await scanAt('2027-03-16')).toBe('bo sam sam');
    expect(await scanAt('2027-05-01')).toBe('bo bo sam sam sam');
    await move({ status: 'done', words: 'All stand.' });
    expect(await scanAt('2027-05-08')).toBe('bo bo sam sam sam');
    expect(await read('/central/commitments?state=done')).toContain('Done Facilities · by April 30, 2027');
  });

  it('takes no more questions to the database when there are more of them', async () => {
    const visitor = visitorBrowser(product);
    const asked = () => countQueries(product.db, () => visitor.get('/commitments').expect(200));
    const one = await asked();
    for (const title of ['Two', 'Three', 'Four']) await answered(title);
    expect(await asked()).toBe(one);
  });
});
