import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { linkIn, mails } from '../support/mailbox';
import { aPersonAs } from '../support/builders/person';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let ana: Application;
let bo: Application;
let cy: Application;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
  ana = await anApplicant(product.deps, scene.cycle, { name: 'Ana First', to: [scene.central] });
  bo = await anApplicant(product.deps, scene.cycle, { name: 'Bo Second', to: [scene.central], locale: 'es' });
  cy = await anApplicant(product.deps, scene.cycle, { name: 'Cy Third', to: [scene.central] });
  for (const [application, score] of [
    [ana, 4],
    [bo, 3],
    [cy, 1],
  ] as const)
    await scored(product.deps, scene.cycle, {
      candidacyId: (await candidacy(application)).id,
      reviewers: scene.reviewers,
      score,
      comment: 'canary-comment',
    });
});

const board = '/staff/cycles/2027-spring/central/slate';
const release = '/staff/cycles/2027-spring/central/release';
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);
const candidacy = (application: Application) => candidacyOf(product.deps, application, scene.central);
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const slate = async () => (await product.db('slates').first())!;
const version = async (): Promise<string> => String((await product.db('slates').first())?.version ?? 0);
const statuses = async (): Promise<string[]> => {
  const found: string[] = [];
  for (const application of [ana, bo, cy]) found.push((await candidacy(application)).status);
  return found;
};

async function place(staff: Browser, application: Application, where: string, given: Record<string, string> = {}) {
  return staff.post(
    `${board}/placement`,
    { version: await version(), candidacy: (await candidacy(application)).id, seat: where, ...given },
    board,
  );
}

/** Ana in the seat, Bo and Cy as alternates; sent. */
async function sent(): Promise<Browser> {
  const staff = await as(scene.staff);
  for (const [application, where] of [
    [ana, 'seat'],
    [bo, 'alternate'],
    [cy, 'alternate'],
  ] as const)
    expect((await place(staff, application, where)).status).toBe(303);
  expect((await staff.post(`${board}/sending`, { version: await version() }, board)).status).toBe(303);
  return staff;
}

async function approved(): Promise<Browser> {
  const staff = await sent();
  const approver = await as(scene.approver);
  const page = `/approvals/${(await slate()).id}`;
  expect((await approver.submit(page, {}, `${page}/approval`)).status).toBe(303);
  return staff;
}

async function released(): Promise<Browser> {
  const staff = await approved();
  expect((await staff.submit(release, {}, release)).status).toBe(303);
  return staff;
}

describe('the slate board', () => {
  it('ranks by total and places people in seats and as alternates', async () => {
    const staff = await sent();
    const page = textOf((await staff.get(board)).text);
    expect(page).toContain('1 Ana First');
    expect(page).toContain('Waiting for approval');
    expect(await product.db('slate_entries').orderBy(['placement', 'alternate_place']).pluck('alternate_place')).toEqual([1, 2, null]);
    expect((await mails(product.deps, 'slate.sent')).map((mail) => mail.to_address)).toEqual([scene.approver.email]);
  });

  it('asks why when somebody is chosen out of rank order, and keeps the choice', async () => {
    const staff = await as(scene.staff);
    const refused = await place(staff, bo, 'seat');
    expect(refused.status).toBe(422);
    expect(textOf(refused.text)).toContain('Choose a reason, or write one in your own words');
    expect(await product.db('slate_entries').count({ count: '*' })).toEqual([{ count: 0 }]);
    expect((await place(staff, bo, 'seat', { reason: 'words' })).status).toBe(422);
    expect((await place(staff, bo, 'seat', { reason: 'new_voice' })).status).toBe(303);
    expect(textOf((await staff.get(board)).text)).toContain('Why: A voice not yet at the table');
  });

  it('is not sent while a reason is missing', async () => {
    await aSeatOnOffer(product.deps, scene.cycle, scene.central, { code: 'C-F2' });
    const staff = await as(scene.staff);
    expect((await place(staff, bo, 'seat')).status).toBe(303);
    const refused = await staff.post(`${board}/sending`, { version: await version() }, board);
    expect([refused.status, (await slate()).status]).toEqual([409, 'draft']);
    expect((await place(staff, ana, 'seat')).status).toBe(303);
    expect((await staff.post(`${board}/sending`, { version: await version() }, board)).status).toBe(303);
  });

  it('orders alternates by buttons and removes people', async () => {
    const staff = await as(scene.staff);
    for (const application of [bo, cy]) await place(staff, application, 'alternate');
    const order = () => product.db('slate_entries').orderBy('alternate_place').pluck('candidacy_id');
    const [boId, cyId] = [(await candidacy(bo)).id, (await candidacy(cy)).id];
    await staff.post(`${board}/order`, { version: await version(), move: `${cyId}:up` }, board);
    expect(await order()).toEqual([cyId, boId]);
    await staff.post(`${board}/order`, { version: await version(), move: `${cyId}:up` }, board);
    expect(await order()).toEqual([cyId, boId]);
    await staff.post(`${board}/removal`, { version: await version(), candidacy: cyId }, board);
    expect(await product.db('slate_entries').pluck('alternate_place')).toEqual([1]);
  });

  it('refuses a stale change and a seat that is taken', async () => {
    const staff = await as(scene.staff);
    await place(staff, ana, 'seat');
    expect((await place(staff, bo, 'alternate', { version: '0' })).status).toBe(409);
    const seat = (await product.db('slate_entries').first())?.seat_id ?? '';
    expect((await place(staff, bo, seat, { reason: 'new_voice' })).status).toBe(409);
    expect((await place(staff, bo, 'no-such-seat', { reason: 'new_voice' })).status).toBe(422);
  });

  it('is nothing to anyone else', async () => {
    await sent();
    for (const address of [board, release]) {
      for (const person of [scene.southStaff, scene.approver, scene.stranger, scene.reviewers[0]!])
        expect((await (await as(person)).get(address)).status).toBe(404);
      expect((await (await as(scene.administrator)).get(address)).status).toBe(200);
    }
    const admin = await as(scene.administrator);
    expect((await admin.post(`${board}/recall`, { version: await version() }, '/help')).status).toBe(403);
  });
});

describe('the approver', () => {
  it('sees who is placed with totals, and approves; staff are told', async () => {
    await sent();
    const approver = await as(scene.approver);
    const page = `/approvals/${(await slate()).id}`;
    const shown = await approver.get(page);
    expect(textOf(shown.text)).toContain('Ana First 100.0');
    expect(shown.text).not.toContain('canary-comment');
    expect((await approver.submit(page, {}, `${page}/approval`)).status).toBe(303);
    expect((await slate()).status).toBe('approved');
    expect((await mails(product.deps, 'slate.approved')).map((mail) => mail.to_address)).toEqual([scene.staff.email]);
    expect((await approver.post(`${page}/approval`, { version: await version() }, '/help')).status).toBe(409);
  });

  it('returns it with words, which staff see and can act on', async () => {
    const staff = await sent();
    const approver = await as(scene.approver);
    const page = `/approvals/${(await slate()).id}`;
    expect((await approver.submit(page, { words: '' }, `${page}/return`)).status).toBe(422);
    expect((await approver.submit(page, { words: 'More families, please' }, `${page}/return`)).status).toBe(303);
    expect(textOf((await staff.get(board)).text)).toContain('More families, please');
    expect((await place(staff, cy, 'alternate')).status).toBe(303);
  });

  it('sees nothing of a slate that was never sent, nor of what staff change before they send it again', async () => {
    const staff = await as(scene.staff);
    await place(staff, ana, 'seat');
    const page = `/approvals/${(await slate()).id}`;
    const approver = await as(scene.approver);
    expect((await approver.get(page)).status).toBe(404);
    await staff.post(`${board}/sending`, { version: await version() }, board);
    expect((await approver.get(page)).text).toContain('Ana First');
    await staff.post(`${board}/recall`, { version: await version() }, board);
    const shown = await approver.get(page);
    expect([shown.status, shown.text.includes('Ana First')]).toEqual([200, false]);
  });

  it('never approves what they sent, nor another collaborative’s', async () => {
    const both = await aPersonAs(
      product.deps,
      { role: 'approver', collaborativeId: scene.central.id },
      { name: 'Both', email: 'both@example.org' },
    );
    await sent();
    await product.db('slates').update({ sent_by: both.id });
    const page = `/approvals/${(await slate()).id}`;
    const browser = await as(both);
    expect(textOf((await browser.get(page)).text)).toContain('somebody else must approve it');
    expect((await browser.post(`${page}/approval`, { version: await version() }, '/help')).status).toBe(403);
    const south = await aPersonAs(
      product.deps,
      { role: 'approver', collaborativeId: scene.south.id },
      { name: 'South', email: 's@example.org' },
    );
    for (const person of [south, scene.staff, scene.administrator, scene.stranger])
      expect((await (await as(person)).get(page)).status).toBe(404);
  });
});

describe('the release', () => {
  it('changes nothing that an applicant can reach before it happens', async () => {
    const applicant = await signedInAs(product, ana.personId);
    const look = async () => textOf((await applicant.get(`/applications/${ana.reference}`)).text);
    const before = await look();
    await approved();
    expect([await look(), await statuses()]).toEqual([before, ['in_review', 'in_review', 'in_review']]);
    expect((await applicant.get(`/applications/${ana.reference}/offer`)).status).toBe(404);
  });

  it('lists every letter first, then sends each in its language, and only once', async () => {
    const staff = await approved();
    const dryRun = textOf((await staff.get(release)).text);
    expect(dryRun).toContain('Offer of a seat English: 1 1');
    expect(dryRun).toContain('Alternate English: 1 Spanish: 1 2');
    const stale = await version();
    expect((await staff.submit(release, {}, release)).status).toBe(303);
    expect(await statuses()).toEqual(['offered', 'alternate', 'alternate']);
    const letters = (await mails(product.deps)).filter((mail) => mail.kind.startsWith('decision.'));
    expect(letters.map((mail) => [mail.kind, mail.locale, mail.subject]).sort()).toEqual([
      ['decision.alternate', 'en', 'You are an alternate for the Local District Central Collaborative'],
      ['decision.alternate', 'es', 'Usted es suplente en el Colaborativo del Distrito Local Central'],
      ['decision.offer', 'en', 'Please answer: a seat on the Local District Central Collaborative'],
    ]);
    const count = (await mails(product.deps)).length;
    for (const seen of [stale, await version()]) expect((await staff.post(release, { version: seen }, '/help')).status).toBe(409);
    expect((await mails(product.deps)).length).toBe(count);
    expect(await product.db('offers').count({ count: '*' })).toEqual([{ count: 1 }]);
  });

  it('is refused before the approval', async () => {
    const staff = await sent();
    expect((await staff.post(release, { version: await version() }, '/help')).status).toBe(409);
    expect(await statuses()).toEqual(['in_review', 'in_review', 'in_review']);
  });
});

describe('an offer', () => {
  const offerLink = async (kind = 'decision.offer'): Promise<string> =>
    linkIn((await mails(product.deps, kind)).at(-1)?.text ?? '', '/applications/');

  it('opens from the letter without a password, as often as one likes, and is accepted', async () => {
    await released();
    const link = await offerLink();
    for (const browser of [visitorBrowser(product), visitorBrowser(product)])
      expect((await browser.get(link)).headers['location']).toBe(`/applications/${ana.reference}/offer`);
    const browser = visitorBrowser(product);
    const page = await browser.follow(await browser.get(link));
    expect(textOf(page.text)).toContain('Please accept or decline by Tuesday, December 1, 2026, 11:59 PM Pacific Time.');
    const accept = `/applications/${ana.reference}/acceptance`;
    expect((await browser.submit(`/applications/${ana.reference}/offer`, {}, accept)).status).toBe(303);
    expect(await product.db('memberships').pluck('status')).toEqual(['pending']);
    expect(await statuses()).toEqual(['accepted', 'alternate', 'alternate']);
    expect((await browser.post(accept, {}, '/help')).status).toBe(409);
    expect(await product.db('memberships').count({ count: '*' })).toEqual([{ count: 1 }]);
  });

  it('asks before it is declined, and then goes to the next alternate in their language', async () => {
    await released();
    const browser = visitorBrowser(product);
    await browser.get(await offerLink());
    const decline = `/applications/${ana.reference}/decline`;
    expect((await browser.submit(`/applications/${ana.reference}/offer-decline`, {}, decline)).status).toBe(303);
    expect(await statuses()).toEqual(['declined', 'offered', 'alternate']);
    const [next] = await mails(product.deps, 'offer.next');
    expect([next?.to_address, next?.locale]).toEqual(['bo.second@example.org', 'es']);
    expect((await visitorBrowser(product).get(await offerLink('offer.next'))).status).toBe(303);
  });

  it('is nobody else’s, and a wrong or late link opens nothing', async () => {
    await released();
    const page = `/applications/${ana.reference}/offer`;
    for (const person of [scene.staff, scene.stranger, { id: bo.personId ?? '' }])
      expect((await (await as(person)).get(page)).status).toBe(404);
    expect((await visitorBrowser(product).get(page)).status).toBe(404);
    expect((await visitorBrowser(product).get(`${page}/wrong`)).status).toBe(404);
    const link = await offerLink();
    expect((await visitorBrowser(product).get(link.replace(ana.reference, bo.reference))).status).toBe(404);
    product.clock.moveBy(11 * 24 * 3_600_000);
    expect((await visitorBrowser(product).get(link)).status).toBe(404);
    product.clock.moveBy(-11 * 24 * 3_600_000);
  });
});
