import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { AgendaScene, mainText, titlesOn } from '../support/agenda-scene';
import { visitorBrowser } from '../support/browser';
import { countQueries } from '../support/database';

let product: TestProduct;
let scene: AgendaScene;

beforeAll(async () => {
  product = await testProduct();
  scene = new AgendaScene(product);
});
afterAll(() => product.close());
beforeEach(() => scene.begin());

describe('the public agenda', () => {
  it('never shows the draft', async () => {
    const page = await visitorBrowser(product).get('/meetings/meeting-1/agenda').expect(200);
    expect(page.text).not.toContain('Safe routes');
    await scene.before(80);
    await scene.post(scene.chair);
    await scene.add('Secret plan');
    const posted = await visitorBrowser(product).get('/central/agenda/current').expect(200);
    expect(titlesOn(posted.text)).toEqual(['Call to order', 'Roll call', 'Public comment', 'Safe routes to school', 'Adjournment']);
    expect(posted.text).not.toContain('<script>alert');
    expect(posted.text).toContain('<h4>Heading</h4>');
  });

  it('shows Spanish where there is a translation and marks English where there is none', async () => {
    await product
      .db('agenda_items')
      .where({ kind: 'business' })
      .update({ title: JSON.stringify({ en: 'Only English' }) });
    await scene.before(80);
    await scene.post(scene.chair);
    const page = await visitorBrowser(product).get('/meetings/meeting-1/agenda?lang=es').expect(200);
    const $ = cheerio.load(page.text);
    expect(
      $('.app-agenda h3')
        .map((_, heading) => $(heading).attr('lang'))
        .get(),
    ).toEqual(['es', 'es', 'es', 'en', 'es']);
    expect($('.app-agenda [lang=en]').first().text()).toBe('Call to order');
  });

  it('proves what was posted: the bytes, their hash, the time and the office', async () => {
    await scene.before(80);
    await scene.post(scene.chair, { putUpAt: 'Glass case' });
    const page = await visitorBrowser(product).get('/meetings/meeting-1/notice').expect(200);
    const hash = cheerio.load(page.text)('.app-proof').first().text();
    const file = await visitorBrowser(product).get('/meetings/meeting-1/notice/1.json').expect(200);
    expect(createHash('sha256').update(file.text).digest('hex')).toBe(hash);
    expect(JSON.parse(file.text)).toMatchObject({ number: 1, postedAs: 'chair', previous: null, putUpAt: ['Glass case'] });
    expect(mainText(page.text)).toContain(
      'Posted by the chair Hours before the start 80.0 (at least 72 needed) Put up at This site Glass case',
    );
    expect(page.text).not.toContain('Ana');
    await visitorBrowser(product).get('/meetings/meeting-1/notice/2.json').expect(404);
  });

  it('keeps within its weight and queries with 25 items', async () => {
    for (let number = 0; number < 20; number += 1) await scene.add(`Item ${number} about the libraries of our schools`);
    await scene.before(80);
    await scene.post(scene.chair);
    let html = '';
    const queries = await countQueries(product.db, async () => {
      html = (await visitorBrowser(product).get('/meetings/meeting-1/agenda').expect(200)).text;
    });
    expect(titlesOn(html).length).toBe(25);
    expect(queries).toBeLessThanOrEqual(6);
    expect(gzipSync(html).length).toBeLessThan(14_000);
  });

  it('shows what changed between versions word by word, in the language of the words', async () => {
    await scene.before(80);
    await scene.post(scene.chair);
    const address = '/meetings/meeting-1/agenda/changes';
    expect(mainText((await visitorBrowser(product).get(address)).text)).toContain('No words differ.');
    await product
      .db('agenda_items')
      .where({ kind: 'business' })
      .update({ title: '{"en":"Safer routes to school","es":"Safe routes to school (es)"}' });
    await scene.post(scene.chair);
    const agenda = cheerio.load((await visitorBrowser(product).get('/meetings/meeting-1/agenda')).text);
    expect(agenda(`a[href="${address}"]`).length).toBe(1);
    const $ = cheerio.load((await visitorBrowser(product).get(`${address}?lang=es`)).text);
    expect([$('main h2').text(), $('del').text(), $('ins').text(), $('del').closest('[lang]').attr('lang')]).toEqual([
      'Punto 4, título (English)',
      'Se quitó: Safe (fin)',
      'Se agregó: Safer (fin)',
      'en',
    ]);
  });

  it('is hidden while the meeting is a draft', async () => {
    await product.db('meetings').update({ status: 'draft' });
    for (const end of ['', '.ics', '/agenda', '/notice', '/notice/1.json'])
      await visitorBrowser(product).get(`/meetings/meeting-1${end}`).expect(404);
  });
});
