import * as cheerio from 'cheerio';
import type { Person } from '../../src/features/accounts';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone } from '../support/builders/seat';
import { signedInAs } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let ana: Person;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  ana = await someone(product.deps, 'Ana Reyes');
});

const needs = '/me/access-needs';
const notices = '/me/notices';
const chosen = (html: string) => {
  const $ = cheerio.load(html);
  return $('main input:checked')
    .map((_, input) => `${$(input).attr('name')} ${$(input).attr('value')}`)
    .get();
};

describe('what a member needs to take part', () => {
  it('is theirs to change at any time, and is in no history', async () => {
    const browser = await signedInAs(product, ana.id);
    await browser.submit(needs, { hearing: 'Captions, please', childCare: 'Two children' });
    await browser.submit(needs, { hearing: 'Captions, please', childCare: '' });
    expect(
      cheerio
        .load((await browser.get(needs)).text)('#hearing')
        .val(),
    ).toBe('Captions, please');
    expect(await product.db('people').where({ id: ana.id }).pluck('access_needs')).toEqual(['{"hearing":"Captions, please"}']);
    expect(JSON.stringify(await product.db('events'))).not.toContain('Captions');
  });

  it('is not lost to an older page, nor to words that are too long', async () => {
    const browser = await signedInAs(product, ana.id);
    await browser.submit(needs, { vision: 'Large print' });
    expect((await browser.post(needs, { vision: '', version: '1' }, needs)).status).toBe(409);
    const long = await browser.submit(needs, { vision: 'x'.repeat(301) });
    expect([long.status, cheerio.load(long.text)('#vision').val()]).toEqual([422, 'x'.repeat(301)]);
    expect(await product.db('people').where({ id: ana.id }).pluck('access_needs')).toEqual(['{"vision":"Large print"}']);
  });
});

describe('which mails somebody gets', () => {
  it('is chosen for each kind that nobody has to get, and the page says what always comes', async () => {
    const browser = await signedInAs(product, ana.id);
    const before = await browser.get(notices);
    expect(chosen(before.text)).toEqual(['vacancy at_once', 'cycle at_once']);
    expect(before.text).toContain('cannot be switched off');
    await browser.submit(notices, { vacancy: 'weekly', cycle: 'never' });
    expect(chosen((await browser.get(notices)).text)).toEqual(['vacancy weekly', 'cycle never']);
    await browser.submit(notices, { vacancy: 'at_once', cycle: 'never' });
    expect(await product.db('notice_choices').select('kind', 'choice')).toEqual([{ kind: 'interest.cycleOpens', choice: 'never' }]);
    expect((await browser.submit(notices, { vacancy: 'often', cycle: 'never' })).status).toBe(422);
  });
});

describe('one’s own page', () => {
  it('leads a member to everything that is theirs, and somebody without a seat to what they have', async () => {
    const central = await aCollaborative(product.deps);
    await aMembership(product.deps, (await aSeat(product.deps, central.id)).id, ana.id);
    const bo = await someone(product.deps, 'Bo Lee');
    const linksOf = async (person: Person) => {
      const $ = cheerio.load((await (await signedInAs(product, person.id)).get('/me')).text);
      return $('section[aria-labelledby] .app-links a')
        .map((_, link) => $(link).attr('href'))
        .get();
    };
    const common = ['/me/mails', notices, '/account/sessions', '/me/data'];
    expect(await linksOf(bo)).toEqual(common);
    expect(await linksOf(ana)).toEqual([
      '/me/mails',
      '/me/advice',
      '/me/calendar',
      '/me/directory',
      '/me/topics',
      needs,
      notices,
      '/account/sessions',
      '/me/data',
      '/me/resignation',
    ]);
  });
});
