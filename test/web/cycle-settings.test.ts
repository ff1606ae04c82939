import * as cheerio from 'cheerio';
import { aPersonAs } from '../support/builders/person';
import { aTown } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let administrator: Browser;
let staff: Browser;

const address = '/staff/cycles/2027-spring/settings';

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  const { central } = await aTown(product.deps, { status: 'open' });
  const ada = await aPersonAs(product.deps, { role: 'administrator' }, { name: 'Ada Admin', email: 'ada@example.org' });
  const cora = await aPersonAs(product.deps, { role: 'staff', collaborativeId: central.id }, { name: 'Cora', email: 'cora@example.org' });
  administrator = await signedInAs(product, ada.id);
  staff = await signedInAs(product, cora.id);
});
afterAll(() => product.close());

const kept = async () => JSON.parse((await product.db('cycles').first('settings'))!.settings) as Record<string, unknown>;

describe('the settings page of a cycle', () => {
  it('shows staff every setting with its usual value and no form, and strangers nothing', async () => {
    const page = cheerio.load((await staff.get(address)).text);
    expect(page('main form')).toHaveLength(0);
    expect(page('main').text()).toContain('Hide names while scoring');
    expect(page('main').text()).toContain('Usual: Yes.');
    expect(page('main').text()).toContain('Never changed.');
    expect((await visitorBrowser(product).get(address)).status).toBe(303);
    expect((await staff.post(address, { blindFirstPass: 'no' })).status).toBe(403);
    expect(await kept()).toMatchObject({ blindFirstPass: true });
  });

  it('lets an administrator change one, says who did and when, and writes only what changed', async () => {
    expect((await administrator.submit(address, { blindFirstPass: 'no' })).headers['location']).toBe(address);
    expect(await kept()).toMatchObject({ blindFirstPass: false, offersNextByItself: true });
    const [event] = await product.db('events').where({ action: 'cycles.set' });
    expect(JSON.parse(event!.details!)).toEqual({ before: { blindFirstPass: true }, after: { blindFirstPass: false } });
    const page = cheerio.load((await staff.get(`${address}?lang=es`)).text);
    expect(page('main').text()).toContain('Cambio hecho por Ada Admin (administración del programa)');
  });

  it('writes no line when nothing changed', async () => {
    expect((await administrator.submit(address)).status).toBe(303);
    expect(await product.db('events').where({ action: 'cycles.set' })).toEqual([]);
  });

  it('gives an answer that is missing back with what was chosen, and refuses an older page', async () => {
    const wrong = await administrator.submit(address, { blindFirstPass: 'no', offersNextByItself: 'perhaps' });
    const page = cheerio.load(wrong.text);
    expect([wrong.status, page('.app-error-summary a').attr('href'), page('#blindFirstPass-no').attr('checked')]).toEqual([
      422,
      '#offersNextByItself',
      'checked',
    ]);
    expect((await administrator.submit(address, { version: '0', blindFirstPass: 'no' })).status).toBe(409);
    expect(await kept()).toMatchObject({ blindFirstPass: true });
  });

  it('keeps what can no longer change as it is', async () => {
    await product.db('cycles').update({ status: 'in_review' });
    const page = cheerio.load((await administrator.get(address)).text);
    expect([page('#blindFirstPass').length, page('#offersNextByItself').length]).toEqual([0, 1]);
    await administrator.submit(address, { blindFirstPass: 'no', offersNextByItself: 'no' });
    expect(await kept()).toMatchObject({ blindFirstPass: true, offersNextByItself: false });
  });
});
