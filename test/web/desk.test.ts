import * as cheerio from 'cheerio';
import { aSentApplication, someAnswers, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser, type Browser } from '../support/browser';
import { countQueries } from '../support/database';
import { townDesks } from '../support/town-desks';

let product: TestProduct;
let town: Town;
let central: Browser;
let south: Browser;
let administrator: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  ({ town, central, south, administrator } = await townDesks(product));
});
afterAll(() => product.close());

const list = (slug = 'central') => `/staff/cycles/2027-spring/${slug}/applications`;

const names = (html: string): string[] => {
  const page = cheerio.load(html);
  return page('tbody th')
    .map((_, cell) => page(cell).text())
    .get();
};

const send = (name: string, given: Record<string, string> = {}, ids = [town.central.id]) =>
  aSentApplication(product.deps, town.cycle, someAnswers(ids, { name, email: `${name.split(' ')[0] ?? ''}@example.org`, ...given }));

describe('the list of a desk', () => {
  it('is for its staff and administrators alone', async () => {
    await send('Ana Reyes');
    expect(names((await central.get(list())).text)).toEqual(['Ana Reyes']);
    expect(names((await administrator.get(list())).text)).toEqual(['Ana Reyes']);
    expect((await south.get(list())).status).toBe(403);
    expect((await visitorBrowser(product).get(list())).headers['location']).toBe(`/sign-in?next=${encodeURIComponent(list())}`);
    expect((await central.get('/staff/cycles/2027-spring/applications')).status).toBe(403);
    expect(names((await administrator.get('/staff/cycles/2027-spring/applications')).text)).toEqual(['Ana Reyes']);
  });

  it('keeps its filters in the address and in the next page', async () => {
    for (let index = 0; index < 51; index += 1) await send(`Ana ${String(index).padStart(2, '0')}`);
    await send('Bo Chen', { constituency: 'community', school: '', school_id: '' });
    const first = await central.get(`${list()}?constituency=families&sort=name&q=ana`);
    const page = cheerio.load(first.text);
    expect([names(first.text).length, page('p[role=status]').text(), page('#constituency option[selected]').attr('value')]).toEqual([
      50,
      '51 applications',
      'families',
    ]);
    const next = page('a[rel=next]').attr('href')!;
    expect(new URLSearchParams(next.split('?')[1]).get('constituency')).toBe('families');
    expect(names((await central.get(next)).text)).toEqual(['Ana 50']);
  });

  it('reads nonsense in its address as nothing', async () => {
    await send('Ana Reyes');
    for (const query of ['sort=sideways', 'constituency=%27--', 'after=zzzz', 'q=%00', 'q[]=a&status=a&status=b', 'coverage=__proto__'])
      expect([query, names((await central.get(`${list()}?${query}`)).text)]).toEqual([query, ['Ana Reyes']]);
  });

  it('takes as many queries for three rows as for one', async () => {
    const count = () => countQueries(product.db, () => central.get(list()));
    await send('Ana Reyes');
    await central.get(list());
    const one = await count();
    await send('Bo Chen');
    await send('Cy Diaz');
    expect(await count()).toBe(one);
  });
});

describe('the page of an application', () => {
  it('exists for staff of a collaborative it names and for administrators', async () => {
    const { reference } = await send('Ana Reyes');
    const page = `/staff/applications/${reference}`;
    const shown = await central.get(page);
    expect([shown.status, cheerio.load(shown.text)('h1').text()]).toEqual([200, 'Ana Reyes']);
    expect((await administrator.get(page)).status).toBe(200);
    expect((await south.get(page)).status).toBe(404);
    expect((await central.get('/staff/applications/NONE-SUCH')).status).toBe(404);
  });

  it('shows the decisions and letters of one’s own collaborative only, and nothing kept apart', async () => {
    const { id, reference } = await send('Ana Reyes', {}, [town.central.id, town.south.id]);
    await product.db('candidacies').where({ application_id: id, collaborative_id: town.central.id }).update({ status: 'not_selected' });
    await product.db('application_demographics').insert({ application_id: id, answers: JSON.stringify({ home_language: 'Mixteco' }) });
    const page = `/staff/applications/${reference}`;
    const tags = (html: string) => cheerio.load(html)('main .app-tag').text();
    expect(tags((await central.get(page)).text)).toBe('Not selected');
    expect(tags((await south.get(page)).text)).toBe('In review');
    for (const browser of [central, south, administrator]) expect((await browser.get(page)).text).not.toContain('Mixteco');
  });
});

describe('saved views', () => {
  const views = `${list()}/views`;
  const chips = (html: string): string[] => {
    const page = cheerio.load(html);
    return page('.app-chips a')
      .map((_, link) => page(link).text())
      .get();
  };

  it('keep filters, order and columns under a name, for oneself or for all staff there', async () => {
    await send('Ana Reyes');
    const query = 'constituency=families&sort=name&show=zip&show=labels';
    const saved = await central.submit(`${views}?${query}`, { name: 'Families', query });
    expect([saved.status, saved.headers['location']]).toEqual([303, `${list()}?${query}`]);
    const page = await central.follow(saved);
    expect(chips(page.text)).toEqual(['Families', 'Save or change views']);
    expect(cheerio.load(page.text)('.app-chips a[aria-current]').text()).toBe('Families');
    expect(cheerio.load(page.text)('thead th').text().replace(/\s+/g, ' ').trim()).toBe('SelectNameZIP codeLabels');
    expect(chips((await administrator.get(list())).text)).toEqual(['Save or change views']);

    const [id = ''] = await product.db('saved_views').pluck('id');
    expect((await central.submit(views, { name: 'Our families', shared: 'yes' }, `${views}/${id}`)).status).toBe(303);
    expect(chips((await administrator.get(list())).text)).toEqual(['Our families', 'Save or change views']);
    expect((await administrator.post(`${views}/${id}/removal`, {}, views)).status).toBe(404);
    expect((await central.submit(views, {}, `${views}/${id}/removal`)).status).toBe(303);
    expect(chips((await central.get(list())).text)).toEqual(['Save or change views']);
  });

  it('need a name, and keep nothing of an address that no list knows', async () => {
    const refused = await central.submit(views, { name: ' ', query: 'q=ana' });
    expect([refused.status, cheerio.load(refused.text)('input[name=query]').attr('value')]).toEqual([422, 'q=ana']);
    await central.submit(views, { name: 'Odd', query: 'q=ana&next=//evil&after=x' });
    expect(await product.db('saved_views').pluck('query')).toEqual(['q=ana']);
    await central.submit(views, { name: 'Other', query: '' });
    const id = (await product.db('saved_views').where({ name: 'Other' }).first('id'))?.id ?? '';
    expect((await central.submit(views, { name: 'Odd' }, `${views}/${id}`)).status).toBe(409);
  });
});
