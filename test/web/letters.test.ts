import * as cheerio from 'cheerio';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { aTown, type Town } from '../support/builders/application';
import { aPersonAs } from '../support/builders/person';
import { emptyTables } from '../support/database';
import { aPaperLetter } from '../support/letter-scene';

let product: TestProduct;
let town: Town;
let staff: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  town = await aTown(product.deps);
  staff = await as('staff', town.central.id, 'Stella Staff');
});
afterAll(() => product.close());

async function as(role: 'staff' | 'approver' | 'administrator', collaborativeId: string | null, name: string): Promise<Browser> {
  const person = await aPersonAs(product.deps, { role, ...(collaborativeId === null ? {} : { collaborativeId }) }, { name });
  return signedInAs(product, person.id);
}

const letter = (name: string, locale = 'en') => aPaperLetter(product.deps, town.central, { name, locale });
const open = async (browser: Browser, address: string) => {
  const answer = await browser.get(address);
  return { status: answer.status, $: cheerio.load(answer.text), text: answer.text };
};
const list = '/staff/central/letters';

describe('letters to print', () => {
  it('are listed for staff of the collaborative and administrators, and exist for nobody else', async () => {
    await letter('Rosa Sin Correo', 'es');
    const { status, $ } = await open(staff, list);
    expect([status, $('.app-rows__name').text().trim(), $('[aria-current="page"]').last().text()]).toEqual([
      200,
      'Rosa Sin Correo',
      'To print (1)',
    ]);
    expect((await open(await as('administrator', null, 'Ada'), list)).status).toBe(200);
    for (const other of [await as('staff', town.south.id, 'Sam'), await as('approver', town.central.id, 'Alma')])
      expect((await open(other, list)).status).toBe(404);
  });

  it('say what to do while there is none', async () => {
    expect((await open(staff, list)).$('.app-empty').text()).toContain('No letter waits');
  });

  it('are printed together, each on its sheet and in its language, and then posted together', async () => {
    await letter('Ana');
    product.clock.moveTo('2026-11-21T20:00:01.000Z');
    await letter('Rosa', 'es');
    const printed = await staff.submit(list, { all: 'yes' }, `${list}/printing`);
    const run = printed.headers['location'] ?? '';
    const { $ } = await open(staff, run);
    expect(
      $('.app-letter')
        .map((_, sheet) => $(sheet).attr('lang'))
        .get(),
    ).toEqual(['en', 'es']);
    expect(
      $('.app-letter')
        .first()
        .find('.app-letter__to span')
        .map((_, line) => $(line).text())
        .get(),
    ).toEqual(['Ana', '123 Main St', 'Los Angeles, CA 90012']);
    expect($('.app-letter').last().text()).toContain('Le escribimos en papel');
    expect($('.app-letter a').length).toBe(0);
    expect((await staff.submit(run, {}, `${run}/posting`)).headers['location']).toBe(list);
    expect(await product.db('paper_letters').pluck('status')).toEqual(['posted', 'posted']);
    expect((await staff.post(`${run}/posting`, {})).status).toBe(404);
  });

  it('say that they were printed before, by whom, before they are printed once more', async () => {
    const id = await letter('Ana');
    await staff.submit(list, { letter: id }, `${list}/printing`);
    const { $ } = await open(staff, `${list}/${id}`);
    expect($('.app-notice').text()).toContain('printed before');
    expect($('main').text()).toContain('by Stella Staff');
    await staff.submit(`${list}/${id}`, { letter: id }, `${list}/printing`);
    expect(await product.db('paper_letters').pluck('prints')).toEqual([2]);
    expect((await open(staff, `${list}?show=printed`)).$('main').text()).toContain('printed 2 times');
  });

  it('can be told instead, set aside, and taken back', async () => {
    const id = await letter('Ana');
    const step = (event: string) => staff.post(`${list}/${id}/step`, { step: event }, `${list}/${id}`);
    expect((await step('tell')).status).toBe(303);
    expect((await step('drop')).status).toBe(409);
    expect((await step('reopen')).status).toBe(303);
    expect((await step('drop')).status).toBe(303);
    expect((await step('nonsense')).status).toBe(422);
    expect((await open(staff, `${list}?show=done`)).$('main').text()).toContain('set aside');
  });

  it('of another body cannot be reached by their number', async () => {
    const other = await aPaperLetter(product.deps, town.south, { name: 'Sol' });
    expect((await open(staff, `${list}/${other}`)).status).toBe(404);
    expect((await open(staff, `/staff/south/letters/${other}`)).status).toBe(404);
    expect((await staff.post(`${list}/${other}/step`, { step: 'drop' })).status).toBe(404);
  });
});
