import * as cheerio from 'cheerio';
import { engineUnder } from '../../src/db/dialect';
import { indexChanged, indexRosters, rebuildSearch } from '../../src/features/search';
import { workerTasks } from '../../src/worker-tasks';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';
import { countQueries, onEachEngine } from '../support/database';
import { known, neverFound, SearchScene } from '../support/search-scene';

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** Ways in which people type the same thing. */
const ways: readonly ((typed: string) => string)[] = [
  (typed) => typed,
  (typed) => typed.toUpperCase(),
  (typed) => bare(typed).toLowerCase(),
  (typed) => `  ¿“${typed.split(' ').reverse().join(', ')}”? `,
  (typed) => typed.normalize('NFD').replace(/’/g, "'"),
];

onEachEngine((engine) => {
  let product: TestProduct;
  let scene: SearchScene;

  beforeAll(async () => {
    product = await testProduct({ engine });
    scene = new SearchScene(product);
    await scene.begin();
  });
  afterAll(() => product.close());

  it(`finds exactly what is known for ${known.length * ways.length} searches in both languages`, async () => {
    expect(known.length * ways.length).toBeGreaterThanOrEqual(200);
    const wrong: unknown[] = [];
    for (const [typed, finds] of known)
      for (const way of ways) {
        const found = await scene.found({ q: way(typed) });
        if (found.join() !== finds.join()) wrong.push(`${way(typed)}: ${found.join()} instead of ${finds.join()}`);
      }
    expect(wrong).toEqual([]);
  });

  it('narrows by kind, collaborative, year and language, and finds nothing without a word', async () => {
    expect(await scene.found({ q: 'reunión', kind: 'minutes' })).toEqual(['minutes nov/minutes', 'minutes oct/minutes']);
    expect(await scene.found({ q: 'meeting', c: 'south', kind: 'meeting' })).toEqual(['meeting nov', 'meeting off']);
    expect(await scene.found({ q: 'meeting', c: 'south', kind: 'meeting', year: '2025' })).toEqual(['meeting off']);
    expect(await scene.found({ q: 'note', written: 'es' })).toEqual(['note bus', 'note guards', 'note speak', 'note wait']);
    expect(await scene.found({ q: 'note', written: 'en' })).toEqual(['note guards', 'note shade', 'note speak', 'note wait']);
    for (const q of ['', '   ', '…', '*', '"', "'", '%', '\\']) expect([q, await scene.found({ q })]).toEqual([q, []]);
    for (const q of ['guards OR shade', 'guards NEAR shade', 'title:guards', 'guards" OR "shade', "guards' | 'shade"])
      expect([q, await scene.found({ q })]).toEqual([q, []]);
  });

  it('shows titles first and the newest first, page after page without a gap', async () => {
    expect(await scene.inOrder({ q: 'shade' })).toEqual(['note shade', 'minutes nov/minutes', 'minutes oct/minutes']);
    const all = await scene.inOrder({ q: '2' });
    expect(all.length).toBeGreaterThanOrEqual(17);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(neverFound)('never finds %s, which nobody may read', async (word) => {
    expect(await scene.found({ q: word })).toEqual([]);
    for (const column of ['title', 'body'] as const)
      expect(await product.db('public_documents').where(column, 'like', `%${word}%`)).toEqual([]);
  });

  it('follows each change in the same moment: left out until it is indexed anew, then found by what it says now', async () => {
    const { db, deps, clock } = product;
    await db('notes').where({ id: 'wait' }).update({ status: 'withdrawn' });
    expect(await scene.found({ q: 'bebederos' })).toEqual([]);
    await indexChanged(deps);
    expect(await db('public_documents').where({ source_id: 'wait' })).toEqual([]);
    await db('notes').where({ id: 'wait' }).update({ status: 'acknowledged' });
    await db('people').where({ email: 'secretmail@example.org' }).update({ name: 'María Zúñiga' });
    const drafts = { ...scene.south.settings, draftMinutesPublic: false };
    await db('collaboratives').where({ id: scene.south.id }).update({ settings: JSON.stringify(drafts) });
    expect(await scene.found({ q: 'raccoon' })).toEqual([]);
    await indexChanged(deps);
    expect([await scene.found({ q: 'raccoon' }), await scene.found({ q: 'nunez' })]).toEqual([[], []]);
    expect([await scene.found({ q: 'zuniga' }), await scene.found({ q: 'bebederos' })]).toEqual([['person maria'], ['note wait']]);
    await db('offices').update({ ends_on: '2026-11-25' });
    await indexChanged(deps);
    clock.moveTo('2026-11-26T07:59:00.000Z');
    expect(await scene.found({ q: 'chair' })).toEqual(['person maria']);
    clock.moveTo('2026-11-26T08:01:00.000Z');
    expect(await scene.found({ q: 'chair' })).toEqual([]);
    await indexRosters(deps);
    expect([await scene.found({ q: 'chair' }), await scene.found({ q: 'zuniga' })]).toEqual([[], ['person maria']]);
    expect(await indexChanged(deps)).toBe(0);
  });

  it('is made anew from nothing with the same result, by the command and by the worker', async () => {
    const { db, deps } = product;
    const everything = () => db('public_documents').orderBy(['kind', 'subject_id']).select('kind', 'subject_id', 'title', 'body', 'href');
    const before = await everything();
    expect(await rebuildSearch(deps)).toBe(2 + 2 + 5 + 7);
    expect(await everything()).toEqual(before);
    expect(await scene.found({ q: 'crossing guards' })).toEqual(['note guards']);
    expect(workerTasks.map(({ name }) => name)).toEqual(expect.arrayContaining(['index what is public', 'index rosters']));
  });

  it('is watched by these triggers and no others: a migration that makes a table anew must make them anew', async () => {
    const { db } = product;
    const sqlite = engineUnder(db) === 'sqlite';
    const named: { name: string; table: string }[] = sqlite
      ? await db('sqlite_master').where({ type: 'trigger' }).select({ name: 'name', table: 'tbl_name' })
      : await db('information_schema.triggers').distinct({ name: 'trigger_name', table: 'event_object_table' });
    const tables = named.filter(({ name }) => name.startsWith('public_')).map(({ table }) => table);
    const counts = [...new Set(tables)].sort().map((table) => [table, tables.filter((other) => other === table).length / (sqlite ? 3 : 1)]);
    expect(counts).toEqual([
      ['attachments', 1],
      ['collaboratives', 2],
      ['commitments', 1],
      ['meetings', 1],
      ['membership_leaves', 1],
      ['memberships', 1],
      ['minutes', 1],
      ['note_answers', 1],
      ['notes', 1],
      ['offices', 1],
      ['people', 1],
      ['postings', 1],
      ['seats', 1],
    ]);
  });

  it('reads by its index', async () => {
    const { db } = product;
    if (engineUnder(db) === 'sqlite') {
      const plan: { detail: string }[] = await db.raw(
        `explain query plan select * from public_words cross join public_documents on public_documents.place = public_words.rowid
         where public_words match '"a"*' order by public_words.rowid desc limit 2`,
      );
      expect(plan.map(({ detail }) => detail)).toEqual([
        expect.stringContaining('SCAN public_words VIRTUAL TABLE INDEX'),
        expect.stringMatching(/^SEARCH public_documents USING (INDEX|INTEGER PRIMARY KEY)/),
      ]);
      return;
    }
    const { rows } = await db.transaction(async (tx) => {
      await tx.raw('set local enable_seqscan = off');
      await tx.raw('set local enable_indexscan = off');
      return tx.raw<{ rows: { 'QUERY PLAN': string }[] }>(`explain select * from public_documents where words @@ '''zu'':*'::tsquery`);
    });
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('public_documents_by_words');
  });

  it('is a page without JavaScript, with the words marked, help where there is nothing, and few queries', async () => {
    const browser = visitorBrowser(product);
    const page = async (address: string) => cheerio.load((await browser.get(address).expect(200)).text);
    const found = await page('/search?q=guardias+vermont&lang=es');
    expect(found('h1').text()).toBe('Búsqueda: guardias vermont');
    expect([found('ol.app-found a').attr('href'), found('ol.app-found mark').map((_, mark) => found(mark).text()).get()]).toEqual([
      '/advice/guards',
      ['guardias', 'Vermont', 'guardias'],
    ]);
    expect([found('form[role=search] #q').val(), found('[role=status]').text(), found('meta[name=robots]').attr('content')]).toEqual([
      'guardias vermont',
      '1 resultado',
      'noindex',
    ]);
    const nothing = await page('/search?q=zebra&kind=note&lang=en');
    expect([nothing('.app-empty [role=status]').text(), nothing('.app-empty .app-button').attr('href')]).toEqual([
      'Nothing was found for “zebra”.',
      '/search?q=zebra',
    ]);
    const evil = await page(`/search?q=${encodeURIComponent('<script>"\u0000')}&kind=secret&year=20x6&after=%00&c=atlantis&written=xx`);
    expect([evil('main script').length, evil('#kind').val(), evil('#c').val()]).toEqual([0, '', '']);
    expect(await countQueries(product.db, () => browser.get('/search?q=2'))).toBeLessThanOrEqual(6);
    expect((await browser.get('/search?q=guards')).headers['set-cookie']).toBeUndefined();
  });
});
