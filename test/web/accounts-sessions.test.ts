import * as cheerio from 'cheerio';
import { aPerson, aPersonAs } from '../support/builders/person';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';

const minutes = (count: number): number => count * 60_000;

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
});
afterAll(() => product.close());

/** Who the account page says is signed in, or null. */
async function whoIs(browser: Browser): Promise<string | null> {
  const page = await browser.get('/account');
  return page.status === 200 ? cheerio.load(page.text)('.app-account__link bdi').text() : null;
}

describe('sessions', () => {
  it.each([
    ['a person', null, minutes(59), true],
    ['a person', null, minutes(60), false],
    ['staff', 'administrator', minutes(29), true],
    ['staff', 'administrator', minutes(31), false],
  ] as const)('of %s (%s) after %d ms without use: %s (S3)', async (_, role, wait, stays) => {
    const { id } = role === null ? await aPerson(product.deps) : await aPersonAs(product.deps, { role });
    const browser = await signedInAs(product, id);
    product.clock.moveBy(wait);
    expect((await browser.get('/account')).status).toBe(stays ? 200 : 303);
  });

  it.each([
    ['administrator', 8, 20],
    [null, 12, 40],
  ] as const)('of %s end after %d hours in all (S3)', async (role, hours, step) => {
    const { id } = role === null ? await aPerson(product.deps) : await aPersonAs(product.deps, { role });
    const browser = await signedInAs(product, id);
    for (let passed = step; passed < hours * 60; passed += step) {
      product.clock.moveBy(minutes(step));
      expect((await browser.get('/account')).status).toBe(200);
    }
    product.clock.moveBy(minutes(step));
    expect((await browser.get('/account')).status).toBe(303);
  });

  it('end with signing out, and the browser is told to forget', async () => {
    const { id } = await aPerson(product.deps);
    const browser = await signedInAs(product, id);
    const left = await browser.post('/sign-out', {}, '/account');
    expect([left.status, left.headers['location'], left.headers['clear-site-data']]).toEqual([303, '/', '"cache", "storage"']);
    expect(await whoIs(browser)).toBeNull();
    expect(await product.db('sessions').where({ person_id: id })).toEqual([]);
  });

  it('are listed, and end one by one or all but this', async () => {
    const { id } = await aPerson(product.deps);
    const [here, there, elsewhere] = [await signedInAs(product, id), await signedInAs(product, id), await signedInAs(product, id)];
    const stranger = await signedInAs(product, (await aPerson(product.deps, { email: 'cy@example.org' })).id);
    const action = cheerio
      .load((await here.get('/account/sessions')).text)('main table form')
      .first()
      .attr('action')!;
    expect((await stranger.post(action, {}, '/account')).status).toBe(404);
    expect((await here.post(action, {}, '/account/sessions')).status).toBe(303);
    expect((await product.db('sessions').where({ person_id: id })).length).toBe(2);
    await here.post('/account/sessions/end', {}, '/account/sessions');
    expect([await whoIs(here), await whoIs(there), await whoIs(elsewhere), await whoIs(stranger)]).toEqual([
      'Ana Reyes',
      null,
      null,
      'Ana Reyes',
    ]);
  });
});
