import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { deskAddress, mainText } from '../support/agenda-scene';
import { aPart, AttachmentScene, paperLinks, papersAddress } from '../support/attachment-scene';
import { signedInAs, visitorBrowser } from '../support/browser';
import { countQueries } from '../support/database';
import { aPdf, goodFiles } from '../support/files';
import { listEvents } from '../../src/history/events.queries';

let product: TestProduct;
let scene: AttachmentScene;

beforeAll(async () => {
  product = await testProduct();
  scene = new AttachmentScene(product);
});
afterAll(() => product.close());
beforeEach(async () => {
  await scene.begin();
  await scene.forgetFiles();
});

const agenda = async () => (await visitorBrowser(product).get('/meetings/meeting-1/agenda').expect(200)).text;
const firstLink = async () => paperLinks((await scene.staff.get(deskAddress).expect(200)).text)[0] ?? '';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('adding a paper', () => {
  it.each(goodFiles)('takes %s and gives back the same bytes to be saved', async (name, bytes) => {
    const added = await scene.send(scene.staff, aPart({ name, bytes, type: 'text/html' }));
    expect(added.headers['location']).toBe(`${deskAddress}#papers`);
    expect(await scene.files()).toEqual({ kept: [sha256(bytes)], incoming: [] });
    const got = await scene.staff
      .get(await firstLink())
      .buffer(true)
      .parse(intoBuffer)
      .expect(200);
    expect(got.body).toEqual(bytes);
    expect(got.headers['content-disposition']).toBe(`attachment; filename="${name}"; filename*=UTF-8''${name}`);
  });

  it('keeps the file to this program alone, outside of what is served', async () => {
    await scene.send(scene.staff);
    const path = join(product.deps.config.dataFolder, 'files', sha256(aPdf()));
    expect([statSync(path).mode & 0o777, statSync(join(product.deps.config.dataFolder, 'files')).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it.each(['Año escolar – niñas.pdf', '학교 예산.pdf', '50% "plan"; x=1.pdf', `l'été.pdf`, 'CON.pdf', `${'a'.repeat(146)}.pdf`])(
    'gives back the name %s',
    async (name) => {
      await scene.send(scene.staff, aPart({ name }));
      expect(await scene.rows().pluck('name')).toEqual([name]);
      const got = await scene.staff.get(await firstLink()).expect(200);
      const header = got.headers['content-disposition'] ?? '';
      expect(decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(header)?.[1] ?? '')).toBe(name);
      expect(header).toMatch(/^[\x20-\x7e]+$/);
    },
  );

  it('records it, counts a second press once, and says when it goes up', async () => {
    const added = await scene.send(scene.chair);
    await scene.send(scene.chair);
    expect((await scene.rows()).length).toBe(1);
    const page = await scene.chair.follow(added);
    expect(cheerio.load(page.text)('[role=status]').text()).toBe('Se añadió «Budget». Se publicará con la próxima versión.');
    const events = (await listEvents(product.db, { kind: 'meeting', id: 'meeting-1' })).filter(({ action }) => action.includes('paper'));
    expect(events.map(({ action, capacity }) => [action, capacity])).toEqual([['agendas.paperAdded', 'chair']]);
  });

  it('keeps the words of a faulty form and says what is wrong', async () => {
    const refused = await scene.send(scene.staff, null, { titleEs: 'Presupuesto', titleEn: '', readable: '' });
    expect(refused.status).toBe(422);
    const $ = cheerio.load(refused.text);
    const errors = $('.app-error-summary a')
      .map((_, link) => `${$(link).attr('href') ?? ''} ${$(link).text()}`)
      .get();
    expect(errors).toEqual(['#file Choose a file', '#titleEn Fill this in', '#readable Choose one']);
    expect($('[name=titleEs]').attr('value')).toBe('Presupuesto');
    expect($('#file').attr('aria-describedby')).toBe('file-hint file-error');
  });

  it('finds no item of another meeting (404), and none once the agenda is closed (409)', async () => {
    expect((await scene.send(scene.staff, aPart(), { item: 'none' })).status).toBe(404);
    await product.db('meetings').update({ status: 'adjourned' });
    const page = await scene.staff.get(deskAddress).expect(200);
    expect(cheerio.load(page.text)(`form[action="${papersAddress}"]`).length).toBe(0);
    const item = await scene.item();
    const late = await scene.staff.upload(papersAddress, { item, titleEn: 'Late', readable: 'yes' }, [aPart()], '/help');
    expect([late.status, (await scene.rows()).length, (await scene.files()).incoming]).toEqual([409, 0, []]);
  });

  it('has 100 MB for all papers of a meeting', async () => {
    await scene.send(scene.staff);
    const room = 100_000_000 - aPdf('More').length;
    await product.db('attachments').update({ bytes: room + 1 });
    expect((await scene.send(scene.staff, aPart({ bytes: aPdf('More') }))).status).toBe(422);
    await product.db('attachments').update({ bytes: room });
    expect((await scene.send(scene.staff, aPart({ bytes: aPdf('More') }))).status).toBe(303);
  });

  it('is for those who run the meeting: nobody else has a byte read', async () => {
    const others = await product.db('people').whereIn('email', ['bo@example.org', 'sue@example.org']).pluck('id');
    for (const id of others) {
      const other = await signedInAs(product, id);
      const sent = await other.upload(papersAddress, { item: await scene.item(), titleEn: 'Mine', readable: 'yes' }, [aPart()]);
      expect(sent.status).toBe(404);
    }
    const visitor = await visitorBrowser(product).uploadBare(papersAddress).attach('file', aPdf(), 'budget.pdf');
    expect([visitor.status, visitor.headers['location']]).toEqual([303, '/sign-in']);
    expect([await scene.rows(), await scene.files()]).toEqual([[], { kept: [], incoming: [] }]);
  });

  it('is done 30 times an hour by one person, and not 31 times', async () => {
    for (let number = 1; number <= 30; number += 1) await scene.send(scene.staff, null);
    const statuses = [(await scene.send(scene.staff)).status, (await scene.send(scene.chair)).status];
    await scene.before(280);
    expect([...statuses, (await scene.send(scene.staff)).status]).toEqual([429, 303, 303]);
  });
});

describe('papers and the posted agenda', () => {
  it('are hidden as drafts, go up with the version that names them, and belong to its bytes', async () => {
    await scene.before(80);
    await scene.send(scene.staff, aPart(), { titleEs: 'Presupuesto' });
    const link = await firstLink();
    await visitorBrowser(product).get(link).expect(404);
    await scene.post(scene.chair);
    expect(paperLinks(await agenda())).toEqual([link]);
    const got = await visitorBrowser(product).get(link).expect(200);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      etag: `"${sha256(aPdf())}"`,
    });
    await visitorBrowser(product)
      .get(link)
      .set('If-None-Match', `"${sha256(aPdf())}"`)
      .expect(304);
    const file = await visitorBrowser(product).get('/meetings/meeting-1/notice/1.json').expect(200);
    const [row] = await scene.rows();
    const posted = (JSON.parse(file.text) as { items: { attachments?: unknown }[] }).items.map(({ attachments }) => attachments);
    expect(posted).toEqual([
      undefined,
      undefined,
      undefined,
      [
        {
          id: row!.id,
          title: { en: 'Budget', es: 'Presupuesto' },
          name: 'budget.pdf',
          format: 'pdf',
          bytes: aPdf().length,
          sha256: sha256(aPdf()),
          addedAt: row!.added_at,
        },
      ],
      undefined,
    ]);
    expect(mainText(await agenda())).toContain('Papers Budget (PDF, 1 KB)');
  });

  it('wait for the next version when they come in time, and go up at once with their time when they come late', async () => {
    await scene.before(80);
    await scene.post(scene.chair);
    await scene.before(72);
    await scene.send(scene.staff, aPart({ name: 'in-time.pdf', bytes: aPdf('In time') }), { titleEn: 'In time' });
    await scene.before(72, 1);
    const late = await scene.send(scene.staff, aPart({ name: 'late.pdf', bytes: aPdf('Late') }), { titleEn: 'Late', readable: 'no' });
    const page = await scene.staff.follow(late);
    expect(cheerio.load(page.text)('[role=status]').text()).toBe(
      '“Late” is added and up at once, with its time, since the posting deadline is over.',
    );
    const shown = mainText(await agenda());
    expect(paperLinks(await agenda()).map((link) => link.split('/').at(-1))).toEqual(['late.pdf']);
    expect(shown).toContain('Late (PDF, 1 KB) Added Nov 30, 2026, 6:00 PM Pacific Time · A screen reader cannot read it.');
    await scene.post(scene.chair);
    expect(paperLinks(await agenda()).map((link) => link.split('/').at(-1))).toEqual(['in-time.pdf', 'late.pdf']);
    expect(mainText(await agenda())).toContain('Changed: Safe routes to school (papers)');
    for (const link of paperLinks(await agenda())) await visitorBrowser(product).get(link).expect(200);
  });

  it('are out of reach at once when taken off, and said to be', async () => {
    await scene.before(80);
    await scene.send(scene.staff);
    const link = await firstLink();
    await scene.post(scene.chair);
    const removal = `${papersAddress}/${(await scene.rows())[0]!.id}/removal`;
    expect((await scene.staff.post(removal, {}, deskAddress)).status).toBe(303);
    await visitorBrowser(product).get(link).expect(404);
    await scene.staff.get(link).expect(200);
    expect(paperLinks(await agenda())).toEqual([]);
    expect(mainText(await agenda())).toMatch(/Budget \(PDF, 1 KB\) Taken off Nov 30, 2026/);
    expect((await scene.staff.post(removal, {}, deskAddress)).status).toBe(404);
  });

  it('go without a trace when a draft is taken off, alone or with its item', async () => {
    await scene.send(scene.staff);
    await scene.staff.post(`${papersAddress}/${(await scene.rows())[0]!.id}/removal`, {}, deskAddress);
    expect(await scene.rows()).toEqual([]);
    await scene.send(scene.staff);
    await scene.staff.post(`/meetings/meeting-1/agenda/items/${await scene.item()}/removal`, { version: '1' }, deskAddress);
    expect(await scene.rows()).toEqual([]);
  });

  it('are found by their own address alone', async () => {
    await scene.before(80);
    await scene.send(scene.staff);
    await scene.post(scene.chair);
    const { id } = (await scene.rows())[0]!;
    for (const address of [
      `${papersAddress}/${id}/other.pdf`,
      `${papersAddress}/none/budget.pdf`,
      `/meetings/none/papers/${id}/budget.pdf`,
    ])
      await visitorBrowser(product).get(address).expect(404);
    await product.db('meetings').update({ status: 'draft' });
    await visitorBrowser(product).get(`${papersAddress}/${id}/budget.pdf`).expect(404);
  });

  it('add no query for each of them', async () => {
    await scene.before(80);
    const send = (number: number) => scene.send(scene.staff, aPart({ bytes: aPdf(String(number)) }));
    await send(1);
    await scene.post(scene.chair);
    const one = await countQueries(product.db, agenda);
    for (const number of [2, 3]) await send(number);
    await scene.post(scene.chair);
    expect([paperLinks(await agenda()).length, await countQueries(product.db, agenda)]).toEqual([3, one]);
  });
});

function intoBuffer(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
}
