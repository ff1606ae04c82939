import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';
import { aReviewer, aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

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
  scene = await aScene(product.deps);
  ana = await anApplicant(product.deps, scene.cycle, { name: 'Ana Canario', to: [scene.central] });
  bo = await anApplicant(product.deps, scene.cycle, { name: 'Bo Canario', to: [scene.central], locale: 'es' });
});

const panelPath = '/staff/cycles/2027-spring/central/panel';
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);

async function assigned(): Promise<Browser> {
  const staff = await as(scene.staff);
  expect((await staff.post(`${panelPath}/assignment`, {}, panelPath)).status).toBe(303);
  return staff;
}

const reviewOf = async (person: { id: string }, application: Application): Promise<string> => {
  const { id } = await candidacyOf(product.deps, application, scene.central);
  const rows = await product.db('reviews').where({ reviewer_id: person.id, candidacy_id: id }).select<{ id: string }[]>('id');
  return rows[0]?.id ?? '';
};

const fullForm = (score = '3'): Record<string, string> => {
  const keys = ['connection', 'experience', 'reasons', 'listening', 'perspective', 'commitment'];
  return { recommendation: 'yes', ...Object.fromEntries(keys.map((key) => [`score-${key}`, score] as const)) };
};

describe('the panel', () => {
  it('takes in a reader by address, with the role, and says its mix', async () => {
    const staff = await as(scene.staff);
    const sent = await staff.submit(panelPath, { name: 'Nina New', email: 'nina@example.org', kind: 'member' }, `${panelPath}/member`);
    expect(sent.status).toBe(303);
    expect(textOf((await staff.get(panelPath)).text)).toContain('The panel has 4 readers: 0 staff, 1 members, 3 from the public.');
    const nina = await product.db('people').where({ email: 'nina@example.org' }).first();
    expect(
      await product
        .db('roles')
        .where({ person_id: nina?.id ?? '' })
        .pluck('role'),
    ).toEqual(['reviewer']);
  });

  it('keeps the words of a form that is wrong', async () => {
    const staff = await as(scene.staff);
    const sent = await staff.submit(panelPath, { name: 'Nina New', email: 'nina@' }, `${panelPath}/member`);
    expect(sent.status).toBe(422);
    expect(cheerio.load(sent.text)('input[name="name"]').attr('value')).toBe('Nina New');
  });

  it('hands out all files evenly, tells each reader once, and has nothing left to do', async () => {
    const staff = await assigned();
    expect(await product.db('reviews').count({ count: '*' })).toEqual([{ count: 6 }]);
    const told = await mails(product.deps, 'review.assigned');
    expect(told.map((mail) => mail.to_address).sort()).toEqual(scene.reviewers.map((one) => one.email).sort());
    await staff.post(`${panelPath}/assignment`, {}, panelPath);
    expect(await product.db('reviews').count({ count: '*' })).toEqual([{ count: 6 }]);
  });

  it('assigns three by hand from the file, and refuses people who are not on the panel', async () => {
    const { id } = await candidacyOf(product.deps, ana, scene.central);
    const staff = await as(scene.staff);
    const page = `/staff/candidacies/${id}`;
    const reviewers = scene.reviewers.map((one) => one.id);
    expect((await staff.post(`${page}/assignment`, { reviewers }, page)).status).toBe(303);
    expect((await product.db('reviews').where({ candidacy_id: id }).pluck('reviewer_id')).sort()).toEqual([...reviewers].sort());
    expect((await staff.post(`${page}/assignment`, { reviewers: [scene.stranger.id] }, page)).status).toBe(422);
  });

  it('is hidden from everyone but its staff and administrators', async () => {
    const { id } = await candidacyOf(product.deps, ana, scene.central);
    for (const address of [panelPath, `/staff/candidacies/${id}`]) {
      expect((await visitorBrowser(product).get(address)).status).toBe(303);
      for (const person of [scene.southStaff, scene.approver, scene.stranger, ...scene.reviewers])
        expect((await (await as(person)).get(address)).status).toBe(404);
      for (const person of [scene.staff, scene.administrator]) expect((await (await as(person)).get(address)).status).toBe(200);
    }
  });
});

describe('a reviewer', () => {
  it('reads the guide first, then sees "0 of 2" and a file without a name', async () => {
    await assigned();
    const [rita] = scene.reviewers;
    await product.db('panel_members').where({ person_id: rita!.id }).update({ acknowledged_at: null });
    const browser = await as(rita!);
    expect((await browser.get('/reviews')).headers['location']).toBe('/reviews/guide');
    expect((await browser.submit('/reviews/guide', {}, '/reviews/acknowledgement')).status).toBe(422);
    expect((await browser.submit('/reviews/guide', { confidential: 'yes', fair: 'yes' }, '/reviews/acknowledgement')).status).toBe(303);
    const list = await browser.get('/reviews');
    expect(textOf(list.text)).toContain('0 of 2');
    const file = await browser.get(`/reviews/${await reviewOf(rita!, ana)}`);
    expect(file.status).toBe(200);
    expect(file.text).not.toMatch(/Canario|ana\.canario|213 555 0100/);
    expect(textOf(file.text)).toContain('My children go to school here');
  });

  it('saves as they write, stops a stale form with their words kept, and locks what was sent', async () => {
    await assigned();
    const [rita] = scene.reviewers;
    const browser = await as(rita!);
    const page = `/reviews/${await reviewOf(rita!, ana)}`;
    const saved = await browser.post(`${page}/draft`, { version: '1', 'score-connection': '4', 'comment-connection': 'clear' }, page);
    expect([saved.status, saved.body]).toEqual([200, { version: 2, at: '12:00 PM' }]);
    const stale = await browser.post(`${page}/completion`, { ...fullForm(), version: '1', 'comment-connection': 'my words' }, page);
    expect(stale.status).toBe(409);
    expect(cheerio.load(stale.text)('[name="comment-connection"]').text()).toBe('my words');
    const incomplete = await browser.post(
      `${page}/completion`,
      { version: '2', 'score-connection': '4', 'comment-connection': 'kept' },
      page,
    );
    expect(incomplete.status).toBe(422);
    expect(cheerio.load(incomplete.text)('[name="comment-connection"]').text()).toBe('kept');
    const sent = await browser.post(`${page}/completion`, { ...fullForm(), version: '2' }, page);
    expect([sent.status, sent.headers['location']]).toEqual([303, `/reviews/${await reviewOf(rita!, bo)}`]);
    expect((await browser.post(`${page}/completion`, { ...fullForm('0'), version: '3' }, '/reviews/guide')).status).toBe(409);
    expect(await product.db('review_scores').distinct().pluck('score')).toEqual([3]);
  });

  it('refuses scores out of range and of another type', async () => {
    await assigned();
    const [rita] = scene.reviewers;
    const browser = await as(rita!);
    const page = `/reviews/${await reviewOf(rita!, ana)}`;
    for (const wrong of ['5', '-1', 'x', '2.5']) {
      expect((await browser.post(`${page}/completion`, { ...fullForm(wrong), version: '1' }, page)).status).toBe(422);
      expect((await browser.post(`${page}/draft`, { 'score-connection': wrong, version: '1' }, page)).status).toBe(422);
    }
    expect(await product.db('review_scores').count({ count: '*' })).toEqual([{ count: 0 }]);
  });

  it('sees the reviews of others only once their own is in, and the name once all are', async () => {
    await assigned();
    const [rita, rosa, raul] = scene.reviewers;
    await complete(rosa!, ana, 'canary-rosa');
    const browser = await as(rita!);
    expect((await browser.get(`/reviews/${await reviewOf(rita!, ana)}`)).text).not.toContain('canary-rosa');
    await complete(rita!, ana, 'canary-rita');
    const page = `/reviews/${await reviewOf(rita!, ana)}`;
    const after = await browser.get(page);
    expect(after.text).toContain('canary-rosa');
    expect(after.text).not.toContain('Ana Canario');
    await complete(raul!, ana, 'canary-raul');
    expect((await browser.get(page)).text).toContain('Ana Canario');
  });

  it('steps aside with a ground: the file goes, the record stays', async () => {
    await assigned();
    const [rita] = scene.reviewers;
    const browser = await as(rita!);
    const id = await reviewOf(rita!, ana);
    expect((await browser.submit(`/reviews/${id}/recusal`)).status).toBe(422);
    expect((await browser.submit(`/reviews/${id}/recusal`, { ground: 'family', words: 'cousin' })).status).toBe(303);
    expect((await browser.get(`/reviews/${id}`)).status).toBe(404);
    expect(textOf((await browser.get('/reviews')).text)).toContain('0 of 1');
    const staff = await as(scene.staff);
    const { id: candidacy } = await candidacyOf(product.deps, ana, scene.central);
    const file = textOf((await staff.get(`/staff/candidacies/${candidacy}`)).text);
    expect(file).toContain('Stepped aside');
    expect(file).toContain('Family member');
    await assigned();
    expect(await product.db('reviews').where({ candidacy_id: candidacy, reviewer_id: rita!.id }).pluck('status')).toEqual(['recused']);
  });

  it('finds no file that is not theirs', async () => {
    await assigned();
    const [rita, rosa] = scene.reviewers;
    const other = await aReviewer(product.deps, { cycle: scene.cycle, collaborative: scene.south, name: 'Olga Other' });
    const id = await reviewOf(rita!, ana);
    for (const person of [rosa!, other, scene.staff, scene.administrator, scene.stranger]) {
      const browser = await as(person);
      for (const address of [`/reviews/${id}`, `/reviews/${id}/recusal`]) expect((await browser.get(address)).status).toBe(404);
      expect((await browser.post(`/reviews/${id}/completion`, { ...fullForm(), version: '1' }, '/help')).status).toBe(404);
    }
  });
});

async function complete(person: { id: string }, application: Application, comment: string): Promise<void> {
  const { id } = await candidacyOf(product.deps, application, scene.central);
  await product.db('reviews').where({ candidacy_id: id, reviewer_id: person.id }).delete();
  await scored(product.deps, scene.cycle, { candidacyId: id, reviewers: [person as Scene['staff']], score: 3, comment });
}
