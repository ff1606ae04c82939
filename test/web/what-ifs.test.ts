import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let staff: Browser;
const people = new Map<string, Application>();

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  await aSeatOnOffer(product.deps, scene.cycle, scene.central, { code: 'C-F2' });
  for (const [name, score, locale] of [
    ['Ana First', 4, 'en'],
    ['Bo Second', 3, 'en'],
    ['Cy Third', 2, 'es'],
    ['Di Fourth', 1, 'es'],
    ['Ed Fifth', 1, 'en'],
  ] as const) {
    const application = await anApplicant(product.deps, scene.cycle, { name, to: [scene.central], locale });
    people.set(name.slice(0, 2), application);
    await scored(product.deps, scene.cycle, { candidacyId: await idOf(name.slice(0, 2)), reviewers: scene.reviewers, score });
  }
  staff = await signedInAs(product, scene.staff.id);
});

const board = '/staff/cycles/2027-spring/central/slate';
const list = '/staff/cycles/2027-spring/central/what-ifs';
const targets = '/staff/cycles/2027-spring/central/targets';
const idOf = async (name: string): Promise<string> => (await candidacyOf(product.deps, people.get(name)!, scene.central)).id;
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const slateVersion = async (): Promise<string> => String((await product.db('slates').first())?.version ?? 0);
const place = async (name: string, where: string, given: Record<string, string> = {}) =>
  staff.post(`${board}/placement`, { version: await slateVersion(), candidacy: await idOf(name), seat: where, ...given }, board);
const make = async (name: string, beginning: string, alternates = '2'): Promise<string> => {
  const made = await staff.submit(list, { name, beginning, alternates }, list);
  expect(made.status).toBe(303);
  return made.headers['location'] ?? '';
};
const placedOn = async (table: 'slate_entries' | 'what_if_entries'): Promise<string[]> => {
  const rows = await product
    .db(table)
    .orderBy(['placement', 'alternate_place'])
    .select<{ candidacy_id: string; seat_id: string | null }[]>('*');
  const names = new Map<string, string>();
  for (const name of people.keys()) names.set(await idOf(name), name);
  return rows.map((row) => `${names.get(row.candidacy_id) ?? ''}${row.seat_id === null ? ' waits' : ''}`).sort();
};

describe('the board', () => {
  it('says the new place of who was placed or moved, and leads back to where the reader was, filtered as before', async () => {
    const placed = await place('Bo', 'alternate', { shown: 'q=b&unplaced=1' });
    expect(placed.headers['location']).toBe(`${board}?q=b&unplaced=1#on-${await idOf('Bo')}`);
    expect(
      cheerio
        .load((await staff.follow(placed)).text)('[role="status"]')
        .first()
        .text(),
    ).toBe('Bo Second is now alternate 1.');
    await place('Cy', 'alternate');
    const moved = await staff.post(`${board}/order`, { version: await slateVersion(), move: `${await idOf('Cy')}:up` }, board);
    expect(moved.headers['location']).toBe(`${board}#up-${await idOf('Cy')}`);
    expect(textOf((await staff.follow(moved)).text)).toContain('Cy Third is now alternate 1.');
  });

  it('takes a place in the line, from a row dropped there or a choice in a list, also of someone not in it yet', async () => {
    for (const name of ['Bo', 'Cy', 'Di']) await place(name, 'alternate');
    const order = () => product.db('slate_entries').orderBy('alternate_place').pluck('candidacy_id');
    const move = async (fields: Record<string, string>) =>
      staff.post(`${board}/order`, { version: await slateVersion(), ...fields }, board);
    const [bo, cy, di, ed] = [await idOf('Bo'), await idOf('Cy'), await idOf('Di'), await idOf('Ed')];
    await move({ move: `${di}:1` });
    expect(await order()).toEqual([di, bo, cy]);
    await move({ move: `${di}:to`, to: '3' });
    expect(await order()).toEqual([bo, cy, di]);
    await move({ move: `${ed}:2` });
    expect(await order()).toEqual([bo, ed, cy, di]);
    expect(
      cheerio
        .load((await staff.get(board)).text)(`#to-${ed} option[selected]`)
        .text(),
    ).toBe('2');
    for (const wrong of [`${di}:0`, `${di}:sideways`, di]) expect((await move({ move: wrong })).status).toBe(422);
  });

  it('shows who is looked for: by group, by part of the name whatever its accents, and only who is not placed', async () => {
    await place('An', 'seat');
    const shown = async (query: string) =>
      cheerio
        .load((await staff.get(`${board}?${query}`)).text)('.app-ranking bdi')
        .toArray()
        .map((one) => cheerio.load(one).text());
    expect(await shown('q=thírd')).toEqual(['Cy Third']);
    expect((await shown('unplaced=1')).sort()).toEqual(['Bo Second', 'Cy Third', 'Di Fourth', 'Ed Fifth']);
    expect([await shown('constituency=business'), (await shown('constituency=families&q=fi')).sort()]).toEqual([
      [],
      ['Ana First', 'Ed Fifth'],
    ]);
    expect(await shown('q=a&q=b&constituency=%27')).toHaveLength(5);
  });

  it('tells who came late what the other did', async () => {
    await place('An', 'seat');
    const refused = await place('Bo', 'seat', { version: '0' });
    expect(refused.status).toBe(409);
    expect(textOf(refused.text)).toMatch(/Stella Staff made a change at .*: Placed someone on the slate/);
  });

  it('lists every choice out of rank order with its reason and who was passed over', async () => {
    await place('Di', 'seat', { reason: 'continuity', words: 'Knows the budget.' });
    await place('An', 'seat');
    await staff.get(board);
    const page = textOf((await staff.get(`${board}/choices`)).text);
    expect(page).toContain('Di Fourth Seat');
    expect(page).toContain('Keeps the work of the last term going · Knows the budget.');
    expect(page).toContain('Ranked higher and not chosen for it: Bo Second, Cy Third');
    expect(page).not.toContain('Ana First');
  });
});

describe('a what-if slate', () => {
  it('is made from the slate, from nothing, by rank or within the targets, and touches no slate', async () => {
    await staff.submit(targets, { 'least-language-es': '1' }, targets);
    await make('By rank', 'by_rank', '1');
    expect(await placedOn('what_if_entries')).toEqual(['An', 'Bo', 'Cy waits']);
    await product.db('what_ifs').delete();
    const within = await make('Within', 'within_targets', '0');
    expect(await placedOn('what_if_entries')).toEqual(['An', 'Cy']);
    expect(await product.db('what_if_entries').whereNotNull('reason').pluck('reason')).toEqual(['targets']);
    expect(textOf((await staff.get(within)).text)).toContain('1 of 1 targets met');
    expect(await product.db('slates')).toEqual([]);
    expect((await staff.submit(list, { name: 'Within', beginning: 'empty', alternates: '0' }, list)).status).toBe(409);
    const refused = await staff.submit(list, { name: '', beginning: 'empty', alternates: '5' }, list);
    expect([refused.status, cheerio.load(refused.text)('#alternates').val()]).toEqual([422, '5']);
  });

  it('is changed on a board of its own', async () => {
    const address = await make('Trial', 'empty');
    const version = async () => String((await product.db('what_ifs').first())?.version);
    const placed = await staff.post(
      `${address}/placement`,
      { version: await version(), candidacy: await idOf('An'), seat: 'seat' },
      address,
    );
    expect(placed.headers['location']).toBe(`${address}#on-${await idOf('An')}`);
    expect((await staff.post(`${address}/placement`, { version: '1', candidacy: await idOf('Bo'), seat: 'seat' }, address)).status).toBe(
      409,
    );
    expect(await placedOn('what_if_entries')).toEqual(['An']);
    expect(textOf((await staff.get(`${address}/candidacies/${await idOf('An')}`)).text)).toContain('Place Ana First');
    await staff.post(`${address}/removal`, { version: await version(), candidacy: await idOf('An') }, address);
    expect([await placedOn('what_if_entries'), await product.db('slates')]).toEqual([[], []]);
    expect(await product.db('events').where({ subject_kind: 'what_if' }).orderBy('place').pluck('action')).toEqual([
      'selection.makeWhatIf',
      'selection.place',
      'selection.remove',
    ]);
  });

  it('stands beside two others: who is in or out, composition, mean total, targets', async () => {
    await place('Ed', 'seat', { reason: 'new_voice' });
    await make('Best', 'by_rank', '0');
    const ids = await product.db('what_ifs').pluck('id');
    const page = cheerio.load((await staff.get(`${list}/comparison?with=slate&with=${ids.join('&with=')}`)).text);
    const row = (name: string) =>
      page(`th:contains("${name}")`)
        .first()
        .parent()
        .children()
        .toArray()
        .map((cell) => page(cell).text().replace(/\s+/g, ' ').trim());
    expect(row('Seats filled')).toEqual(['Seats filled', '1 of 2', '2 of 2']);
    expect(row('Mean total')).toEqual(['Mean total of those seated', '25.0', '87.5']);
    expect(
      row('Ed Fifth')
        .slice(1)
        .map((cell) => cell.replace(/C-\S+/, '')),
    ).toEqual(['Seat ', 'Not placed']);
    expect(row('Ed Fifth')[0]).toContain('Differs');
    expect(textOf((await staff.get(`${list}/comparison`)).text)).toContain('Choose at least one slate');
  });

  it('is used as the slate; what was the slate before is kept, and nothing is overwritten unseen', async () => {
    await place('Ed', 'seat', { reason: 'new_voice' });
    const address = await make('Best', 'by_rank', '1');
    expect((await staff.post(`${address}/adoption`, { version: '1', slateVersion: '0' }, address)).status).toBe(409);
    expect(await placedOn('slate_entries')).toEqual(['Ed']);
    expect((await staff.submit(address, {}, `${address}/adoption`)).status).toBe(303);
    expect(await placedOn('slate_entries')).toEqual(['An', 'Bo', 'Cy waits']);
    const names: string[] = await product.db('what_ifs').pluck('name');
    const kept = names.find((name) => name.startsWith('Slate before')) ?? '';
    expect([names.length, textOf((await staff.get(list)).text).includes(kept)]).toEqual([2, kept !== '']);
    expect(await product.db('events').where({ action: 'selection.adoptWhatIf' }).pluck('subject_kind')).toEqual(['slate']);
  });

  it('is discarded, and not while somebody changed it', async () => {
    const address = await make('Trial', 'by_rank');
    expect((await staff.post(`${address}/discarding`, { version: '9' }, address)).status).toBe(409);
    expect((await staff.submit(address, {}, `${address}/discarding`)).status).toBe(303);
    expect([(await staff.get(address)).status, await product.db('what_if_entries')]).toEqual([404, []]);
  });

  it('is nothing to anyone but staff and administrators, who only look', async () => {
    const address = await make('Trial', 'by_rank');
    for (const person of [scene.southStaff, scene.approver, scene.stranger, scene.reviewers[0]!]) {
      const browser = await signedInAs(product, person.id);
      for (const page of [list, address, `${list}/comparison?with=slate`]) expect((await browser.get(page)).status).toBe(404);
    }
    const admin = await signedInAs(product, scene.administrator.id);
    expect(cheerio.load((await admin.get(address)).text)('main form[method="post"]')).toHaveLength(0);
    expect((await admin.post(`${address}/discarding`, { version: '1' }, '/help')).status).toBe(403);
  });

  it('costs the pages no query more for each one kept', async () => {
    const count = (page: string) => countQueries(product.db, () => staff.get(page).then());
    await make('One', 'by_rank');
    await count(list);
    const one = [await count(list), await count(`${list}/comparison?with=slate`)];
    await make('Two', 'by_rank');
    await make('Three', 'within_targets');
    expect([await count(list), await count(`${list}/comparison?with=slate`)]).toEqual(one);
  });
});
