import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cheerio from 'cheerio';
import { verifyPosting } from '../../src/verify-posting';
import { AgendaScene, mainText } from '../support/agenda-scene';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';
import { aStoredMeeting } from '../support/builders/meeting';
import { countQueries } from '../support/database';

let product: TestProduct;
let scene: AgendaScene;

beforeAll(async () => {
  product = await testProduct();
  scene = new AgendaScene(product);
});
afterAll(() => product.close());
beforeEach(async () => {
  await scene.begin();
  await scene.before(80);
  await scene.post(scene.chair);
  await scene.add('Budget');
  await scene.post(scene.chair);
});

async function verify(source: string, expected = ''): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await verifyPosting({ source, expected, t: product.deps.translate('en'), write: (line) => lines.push(line) });
  return { code, lines };
}

/** Does it with the product listening, as from elsewhere. */
async function served<T>(work: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer((req, res) => {
    product.app(req, res);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

const hashes = () => product.db('postings').orderBy('number').pluck('sha256');

describe('verify-posting', () => {
  it('works out from an address what the proof page says, back to the first version', async () => {
    const [first, second] = await hashes();
    await served(async (origin) => {
      expect(await verify(`${origin}/meetings/meeting-1/notice/2.json`)).toEqual({
        code: 0,
        lines: [
          `Version 2: ${second}`,
          '  The same as the number given: these words were posted.',
          `Version 1: ${first}`,
          '  The same as the number given: these words were posted.',
          '  The same as the number given: these words were posted.',
        ],
      });
    });
    const page = await visitorBrowser(product).get('/meetings/meeting-1/notice').expect(200);
    const shown = cheerio.load(page.text)('.app-proof');
    expect([shown.eq(0).text(), shown.eq(1).text()]).toEqual([second, first]);
    expect(mainText(page.text)).toContain(`npm run cli -- verify-posting ${product.deps.baseUrl}/meetings/meeting-1/notice/2.json`);
  });

  it('finds a version that was changed in the database, whichever it is', async () => {
    const row = await product.db('postings').where({ number: 1 }).first();
    await product
      .db('postings')
      .where({ number: 1 })
      .update({ snapshot: row!.snapshot.replace('Safe routes', 'Save routes') });
    const found = await served((origin) => verify(`${origin}/meetings/meeting-1/notice/2.json`));
    expect([found.code, found.lines.filter((line) => line.includes('NOT the number given')).length]).toEqual([1, 2]);
  });

  it('reads a saved file and compares it with the number of the page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'proof-'));
    const file = join(folder, '1.json');
    writeFileSync(file, (await visitorBrowser(product).get('/meetings/meeting-1/notice/1.json').expect(200)).text);
    const [first, second] = await hashes();
    expect((await verify(file, first!.toUpperCase())).code).toBe(0);
    expect(await verify(file, second)).toEqual({
      code: 1,
      lines: [`Version 1: ${first}`, `  NOT the number given (${second}): these are other words.`],
    });
    writeFileSync(file, 'words');
    expect(await verify(file)).toEqual({ code: 1, lines: [`No posted agenda can be read there: ${file}`] });
    rmSync(folder, { recursive: true });
  });

  it('says so where nothing can be read', async () => {
    expect((await verify('/nowhere/1.json')).code).toBe(1);
    expect((await served((origin) => verify(`${origin}/meetings/meeting-1/notice/9.json`))).code).toBe(1);
    expect((await verify('http://127.0.0.1:1/meetings/x/notice/1.json')).code).toBe(1);
  });
});

describe('the sheet for the door', () => {
  it('says in both languages what, when and where, with a code that opens the agenda', async () => {
    const page = await visitorBrowser(product).get('/meetings/meeting-1/door').expect(200);
    const $ = cheerio.load(page.text);
    const sheets = $('.app-sheet')
      .map((_, sheet) => `${$(sheet).attr('lang')}: ${$(sheet).find('h2').text()}`)
      .get();
    expect(sheets).toEqual(['en: December meeting', 'es: Reunión de diciembre']);
    for (const lang of ['en', 'es']) {
      const address = `${product.deps.baseUrl.replace(/^https?:\/\//, '')}/meetings/meeting-1/agenda?lang=${lang}`;
      expect($(`section[lang=${lang}] .app-flyer__address`).text()).toBe(address);
      const picture = await visitorBrowser(product)
        .get(String($(`section[lang=${lang}] img`).attr('src')))
        .expect(200);
      expect([picture.headers['content-type'], String(picture.body).includes('<svg')]).toEqual(['image/svg+xml; charset=utf-8', true]);
    }
  });

  it('says that a meeting is cancelled, and knows no other language and no draft', async () => {
    await product.db('meetings').update({ status: 'cancelled', cancel_reason: 'Storm' });
    const page = await visitorBrowser(product).get('/meetings/meeting-1/door').expect(200);
    expect(mainText(page.text)).toContain('This meeting was cancelled. It will not take place. Reason: Storm');
    await visitorBrowser(product).get('/meetings/meeting-1/door/xx.svg').expect(404);
    await product.db('meetings').update({ status: 'draft' });
    for (const end of ['door', 'door/en.svg']) await visitorBrowser(product).get(`/meetings/meeting-1/${end}`).expect(404);
  });
});

describe('the record of notice', () => {
  const record = '/central/notice-record?year=2026';

  it('tells anyone how early each agenda of the year stood, as page and as table, in both languages', async () => {
    const page = mainText((await visitorBrowser(product).get(record).expect(200)).text);
    expect(page).toContain('1 of 1 agenda was posted in time.');
    expect(page).toContain('80.0 hours (72 needed)');
    expect(mainText((await visitorBrowser(product).get(`${record}&lang=es`)).text)).toContain('1 de 1 orden del día se publicó a tiempo.');
    const table = await visitorBrowser(product).get('/central/notice-record.csv?year=2026').expect(200);
    const proof = 'http://127.0.0.1/meetings/meeting-1/notice';
    const cells = ['2026-12-03', 'December meeting', 'Regular meeting', 'Agenda posted', 'In time', '2026-11-30T18:00:00.000Z'];
    expect(table.text.split('\r\n')[1]).toBe([...cells, '80', '72', '', '2', '0', proof].map((cell) => `"${cell}"`).join(','));
  });

  it('says so of late agendas with their reason, and of years without meetings; odd years count as this year', async () => {
    await scene.begin();
    await scene.before(70);
    await scene.post(scene.staff, { lateReason: 'The printer broke' });
    const page = mainText((await visitorBrowser(product).get(record)).text);
    expect(page).toContain('0 of 1 agenda was posted in time. 1 was late; nothing was decided in that meeting.');
    expect(page).toContain('Late 70.0 hours (72 needed) Monday, November 30, 2026, 8:00 PM Pacific Time The printer broke');
    expect(mainText((await visitorBrowser(product).get('/central/notice-record?year=2031')).text)).toContain('No meeting in this year.');
    expect(mainText((await visitorBrowser(product).get('/central/notice-record?year=%27')).text)).toContain('Notice record 2026');
  });

  it('holds no draft, and takes no more queries for more meetings', async () => {
    const page = async () => (await visitorBrowser(product).get(record)).text;
    const one = await countQueries(product.db, page);
    await aStoredMeeting(product.deps, scene.central, { id: 'meeting-2', startsAt: '2026-12-11T02:00:00.000Z' });
    await aStoredMeeting(product.deps, scene.central, { id: 'meeting-3', status: 'draft', title: { en: 'Secret' } });
    expect([await countQueries(product.db, page), (await page()).includes('Secret')]).toEqual([one, false]);
  });
});
