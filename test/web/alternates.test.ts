import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';
import { aScene, anApplicant, candidacyOf, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let people: Application[];

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  scene = await aScene(product.deps);
  people = [];
});

const slate = '/staff/cycles/2027-spring/central/slate';
const release = '/staff/cycles/2027-spring/central/release';
const page = '/staff/central/alternates';
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();

/** The first in the seat, the others alternates; sent and approved. */
async function approved(names: readonly string[]): Promise<Browser> {
  const staff = await as(scene.staff);
  for (const [at, name] of names.entries()) {
    const application = await anApplicant(product.deps, scene.cycle, { name, to: [scene.central] });
    people.push(application);
    const { id } = await candidacyOf(product.deps, application, scene.central);
    const version = String((await product.db('slates').first())?.version ?? 0);
    const placing = { version, candidacy: id, seat: at === 0 ? 'seat' : 'alternate', reason: 'new_voice', words: '' };
    await staff.post(`${slate}/placement`, placing, slate);
  }
  await staff.post(`${slate}/sending`, { version: String((await product.db('slates').first())!.version) }, slate);
  const approval = `/approvals/${(await product.db('slates').first())!.id}`;
  await (await as(scene.approver)).submit(approval, {}, `${approval}/approval`);
  return staff;
}

async function declined(at: number): Promise<void> {
  const application = people[at]!;
  const letters = (await mails(product.deps)).filter((mail) => mail.to_address === application.email && /offer/.test(mail.kind));
  const browser = visitorBrowser(product);
  await browser.get(linkIn(letters.at(-1)?.text ?? '', '/applications/'));
  const own = `/applications/${application.reference}`;
  await browser.submit(`${own}/offer-decline`, { reason: 'I moved away' }, `${own}/decline`);
}

describe('the alternates of a collaborative', () => {
  it('tell nothing before the letters are out', async () => {
    const staff = await approved(['Ana First', 'Bo Second']);
    const text = textOf((await staff.get(page)).text);
    expect(text).toContain('No letters are out yet');
    expect(text).not.toContain('Bo Second');
  });

  it('stand in the order they are asked, with since when, until when and what is free for them', async () => {
    const staff = await approved(['Ana First', 'Bo Second', 'Cy Third']);
    await staff.submit(release, {}, release);
    const text = textOf((await staff.get(page)).text);
    expect(text).toContain('They stand as alternates until this cycle is complete.');
    expect(text).toMatch(/Families.* No seat of this group is free now\. 1 Bo Second Waits Alternate since Nov 21, 2026 2 Cy Third Waits/);
    expect(text).not.toContain('Ana First');
    expect(cheerio.load((await staff.get(page)).text)(`a[href="${slate.replace('/slate', '/offers')}"]`).length).toBe(1);
  });

  it('say who was offered a seat and what came of it, and which seat is free', async () => {
    const { settings } = (await product.db('cycles').first())!;
    await product.db('cycles').update({ settings: JSON.stringify({ ...(JSON.parse(settings) as object), offersNextByItself: false }) });
    const staff = await approved(['Ana First', 'Bo Second']);
    await staff.submit(release, {}, release);
    await declined(0);
    const board = slate.replace('/slate', '/offers');
    expect(textOf((await staff.get(page)).text)).toMatch(/Free now: \S+ 1 Bo Second Waits/);
    await staff.submit(board, {}, `${board}/next`);
    expect(textOf((await staff.get(page)).text)).toMatch(
      /No seat of this group is free now\. 1 Bo Second Seat offered .*A seat was offered on Nov 21, 2026; no answer yet\./,
    );
    await declined(1);
    expect(textOf((await staff.get(page)).text)).toMatch(/1 Bo Second Offer declined .*settled on Nov 21, 2026/);
    await product.db('cycles').update({ status: 'complete' });
    expect(textOf((await staff.get(page)).text)).toContain('This cycle is over');
  });

  it('are for staff there and administrators; for others there is no such page', async () => {
    await approved(['Ana First']);
    expect((await (await as(scene.administrator)).get(page)).status).toBe(200);
    for (const other of [scene.southStaff, scene.approver, scene.stranger, scene.reviewers[0]!])
      expect((await (await as(other)).get(page)).status).toBe(404);
  });

  it('take as many queries for three as for one', async () => {
    const staff = await approved(['Ana First', 'Bo Second', 'Cy Third', 'Di Fourth']);
    await staff.submit(release, {}, release);
    await staff.get(page);
    const three = await countQueries(product.db, () => staff.get(page));
    await product.db('slate_entries').where('alternate_place', '>', 1).delete();
    expect(await countQueries(product.db, () => staff.get(page))).toBe(three);
  });
});
