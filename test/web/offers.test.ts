import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let people: Application[];

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  people = [];
});

const slate = '/staff/cycles/2027-spring/central/slate';
const release = '/staff/cycles/2027-spring/central/release';
const board = '/staff/cycles/2027-spring/central/offers';
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();

/** The first in seats, the others alternates; released. */
async function released(names: readonly string[], seats = 1): Promise<Browser> {
  const staff = await as(scene.staff);
  for (let at = 1; at < seats; at += 1) await aSeatOnOffer(product.deps, scene.cycle, scene.central, { code: `C-F${at + 1}` });
  for (const [at, name] of names.entries()) {
    const application = await anApplicant(product.deps, scene.cycle, { name, to: [scene.central] });
    people.push(application);
    const { id } = await candidacyOf(product.deps, application, scene.central);
    const version = String((await product.db('slates').first())?.version ?? 0);
    await staff.post(
      `${slate}/placement`,
      { version, candidacy: id, seat: at < seats ? 'seat' : 'alternate', reason: 'new_voice', words: '' },
      slate,
    );
  }
  await staff.post(`${slate}/sending`, { version: String((await product.db('slates').first())!.version) }, slate);
  const page = `/approvals/${(await product.db('slates').first())!.id}`;
  await (await as(scene.approver)).submit(page, {}, `${page}/approval`);
  await staff.submit(release, {}, release);
  return staff;
}

const holder = async (at: number): Promise<{ browser: Browser; page: string }> => {
  const application = people[at]!;
  const letters = (await mails(product.deps)).filter((mail) => mail.to_address === application.email && /offer/.test(mail.kind));
  const browser = visitorBrowser(product);
  await browser.get(linkIn(letters.at(-1)?.text ?? '', '/applications/'));
  return { browser, page: `/applications/${application.reference}` };
};

describe('the live board', () => {
  it('shows staff who has answered, who has not, and who is next', async () => {
    const staff = await released(['Ana First', 'Bo Second', 'Cy Third'], 2);
    expect(textOf((await staff.get(board)).text)).toContain('2Not answered 0Accepted 0Declined 0No answer in time 0 of 2Seats filled');
    const ana = await holder(0);
    await ana.browser.submit(`${ana.page}/offer-decline`, { reason: 'I moved away' }, `${ana.page}/decline`);
    const bo = await holder(1);
    await bo.browser.submit(`${bo.page}/offer`, {}, `${bo.page}/acceptance`);
    const page = textOf((await staff.get(board)).text);
    expect(page).toContain('1Not answered 1Accepted 1Declined 0No answer in time 1 of 2Seats filled');
    expect(page).toMatch(/Not answered yet .*Cy Third/);
    expect(page).toMatch(/Answered .*Bo Second \S+ · seat \S+ Accepted [^,]*, 2026/);
    expect(page).toMatch(/Answered .*Ana First \S+ · seat \S+ Declined [^,]*, 2026 I moved away/);
    expect(page).toContain('No alternate waits any more.');
    expect((await staff.get(board.replace('/offers', '/slate'))).text).toContain(`href="${board}"`);
    for (const other of [scene.southStaff, scene.approver, scene.stranger, scene.reviewers[0]!])
      expect((await (await as(other)).get(board)).status).toBe(404);
  });

  it('offers a free seat after a click, to whom it showed as next', async () => {
    const { settings } = (await product.db('cycles').first())!;
    await product.db('cycles').update({ settings: JSON.stringify({ ...(JSON.parse(settings) as object), offersNextByItself: false }) });
    const staff = await released(['Ana First', 'Bo Second']);
    const ana = await holder(0);
    await ana.browser.submit(`${ana.page}/offer-decline`, {}, `${ana.page}/decline`);
    expect(textOf((await staff.get(board)).text)).toContain('Next: Bo Second Offer the seat to Bo Second');
    expect((await staff.submit(board, {}, `${board}/next`)).status).toBe(303);
    expect((await mails(product.deps, 'offer.next')).map((mail) => mail.to_address)).toEqual(['bo.second@example.org']);
  });

  it('is read in the same number of queries for one offer and for three', async () => {
    const staff = await released(['Ana First', 'Bo Second', 'Cy Third'], 3);
    await staff.get(board);
    const three = await countQueries(product.db, () => staff.get(board));
    await product
      .db('offers')
      .whereIn('application_id', [people[1]!.id, people[2]!.id])
      .delete()
      .catch(() => undefined);
    expect(await countQueries(product.db, () => staff.get(board))).toBe(three);
  });
});

describe('a question', () => {
  it('is asked on the page of the offer, answered by staff of the collaborative, and shown to who asked', async () => {
    const staff = await released(['Ana First']);
    const ana = await holder(0);
    const ask = `${ana.page}/offer-question`;
    const empty = await ana.browser.submit(`${ana.page}/offer`, { words: ' ' }, ask);
    expect([empty.status, textOf(empty.text)]).toEqual([422, expect.stringContaining('Write your question')]);
    expect((await ana.browser.submit(`${ana.page}/offer`, { words: 'Is there <b>parking</b>?' }, ask)).status).toBe(303);
    expect((await ana.browser.get(`${ana.page}/offer`)).text).toContain('Is there &lt;b&gt;parking&lt;/b&gt;?');
    expect(textOf((await staff.get(board)).text)).toContain('Asks a question');
    const offer = `/staff/offers/${(await product.db('offers').first())!.id}`;
    const answer = `/staff/offer-questions/${(await product.db('offer_questions').first())!.id}/answer`;
    expect((await staff.submit(offer, { words: '' }, answer)).status).toBe(422);
    expect((await staff.submit(offer, { words: 'Yes, behind the office.' }, answer)).status).toBe(303);
    expect((await staff.post(answer, { version: '1', words: 'Again' }, '/help')).status).toBe(409);
    expect(textOf((await ana.browser.get(`${ana.page}/offer`)).text)).toContain('Yes, behind the office.');
  });

  it('may bring more time, for a reason', async () => {
    const staff = await released(['Ana First']);
    const offer = `/staff/offers/${(await product.db('offers').first())!.id}`;
    const refused = await staff.submit(offer, { until: '2026-12-09', reason: '' }, `${offer}/extension`);
    expect([refused.status, cheerio.load(refused.text)('#until').attr('value')]).toEqual([422, '2026-12-09']);
    expect((await staff.submit(offer, { until: '2026-12-09', reason: 'In hospital' }, `${offer}/extension`)).status).toBe(303);
    const ana = await holder(0);
    expect(textOf((await ana.browser.get(`${ana.page}/offer`)).text)).toContain('Please accept or decline by Wednesday, December 9, 2026');
    for (const other of [scene.southStaff, scene.administrator])
      expect((await (await as(other)).post(`${offer}/extension`, { version: '2', until: '2026-12-20', reason: 'x' }, '/help')).status).toBe(
        404,
      );
  });
});
