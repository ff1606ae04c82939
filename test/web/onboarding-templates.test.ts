import * as cheerio from 'cheerio';
import type { Collaborative } from '../../src/features/collaboratives';
import { createPendingMembership } from '../../src/features/membership';
import { beginPlan, listTasks, planOf } from '../../src/features/onboarding';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let central: Collaborative;
let staff: Browser;
const lists = '/staff/central/onboarding/templates';
const families = `${lists}/families`;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  central = await aCollaborative(product.deps);
  staff = await signedInAs(product, (await staffOf(product.deps, central.id)).id);
});

const texts = (html: string, selector: string): string[] => {
  const $ = cheerio.load(html);
  return $(selector)
    .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
    .get();
};
const step = { title_en: 'Meet your mentor', title_es: 'Conozca a su mentor', text_en: 'Call them.', text_es: 'Llámele.', kind: 'read' };

/** The keys of the checklist of somebody who takes a seat of this kind now. */
async function keysFor(constituency: 'families' | 'business'): Promise<string[]> {
  const seat = await aSeat(product.deps, central.id, { code: `${constituency}-${product.deps.newId().slice(-6)}`, constituency });
  const person = await someone(product.deps, `Person ${product.deps.newId()}`);
  const term = { termStartsOn: '2027-01-01', termEndsOn: '2028-12-31' };
  const membership = await createPendingMembership(product.deps, 'system', {
    seatId: seat.id,
    personId: person.id,
    candidacyId: null,
    ...term,
  });
  await beginPlan(product.deps, 'system', membership);
  const plan = await planOf(product.db, membership.id);
  return (await listTasks(product.db, [plan?.id ?? ''])).map(({ key }) => key);
}

describe('the list of steps for one kind of seat', () => {
  it('begins as the shipped one; a step that is added, moved and removed counts for who accepts from now on, and no one else', async () => {
    expect(texts((await staff.get(families)).text, '.app-rows__name').length).toBe(13);
    const before = await keysFor('families');
    const added = await staff.submit(`${families}/tasks/new`, { ...step, due: 'acceptance', days: '7', required: 'yes' });
    const page = await staff.follow(added);
    expect(texts(page.text, '.app-flash')).toEqual(['Saved as version 1.']);
    expect(texts(page.text, '.app-rows li').at(-1)).toContain('Meet your mentor Reads · Days after the seat was accepted: 7 · Required');
    expect((await keysFor('families')).at(-1)).toBe('own_1');
    expect(await keysFor('business')).toEqual(before);
    await staff.submit(families, { up: 'own_1' }, `${families}/order`);
    expect((await keysFor('families')).at(-2)).toBe('own_1');
    await staff.submit(families, { key: 'clearance' }, `${families}/removal`);
    expect(await keysFor('families')).not.toContain('clearance');
    expect(texts((await staff.get(`${lists}?lang=es`)).text, '.app-rows li')[1]).toBe('Solo para Familias Lista propia, versión 3');
    expect(await product.db('events').where({ action: 'onboarding.templateChanged' }).pluck('action')).toHaveLength(3);
  });

  it('keeps what was typed when something is missing, and refuses a list somebody overtook', async () => {
    const half = await staff.submit(`${families}/tasks/new`, { ...step, title_es: '', due: 'none' });
    expect([half.status, cheerio.load(half.text)('#text_en').text()]).toEqual([422, 'Call them.']);
    const undated = await staff.submit(`${families}/tasks/new`, { ...step, due: 'term_end', days: '' });
    expect(texts(undated.text, '.app-error-summary li')).toEqual(['Say how many days']);
    expect((await staff.submit(`${families}/tasks/new`, { ...step, due: 'none', number: '5' })).status).toBe(409);
  });

  it('shows staff the list and each step as a new member sees them, in both languages, with every link and field of its own', async () => {
    await staff.submit(`${families}/tasks/new`, { ...step, due: 'acceptance', days: '7', required: 'yes' });
    const opened = await staff.get(`${families}/preview`);
    const $ = cheerio.load(opened.text);
    const phone = (lang: string) => texts(opened.text, `.app-phone[lang=${lang}] section:last-of-type`).join(' ');
    expect([$('.app-phone[lang=en] section').length, $('.app-phone[lang=es] section').length]).toEqual([14, 14]);
    expect(phone('en')).toContain('Meet your mentor By November 28, 2026 Call them.');
    expect(phone('es')).toContain('Conozca a su mentor A más tardar el 28 de noviembre de 2026 Llámele.');
    const ids = $('main [id]')
      .map((_, element) => $(element).attr('id'))
      .get();
    expect(new Set(ids).size).toBe(ids.length);
    const links = $('.app-phone a[href^="#"]')
      .map((_, element) => $(element).attr('href')?.slice(1))
      .get();
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(links.length).toBeGreaterThan(20);
    expect($('.app-phone form').length).toBe(0);
  });

  it('is the staff’s of that collaborative alone', async () => {
    const east = await aCollaborative(product.deps, 'east');
    const other = await signedInAs(product, (await staffOf(product.deps, east.id, 'Eve East')).id);
    for (const address of [lists, families, `${families}/preview`, `${families}/tasks/new`])
      expect((await other.get(address)).status).toBe(404);
    expect((await staff.get(`${lists}/nobody`)).status).toBe(404);
  });
});
