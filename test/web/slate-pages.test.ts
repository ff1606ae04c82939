import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let staff: Browser;
/** 60 people: 40 for families first, then 20 for local business; each constituency by rank. */
const families: string[] = [];
const business: string[] = [];

beforeAll(async () => {
  product = await testProduct();
  const { deps } = product;
  scene = await aScene(deps);
  for (let at = 0; at < 60; at += 1) {
    const constituency = at < 40 ? 'families' : 'business';
    const application = await anApplicant(deps, scene.cycle, { name: `Person ${at}`, to: [scene.central], constituency });
    const { id } = await candidacyOf(deps, application, scene.central);
    await scored(deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers, score: at < 40 ? 3 : 2 });
    (at < 40 ? families : business).push(id);
  }
  staff = await signedInAs(product, scene.staff.id);
});
afterAll(() => product.close());

const board = '/staff/cycles/2027-spring/central/slate';
const version = async (): Promise<string> => String((await product.db('slates').first())?.version ?? 0);
const load = async (address: string) => cheerio.load((await staff.get(address.split('#')[0]!)).text);
const ids = ($: cheerio.CheerioAPI): string[] =>
  $('.app-ranking a[id^="rank-"]')
    .toArray()
    .map(({ attribs }) => attribs['id']!.slice(5));
const ranks = ($: cheerio.CheerioAPI): string[] =>
  $('.app-ranking__rank')
    .toArray()
    .map((one) => $(one).text().replace(/\D/g, ''));

/** Presses a button of the page that is shown, with what its form says. */
const press = async ($: cheerio.CheerioAPI, action: 'placement' | 'removal', fields: Record<string, string>) =>
  staff.post(`${board}/${action}`, { version: await version(), shown: $('form input[name=shown]').attr('value') ?? '', ...fields }, board);

describe('the ranked list of the board', () => {
  it('stands on pages of 25 that links lead through, everyone on one of them, ranks going on', async () => {
    const first = await load(board);
    expect(first('.app-pagination').text().replace(/\s+/g, ' ').trim()).toBe('1 to 25 of 60 1 2 3 Next page');
    expect(first('.app-pagination a[aria-current]').text()).toBe('1');
    const next = first('.app-pagination a[rel=next]').attr('href')!;
    expect(next).toBe(`${board}?page=2#ranking`);
    const [second, third] = [await load(next), await load(`${board}?page=3`)];
    const all = [first, second, third].map(ids);
    expect(all.map(({ length }) => length)).toEqual([25, 25, 10]);
    expect(new Set(all.flat())).toEqual(new Set([...families, ...business]));
    expect(ranks(second)).toEqual([
      ...Array.from({ length: 15 }, (_, at) => String(at + 26)),
      ...Array.from({ length: 10 }, (_, at) => String(at + 1)),
    ]);
    expect(ids(await load(`${board}?page=99`))).toEqual(ids(third));
  });

  it('keeps its filter from page to page, and begins at the first page of another filter', async () => {
    const $ = await load(`${board}?constituency=families&page=2`);
    expect(ids($)).toHaveLength(15);
    expect($('.app-pagination a[rel=prev]').attr('href')).toBe(`${board}?constituency=families#ranking`);
    expect(
      $('.app-tabs a')
        .toArray()
        .map(({ attribs }) => attribs['href']),
    ).toEqual([board, `${board}?constituency=business`, `${board}?constituency=families`]);
    expect(ids(await load(`${board}?constituency=business`)).length).toBe(20);
    expect((await load(`${board}?q=Person+59`))('.app-pagination').length).toBe(0);
  });

  it('places from the page that is shown and stays there; somebody taken off the slate is shown where they rank', async () => {
    const second = await load(`${board}?page=2`);
    const [person] = ids(second);
    const placed = await press(second, 'placement', { place: `${person}:alternate` });
    expect([placed.status, placed.headers['location']]).toEqual([303, `${board}?page=2#on-${person}`]);
    expect((await load(`${board}?page=2`))(`#on-${person}`).length).toBe(1);
    const third = await load(`${board}?page=3`);
    const removed = await press(third, 'removal', { candidacy: person! });
    expect([removed.status, removed.headers['location']]).toEqual([303, `${board}?page=2#rank-${person}`]);
    expect((await load(`${board}?page=2`))(`#rank-${person}`).length).toBe(1);
  });
});
