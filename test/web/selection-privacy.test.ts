import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { mails } from '../support/mailbox';
import { aReviewer, aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

/** A string planted in every comment, recusal and reason: whoever may not read those must never meet it (A6). */
const canary = 'CANARY-7f3a';

let product: TestProduct;
let scene: Scene;
let ana: Application;
let bo: Application;
let anaId: string;
let slateId: string;

beforeAll(async () => {
  product = await testProduct();
  scene = await aScene(product.deps);
  ana = await anApplicant(product.deps, scene.cycle, { name: 'Ana First', to: [scene.central, scene.south] });
  bo = await anApplicant(product.deps, scene.cycle, { name: 'Bo Second', to: [scene.central] });
  anaId = (await candidacyOf(product.deps, ana, scene.central)).id;
  for (const application of [ana, bo]) {
    const { id } = await candidacyOf(product.deps, application, scene.central);
    await scored(product.deps, scene.cycle, {
      candidacyId: id,
      reviewers: scene.reviewers.slice(0, 2),
      score: application === ana ? 2 : 3,
      comment: canary,
    });
  }
  await walkToOffers();
});
afterAll(() => product.close());

const as = (person: { id: string | null }): Promise<Browser> => signedInAs(product, person.id);
const staffPath = '/staff/cycles/2027-spring/central';

/** Assigns the third reader, who steps aside; places Ana for a reason of one's own; approves and releases. */
async function walkToOffers(): Promise<void> {
  const staff = await as(scene.staff);
  const raul = scene.reviewers[2]!;
  await staff.post(`${staffPath}/panel/assignment`, {}, `${staffPath}/panel`);
  const review = await product.db('reviews').where({ reviewer_id: raul.id, candidacy_id: anaId }).first();
  await (await as(raul)).submit(`/reviews/${review?.id ?? ''}/recusal`, { ground: 'work', words: canary });
  const board = `${staffPath}/slate`;
  await staff.post(`${board}/placement`, { version: '0', candidacy: anaId, seat: 'seat', reason: 'words', words: canary }, board);
  await staff.post(`${board}/sending`, { version: '1' }, board);
  slateId = (await product.db('slates').first())!.id;
  await (await as(scene.approver)).submit(`/approvals/${slateId}`, {}, `/approvals/${slateId}/approval`);
  await staff.submit(`${staffPath}/release`, {}, `${staffPath}/release`);
}

const addresses = (): string[] => [
  '/',
  '/central',
  '/me',
  '/reviews',
  '/approvals',
  '/rubric/2027-spring',
  `${staffPath}/panel`,
  `${staffPath}/slate`,
  `${staffPath}/slate/candidacies/${anaId}`,
  `${staffPath}/release`,
  `${staffPath}/applications`,
  `/staff/candidacies/${anaId}`,
  `/staff/applications/${ana.reference}`,
  '/staff/cycles/2027-spring/south/applications',
  '/staff/cycles/2027-spring/south/slate',
  '/staff/cycles/2027-spring/south/panel',
  `/approvals/${slateId}`,
  `/applications/${ana.reference}`,
  `/applications/${ana.reference}/offer`,
  `/applications/${bo.reference}`,
];

/** The addresses at which this browser meets the canary, and those that failed. */
async function met(browser: Browser): Promise<{ canary: string[]; failed: string[] }> {
  const found = { canary: [] as string[], failed: [] as string[] };
  for (const address of addresses()) {
    const { text, status } = await browser.get(address);
    if (text.includes(canary)) found.canary.push(address);
    if (status >= 500) found.failed.push(address);
  }
  return found;
}

describe('comments, recusals and reasons', () => {
  it('reached the release', async () => {
    expect((await product.db('slates').first())?.status).toBe('released');
    expect((await product.db('offers')).length).toBe(1);
  });

  it('are never met by the public, applicants, other staff, other reviewers or strangers', async () => {
    const outsider = await aReviewer(product.deps, { cycle: scene.cycle, collaborative: scene.south, name: 'Olga Other' });
    const browsers = [visitorBrowser(product), await signedInAs(product, null, { applicationIds: [ana.id] })];
    for (const person of [{ id: ana.personId }, { id: bo.personId }, scene.southStaff, scene.stranger, outsider, scene.reviewers[2]!])
      browsers.push(await as(person));
    for (const browser of browsers) expect(await met(browser)).toEqual({ canary: [], failed: [] });
  });

  it('are met by staff where they may be, by the approver only as the reason on the slate, by a panelist on their own pages only', async () => {
    const staff = await met(await as(scene.staff));
    expect(staff.canary).toEqual([`${staffPath}/slate`, `${staffPath}/slate/candidacies/${anaId}`, `/staff/candidacies/${anaId}`]);
    expect((await met(await as(scene.approver))).canary).toEqual([`/approvals/${slateId}`]);
    const rita = await as(scene.reviewers[0]!);
    expect((await met(rita)).canary).toEqual([]);
    const own = await product.db('reviews').where({ reviewer_id: scene.reviewers[0]!.id, candidacy_id: anaId }).first();
    expect((await rita.get(`/reviews/${own?.id ?? ''}`)).text).toContain(canary);
  });

  it('are in no mail and in no line of the history', async () => {
    const all = await mails(product.deps);
    expect(all.length).toBeGreaterThan(4);
    expect(all.filter((mail) => `${mail.subject} ${mail.text} ${mail.html}`.includes(canary))).toEqual([]);
    expect((await product.db('events').pluck('details')).filter((details) => details?.includes(canary))).toEqual([]);
  });
});
