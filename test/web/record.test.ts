import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { newReview, insertReviews, saveScores } from '../../src/features/reviews';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aMembership, aSeat } from '../support/builders/seat';
import { aPersonAs } from '../support/builders/person';
import { countQueries, emptyTables } from '../support/database';
import { aReviewer, aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

/** Planted wherever something private is written. */
const canary = 'CANARY-5d2c';

let product: TestProduct;
let scene: Scene;
let ana: Application;
let bo: Application;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  scene = await aScene(product.deps);
  ana = await anApplicant(product.deps, scene.cycle, { name: 'Ána First', to: [scene.central] });
  bo = await anApplicant(product.deps, scene.cycle, { name: 'Bo Second', to: [scene.central] });
  await scored(product.deps, scene.cycle, { candidacyId: await idOf(bo), reviewers: scene.reviewers, score: 1, comment: canary });
  for (const [at, score] of [4, 2, 3].entries())
    await scored(product.deps, scene.cycle, {
      candidacyId: await idOf(ana),
      reviewers: scene.reviewers.slice(at, at + 1),
      score,
      comment: canary,
    });
});

const central = '/staff/cycles/2027-spring/central';
const board = `${central}/slate`;
const record = `${central}/record`;
const as = (person: { id: string | null }): Promise<Browser> => signedInAs(product, person.id);
const idOf = async (application: Application, where = scene.central) => (await candidacyOf(product.deps, application, where)).id;
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const slate = async () => (await product.db('slates').first())!;
const pageOf = async (application: Application) => `${record}/${await idOf(application)}`;
const read = async (person: { id: string }, address: string) => textOf((await (await as(person)).get(address)).text);

/** Ana in Central's seat; returned once with words, sent again, approved and released. */
async function released(): Promise<Browser> {
  const staff = await as(scene.staff);
  const approver = await as(scene.approver);
  const send = async () => staff.post(`${board}/sending`, { version: String((await slate()).version) }, board);
  await staff.post(`${board}/placement`, { version: '0', candidacy: await idOf(ana), seat: 'seat' }, board);
  await send();
  const approval = `/approvals/${(await slate()).id}`;
  await approver.submit(approval, { words: 'Who stands by?' }, `${approval}/return`);
  await staff.post(`${board}/placement`, { version: String((await slate()).version), candidacy: await idOf(bo), seat: 'alternate' }, board);
  await send();
  await approver.submit(approval, {}, `${approval}/approval`);
  const release = `${central}/release`;
  expect((await staff.submit(release, {}, release)).status).toBe(303);
  return staff;
}

/** Somebody who stepped aside from Bo's file for a reason of their own, and somebody who only began. */
async function twoWithoutScore(): Promise<void> {
  const { deps } = product;
  const at = { candidacyId: await idOf(bo), assignedAt: product.clock.now(), assignedBy: null };
  const [aside, begun] = [
    await aReviewer(deps, { cycle: scene.cycle, collaborative: scene.central, name: 'Ruth Aside' }),
    await aReviewer(deps, { cycle: scene.cycle, collaborative: scene.central, name: 'Remy Begun' }),
  ];
  const [one, other] = [deps.newId(), deps.newId()];
  await insertReviews(deps.db, [
    { ...newReview({ ...at, id: one, reviewerId: aside.id }), status: 'recused', recusalGround: 'school', recusalWords: canary },
    { ...newReview({ ...at, id: other, reviewerId: begun.id }), status: 'in_progress' },
  ]);
  await saveScores(deps.db, other, [{ criterion: 'reasons', score: 4, comment: canary }]);
}

describe('the record of decisions', () => {
  it('explains every outcome in words to staff and the approver, once the letters are out', async () => {
    expect((await (await as(scene.staff)).get(record)).status).toBe(404);
    await released();
    for (const reader of [scene.staff, scene.approver, scene.administrator]) {
      const page = await read(reader, `${record}/full`);
      expect(page).toContain('Alternate. Ranked 2 of 2 in Families, total 25.0 from 3 reviews. 1 seat was on offer for this group.');
      expect(page).toContain('Placed in seat');
      expect(await read(reader, record)).toContain('With names until November 20, 2028, then without names until November 20, 2033.');
    }
    const one = await read(scene.staff, await pageOf(bo));
    expect([one.includes('Bo Second'), one.includes('Ána First')]).toEqual([true, false]);
  });

  it('gives staff each reviewer’s scores with the weights and the version they count by', async () => {
    await released();
    const $ = cheerio.load((await (await as(scene.staff)).get(await pageOf(ana))).text);
    expect($('caption').text()).toBe('Scores by rubric version 1, 0 to 4 on each criterion');
    const rows = $('table tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('th, td')
          .toArray()
          .map((cell) => $(cell).text().trim()),
      );
    expect(rows[0]).toEqual(['Criterion', 'Weight', 'Raul Three', 'Rita One', 'Rosa Two', 'Mean']);
    expect(rows[1]!.slice(1)).toEqual(['20', '3', '4', '2', '3.00']);
    expect(rows.at(-1)).toEqual(['Weighted, 0 to 100', '75.0', '100.0', '50.0', '75.0']);
    expect($('main').text()).toContain('Rita One: completed Nov 21, 2026');
  });

  it('names who stepped aside or never finished without a score, and nothing that anybody wrote in private', async () => {
    await twoWithoutScore();
    const noted = await as(scene.staff);
    const file = `/staff/applications/${bo.reference}`;
    await noted.submit(file, { text: canary }, `${file}/central/notes`);
    expect(await product.db('candidacy_notes').pluck('text')).toEqual([canary]);
    await product.db('panel_comments').insert({
      id: product.deps.newId(),
      candidacy_id: await idOf(bo),
      author_id: scene.reviewers[0]!.id,
      text: canary,
      written_at: product.clock.now(),
    });
    await released();
    for (const reader of [scene.staff, scene.administrator, scene.approver])
      for (const address of [record, `${record}/full`, await pageOf(bo)]) {
        const answer = await (await as(reader)).get(address);
        expect([answer.status, answer.text.includes(canary)]).toEqual([200, false]);
      }
    const page = await read(scene.staff, await pageOf(bo));
    expect(page).toContain('Ruth Aside: no score. Stepped aside: Same school.');
    expect(page).toContain('Remy Begun: no score. Started.');
    expect(page).toContain('total 25.0 from 3 reviews');
  });

  it('shows the approver totals and reasons, and not what single reviewers gave', async () => {
    await twoWithoutScore();
    await released();
    for (const address of [record, `${record}/full`, await pageOf(bo)]) {
      const page = await read(scene.approver, address);
      expect(page).toContain(' 25.0');
      for (const hidden of ['Scores', 'Rita One', 'Ruth Aside', 'Same school']) expect(page).not.toContain(hidden);
    }
  });

  it('leads each reader back to a page of theirs', async () => {
    await released();
    const approver = cheerio.load((await (await as(scene.approver)).get(`/approvals/${(await slate()).id}`)).text);
    expect(approver(`main a[href="${record}"]`).text()).toBe('Record of decisions');
    for (const reader of [scene.staff, scene.approver, scene.administrator]) {
      const browser = await as(reader);
      let address = await pageOf(ana);
      for (let step = 0; step < 2; step += 1) {
        address = cheerio
          .load((await browser.get(address)).text)('.app-back')
          .attr('href')!;
        expect([reader.name, address, (await browser.get(address)).status]).toEqual([reader.name, address, 200]);
      }
    }
  });

  it('is led to from the application’s page at the desk, once there is one, for everyone but its owner', async () => {
    const leads = async (reader: { id: string }, { reference }: Application) =>
      cheerio
        .load((await (await as(reader)).get(`/staff/applications/${reference}`)).text)('main a[href*="/record/"]')
        .attr('href');
    expect(await leads(scene.staff, ana)).toBeUndefined();
    await released();
    expect([await leads(scene.staff, ana), await leads(scene.administrator, bo)]).toEqual([await pageOf(ana), await pageOf(bo)]);
    await product.db('applications').where({ id: bo.id }).update({ person_id: scene.staff.id });
    expect(await leads(scene.staff, bo)).toBeUndefined();
  });

  it('says how often an application was sent, when the one that counts was, and by which version of the form', async () => {
    const first = (await product.db('application_submissions').where({ application_id: ana.id }).first())!;
    const again = { id: product.deps.newId(), number: 2 };
    await product.db('application_submissions').insert({ ...first, ...again, submitted_at: '2026-11-13T18:00:00.000Z' });
    await released();
    const page = await read(scene.staff, await pageOf(ana));
    expect(page).toMatch(/Sent 2 times\. The one that counts: Nov 13, 2026, 10:00 AM Pacific Time, form version 1\. Before that: /);
    expect(await read(scene.staff, await pageOf(bo))).toContain('Sent 1 time.');
  });

  it('keeps each version that was sent for approval: who sent it, who returned it with which words, who approved', async () => {
    await released();
    for (const address of [record, `${record}/full`, await pageOf(bo)]) {
      const page = await read(scene.administrator, address);
      expect(page).toMatch(
        /Version 1 1 person in a seat · 0 alternates Proposed: Stella Staff, .* Returned: Alma Approver, .* Who stands by\?/,
      );
      expect(page).toMatch(/Version 2 1 person in a seat · 1 alternate Proposed: Stella Staff, .* Approved: Alma Approver, /);
      expect(page).toContain('Slate version 2');
    }
    expect(await read(scene.staff, await pageOf(bo))).toContain('Version 1: Not placed on the slate. Version 2: Placed as alternate 1.');
  });

  it('is no page for applicants, members, reviewers, staff elsewhere or a panelist of another collaborative', async () => {
    await released();
    const elsewhere = await aReviewer(product.deps, { cycle: scene.cycle, collaborative: scene.south, name: 'Pia Panelist' });
    const member = scene.stranger;
    await aMembership(product.deps, (await aSeat(product.deps, scene.central.id, { code: 'C-M' })).id, member.id);
    const owner = { id: (await product.db('applications').where({ id: ana.id }).first())!.person_id };
    const readers = [scene.southStaff, elsewhere, member, owner, scene.reviewers[0]!];
    for (const address of [record, `${record}/full`, await pageOf(ana), await pageOf(bo)]) {
      for (const reader of readers) expect([address, (await (await as(reader)).get(address)).status]).toEqual([address, 404]);
      expect([303, 404]).toContain((await visitorBrowser(product).get(address)).status);
    }
    expect((await (await as(scene.staff)).get(`${record}/nobody`)).status).toBe(404);
  });

  it('leaves out the reader’s own application, and says so', async () => {
    await product.db('applications').where({ id: bo.id }).update({ person_id: scene.staff.id });
    const staff = await released();
    for (const address of [record, `${record}/full`]) {
      const page = textOf((await staff.get(address)).text);
      expect([page.includes('Bo Second'), page.includes('Your own application is left out.')]).toEqual([false, true]);
    }
    expect((await staff.get(await pageOf(bo))).status).toBe(404);
    expect(await read(scene.administrator, record)).toContain('Bo Second');
  });

  it('loses every name of applicants and reviewers, and the words about them, when their time is over', async () => {
    await released();
    product.clock.moveBy(3 * 365 * 24 * 3_600_000);
    for (const address of [record, `${record}/full`, await pageOf(bo), `${record}?q=Bo`]) {
      const answer = await (await as(scene.administrator)).get(address);
      for (const gone of ['Bo Second', bo.reference, 'Rita One', 'Who stands by?']) expect(answer.text).not.toContain(gone);
      expect(textOf(answer.text)).toContain('No name kept');
    }
    const page = await read(scene.administrator, await pageOf(bo));
    expect(page).toContain('Ranked 2 of 2');
    expect(page).toContain('Reviewer 1');
  });
});

describe('the list of a record', () => {
  it('finds people by name, whatever the accents, and by outcome, and leads to each one’s own page', async () => {
    const staff = await released();
    const listed = async (query: string) =>
      cheerio
        .load((await staff.get(`${record}${query}`)).text)('.app-rows--close a')
        .toArray()
        .map((link) => [cheerio.load(link).text().trim(), link.attribs['href']]);
    const [first, second] = [
      ['Ána First', await pageOf(ana)],
      ['Bo Second', await pageOf(bo)],
    ];
    expect(await listed('')).toEqual([first, second]);
    expect(await listed('?q=ana')).toEqual([first]);
    expect(await listed('?outcome=alternate')).toEqual([second]);
    expect(await listed('?outcome=alternate&q=ana')).toEqual([]);
    expect(await listed('?page=99&outcome=%27')).toEqual([first, second]);
  });

  it('comes in pages, and asks the database no more for more people', async () => {
    const staff = await released();
    const addresses = [record, `${record}/full`, await pageOf(ana), board];
    const count = async () => {
      const counts = [];
      for (const address of addresses) counts.push(await countQueries(product.db, () => staff.get(address)));
      return counts;
    };
    await staff.get(record);
    const few = await count();
    for (let at = 0; at < 30; at += 1) {
      const application = await anApplicant(product.deps, scene.cycle, { name: `Zoe ${at}`, to: [scene.central] });
      const candidacyId = await idOf(application);
      await scored(product.deps, scene.cycle, { candidacyId, reviewers: scene.reviewers, score: 0 });
    }
    expect(await count()).toEqual(few);
    const $ = cheerio.load((await staff.get(record)).text);
    expect([$('.app-rows--close > li').length, $('.app-pagination').text().replace(/\s+/g, ' ').trim()]).toEqual([
      25,
      '1 to 25 of 32 1 2 Next page',
    ]);
    const next = $('.app-pagination a[rel=next]').attr('href')!;
    expect(cheerio.load((await staff.get(next.split('#')[0]!)).text)('.app-rows--close > li').length).toBe(7);
    const full = cheerio.load((await staff.get(`${record}/full`)).text);
    expect(full('.app-record').length).toBe(32);
  });

  it('waits for the release, for its approver as well', async () => {
    await aPersonAs(product.deps, { role: 'approver', collaborativeId: scene.south.id }, { name: 'Saul', email: 'saul@example.org' });
    for (const address of [record, `${record}/full`, await pageOf(ana)])
      expect((await (await as(scene.approver)).get(address)).status).toBe(404);
  });
});
