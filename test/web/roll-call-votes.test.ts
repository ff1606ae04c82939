import * as cheerio from 'cheerio';
import { minutesOf } from '../../src/features/minutes';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { aTable, beginSession, decide, voteOf, type Table } from '../support/builders/session';
import { emptyTables } from '../support/database';

let product: TestProduct;
let table: Table;
let chair: Browser;
const show = '/meetings/meeting-1/session';
const itemA = `${show}/items/a`;
const page = `${show}/exceptions`;
const matter = { titleEn: 'Repair the gate', titleEs: 'Reparar la puerta', why: 'It broke yesterday; children go home by it tomorrow.' };

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

async function sit({ here = ['Ana', 'Bo', 'Cy', 'Di'], ...given }: Parameters<typeof aTable>[1] & { here?: string[] } = {}): Promise<void> {
  await emptyTables(product.db);
  table = await aTable(product, given);
  product.clock.moveTo('2026-12-04T01:50:00.000Z');
  chair = await signedInAs(product, table.people['Ana'] ?? '');
  await beginSession(product, chair, table, Object.fromEntries(here.map((name) => [name, 'present'])));
}

const seat = (name: string) => table.seats[name] ?? '';
const text = (html: string) => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const errors = (html: string) =>
  cheerio
    .load(html)('.app-error-summary a')
    .map((_, link) => cheerio.load(html)(link).text())
    .get();
const exceptions = () => product.db('agenda_exceptions').pluck<string[]>('status');
const items = () => product.db('agenda_items').orderBy('place').select<{ id: string; title: string }[]>('id', 'title');

async function vote(choices: Record<string, string>, version = '1') {
  const [id = 'none'] = await product.db('agenda_exceptions').orderBy('proposed_at', 'desc').pluck<string[]>('id');
  return chair.post(`${page}/${id}/vote`, { version, ...voteOf(table, choices) });
}

describe('a vote on a motion', () => {
  it('asks who steps aside for the reason, refuses private data in it, and shows it with the vote and on the screens', async () => {
    await sit({ here: ['Ana', 'Bo', 'Cy'] });
    const why = `why_${seat('Cy')}`;
    const silent = await decide(chair, table, 'a', { Ana: 'yes', Bo: 'yes', Cy: 'recused' });
    expect([silent.status, ...errors(silent.text)]).toEqual([422, 'Say in a few words why this member steps aside']);
    const { id } = await product.db('motions').first<{ id: string }>('id');
    const vote = (reason: string) =>
      chair.post(`${show}/motions/${id}/vote`, {
        version: '1',
        ...voteOf(table, { Ana: 'yes', Bo: 'yes', Cy: 'recused' }),
        [why]: reason,
        [`why_${seat('Bo')}`]: 'not asked',
      });
    const personal = await vote('call 213 555 0100');
    expect([personal.status, cheerio.load(personal.text)(`[name=${why}]`).val()]).toEqual([422, 'call 213 555 0100']);
    expect(await product.db('votes')).toEqual([]);
    expect((await vote(' My sister works there ')).status).toBe(303);
    expect(await product.db('votes').whereNot({ reason: '' }).select('choice', 'reason')).toEqual([
      { choice: 'recused', reason: 'My sister works there' },
    ]);
    expect(text((await chair.get(`${itemA}?lang=es`)).text)).toContain('CySe excusa: My sister works there');
    await chair.post(`${itemA}/turn`, { version: '0' });
    for (const screen of ['chair', 'projector'])
      expect(text((await chair.get(`${show}/${screen}?lang=en`)).text)).toContain('Cy: Recused: My sister works there');
  });
});

describe('a motion without a second', () => {
  it('waits for a second, which somebody else who is there gives, and is then voted on', async () => {
    await sit({ here: ['Ana', 'Bo', 'Cy'] });
    const [Ana, Bo, Di] = [seat('Ana'), seat('Bo'), seat('Di')];
    expect((await chair.post(`${itemA}/motion`, { motion: 'Go', mover: Ana, seconder: '' })).status).toBe(303);
    const motion = (await product.db('motions').first<{ id: string }>('id')).id;
    const at = `${show}/motions/${motion}`;
    const waiting = cheerio.load((await chair.get(itemA)).text);
    expect(text(waiting.html())).toContain('Moved by Ana, not seconded');
    expect(waiting(`form[action="${at}/vote"]`)).toHaveLength(0);
    expect((await chair.post(`${at}/vote`, { version: '1', ...voteOf(table, { Ana: 'yes', Bo: 'yes', Cy: 'yes' }) })).status).toBe(409);
    const second = async (member: string) => errors((await chair.post(`${at}/second`, { second: member, version: '1' })).text);
    expect(await second(Ana)).toEqual(['Choose another member than the mover']);
    expect(await second(Di)).toEqual(['Choose a member who is here']);
    expect((await chair.post(`${at}/second`, { second: Bo, version: '1' })).status).toBe(303);
    const late = await chair.post(`${at}/second`, { second: seat('Cy'), version: '1' });
    expect([late.status, text(late.text).includes('Moved by Ana, seconded by Bo')]).toEqual([409, true]);
    expect((await chair.post(`${at}/vote`, { version: '2', ...voteOf(table, { Ana: 'yes', Bo: 'yes', Cy: 'no' }) })).status).toBe(303);
    expect(await product.db('motions').pluck('status')).toEqual(['carried']);
  });

  it('dies for want of a second, without a vote and without deciding its item', async () => {
    await sit({ here: ['Ana', 'Bo', 'Cy'] });
    await chair.post(`${itemA}/motion`, { motion: 'Go', mover: seat('Ana'), seconder: '' });
    const motion = (await product.db('motions').first<{ id: string }>('id')).id;
    const dying = () => chair.post(`${show}/motions/${motion}/no-second`, { version: '1' });
    expect((await chair.post(`${itemA}/motion`, { motion: 'Else', mover: seat('Bo'), seconder: '' })).status).toBe(409);
    expect((await dying()).status).toBe(303);
    expect((await dying()).status).toBe(409);
    expect(text((await chair.get(itemA)).text)).toContain('Died for want of a second');
    expect(text((await chair.get(`${itemA}?lang=es`)).text)).toContain('Nadie la secundó');
    expect(await product.db('votes')).toEqual([]);
    expect(await product.db('agenda_items').where({ id: 'a' }).pluck('outcome')).toEqual([null]);
  });
});

describe('the words of a motion', () => {
  it('change at the mover’s word while nobody has seconded them; the minutes tell of a motion that died', async () => {
    await sit();
    await chair.post(`${itemA}/motion`, { motion: 'Plant ten trees', mover: seat('Ana'), seconder: '' });
    const { id } = await product.db('motions').first<{ id: string }>('id');
    expect((await chair.post(`${show}/motions/${id}/wording`, { version: '1', wording: 'Plant twelve trees' })).status).toBe(303);
    expect((await chair.post(`${show}/motions/${id}/no-second`, { version: '2' })).status).toBe(303);
    for (const item of ['a', 'b']) await chair.post(`${show}/items/${item}/outcome`, { outcome: 'no_action', words: '', version: '1' });
    expect((await chair.post(`${show}/adjournment`)).status).toBe(303);
    await chair.post('/meetings/meeting-1/minutes/compilation');
    const minutes = text((await chair.get('/meetings/meeting-1/minutes')).text);
    expect(minutes).toContain('Died for want of a second Plant twelve trees Moved by Ana, not seconded Before: Plant ten trees');
  });

  it('change before the vote when the seconder consents; what it said stays, and goes into the minutes', async () => {
    await sit();
    await chair.post(`${itemA}/motion`, { motion: 'Plant ten trees', mover: seat('Ana'), seconder: seat('Bo') });
    const { id } = await product.db('motions').first<{ id: string }>('id');
    const reword = (fields: Record<string, string>) => chair.post(`${show}/motions/${id}/wording`, { version: '1', ...fields });
    const alone = await reword({ wording: 'Plant twelve trees' });
    expect([alone.status, ...errors(alone.text)]).toEqual([422, 'A motion is changed only when its seconder consents']);
    expect(cheerio.load(alone.text)('[name=wording]').val()).toBe('Plant twelve trees');
    expect((await reword({ wording: 'Call 213 555 0100', consent: 'yes' })).status).toBe(422);
    expect((await reword({ wording: 'Plant twelve trees', consent: 'yes' })).status).toBe(303);
    const late = await reword({ wording: 'Plant oaks', consent: 'yes' });
    expect([late.status, cheerio.load(late.text)('[name=wording]').val()]).toEqual([409, 'Plant oaks']);
    const choices = { Ana: 'yes', Bo: 'yes', Cy: 'yes', Di: 'no' };
    expect((await chair.post(`${show}/motions/${id}/vote`, { version: '1', ...voteOf(table, choices) })).status).toBe(409);
    expect((await chair.post(`${show}/motions/${id}/vote`, { version: '2', ...voteOf(table, choices) })).status).toBe(303);
    expect((await reword({ version: '3', wording: 'Plant oaks', consent: 'yes' })).status).toBe(409);
    expect(text((await chair.get(itemA)).text)).toContain('Before: Plant ten trees');
    await chair.post(`${show}/items/b/outcome`, { outcome: 'no_action', words: '', version: '1' });
    await chair.post(`${show}/adjournment`);
    await chair.post('/meetings/meeting-1/minutes/compilation');
    const minutes = text((await chair.get('/meetings/meeting-1/minutes')).text);
    expect(minutes).toContain('Plant twelve trees Moved by Ana, seconded by Bo Before: Plant ten trees');
  });
});

describe('a matter that came up after the posting', () => {
  it('is taken up by two thirds, stands on the agenda, can be decided, and the minutes tell all of it', async () => {
    await sit();
    expect((await chair.post(page, matter)).status).toBe(303);
    const waiting = text((await chair.get(page)).text);
    expect(waiting).toContain('Needed: two thirds of the members who are here');
    expect(waiting).not.toContain('Put a matter forward');
    expect(text((await chair.get(`${show}/projector`)).text)).toContain(
      `Vote 1 on taking up a matter ${matter.titleEn} Needed: two thirds`,
    );
    expect([(await chair.post(page, matter)).status, (await chair.post(`${show}/adjournment`)).status]).toEqual([409, 409]);
    expect((await vote({ Ana: 'yes', Bo: 'yes', Cy: 'yes', Di: 'no' })).status).toBe(303);
    for (const screen of ['projector', 'chair'])
      expect(text((await chair.get(`${show}/${screen}`)).text)).toContain(
        'Vote 1 on taking up a matter Taken up Yes: 3 · No: 1 · Absent: 1',
      );
    const late = await vote({ Ana: 'yes', Bo: 'yes', Cy: 'yes', Di: 'no' });
    expect([late.status, text(late.text).includes('Someone else changed this before you')]).toEqual([409, true]);
    const after = (await items()).slice(-2);
    expect(after.map(({ title }) => title)[0]).toBe(JSON.stringify({ en: matter.titleEn, es: matter.titleEs }));
    const [itemId = '', closing] = after.map(({ id }) => id);
    expect(closing).toBe('adjourn');
    const line = `${show}/items/${itemId}`;
    expect(text((await chair.get(show)).text)).toContain('Taken up by exception');
    expect(text((await chair.get(`${line}?lang=es`)).text)).toContain('Se aceptó por voto: 3 sí, 1 no');
    await chair.get(`${show}?lang=en`);
    const early = await chair.post(`${show}/movement`, { member: seat('Di'), kind: 'left', at: '18:03' });
    expect(early.status).toBe(422);
    const decided = await decide(chair, table, itemId, { Ana: 'yes', Bo: 'yes', Cy: 'yes', Di: 'yes' });
    expect(decided.status).toBe(303);
    expect(await product.db('motions').pluck('status')).toEqual(['carried']);
    for (const id of ['a', 'b']) await chair.post(`${show}/items/${id}/outcome`, { outcome: 'no_action', words: '', version: '1' });
    expect((await chair.post(`${show}/adjournment`)).status).toBe(303);
    await chair.post('/meetings/meeting-1/minutes/compilation');
    const { record } = (await minutesOf(product.db, 'meeting-1'))!;
    expect(record.exceptions).toMatchObject([{ status: 'carried', regimes: ['brown'], why: matter.why, itemId }]);
    const votes = (record.exceptions ?? []).flatMap((exception) => exception.votes);
    expect(votes.map(({ name, choice }) => `${name} ${choice}`)).toEqual(['Ana yes', 'Bo yes', 'Cy yes', 'Di no', 'Eli absent']);
    const minutes = text((await chair.get('/meetings/meeting-1/minutes')).text);
    for (const words of ['Matters that were not on the posted agenda', matter.titleEn, matter.why, 'Vote 1 on taking up a matter Taken up'])
      expect(minutes).toContain(words);
  });

  it('adds nothing when one says no under the Greene Act, and may be put forward again', async () => {
    await sit({ collaborative: { regime: 'greene' } });
    await chair.post(page, { ...matter, titleEs: '' });
    const before = await items();
    await vote({ Ana: 'yes', Bo: 'yes', Cy: 'yes', Di: 'no' });
    expect([await exceptions(), await items()]).toEqual([['failed'], before]);
    expect(text((await chair.get(`${show}/projector`)).text)).toContain('Vote 1 on taking up a matter Not taken up');
    product.clock.moveBy(60_000);
    await chair.submit(itemA, {}, `${itemA}/turn`);
    expect(text((await chair.get(`${show}/projector`)).text)).not.toContain('on taking up a matter');
    await chair.post(page, matter);
    expect((await exceptions()).sort()).toEqual(['failed', 'proposed']);
    const { id } = await product.db('agenda_exceptions').where({ status: 'proposed' }).first<{ id: string }>('id');
    expect((await chair.post(`${page}/${id}/withdrawal`, { version: '7' })).status).toBe(409);
    expect((await chair.post(`${page}/${id}/withdrawal`, { version: '1' })).status).toBe(303);
    expect((await exceptions()).sort()).toEqual(['failed', 'withdrawn']);
  });

  it('comes before any motion is moved: one vote at a time', async () => {
    await sit();
    await chair.post(page, matter);
    const move = () => chair.post(`${show}/items/a/motion`, { motion: 'Go on', mover: seat('Ana'), seconder: seat('Bo') });
    const refused = await move();
    expect([refused.status, text(refused.text), await product.db('motions')]).toEqual([
      409,
      expect.stringContaining('A matter off the agenda waits for its vote.'),
      [],
    ]);
    await vote({ Ana: 'yes', Bo: 'yes', Cy: 'no', Di: 'no' });
    expect((await move()).status).toBe(303);
  });

  it('gives the words back when they are refused, asks for every vote, and needs a quorum', async () => {
    await sit();
    const sent = await chair.post(page, { ...matter, titleEn: '', why: 'Ask 213 555 0100' });
    expect([sent.status, ...errors(sent.text)]).toEqual([
      422,
      'Fill this in',
      'Leave out e-mail addresses, phone numbers and home addresses: this goes into the public minutes',
    ]);
    expect(cheerio.load(sent.text)('[name=why]').val()).toBe('Ask 213 555 0100');
    await chair.post(page, matter);
    const short = await vote({ Ana: 'yes', Bo: 'yes', Cy: 'recused' });
    expect([short.status, ...errors(short.text)]).toEqual([422, 'Choose one']);
    expect(
      cheerio
        .load(short.text)(`[name=vote_${seat('Cy')}]`)
        .val(),
    ).toBe('recused');
    for (const name of ['Cy', 'Di']) await chair.post(`${show}/movement`, { member: seat(name), kind: 'left', at: '18:04' });
    expect((await vote({ Ana: 'yes', Bo: 'yes' })).status).toBe(409);
    expect([await exceptions(), await product.db('agenda_exception_votes')]).toEqual([['proposed'], []]);
  });

  it('cannot be taken up in a meeting that was posted late', async () => {
    await sit({ postedAt: '2026-12-02T20:00:00.000Z' });
    expect((await chair.post(page, matter)).status).toBe(409);
    const shown = (await chair.get(page)).text;
    expect(text(shown)).toContain('No agenda was posted in time.');
    expect(cheerio.load(shown)('[name=why]')).toHaveLength(0);
    expect(await exceptions()).toEqual([]);
  });
});
