import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';
import { fullForm } from '../support/review-scene';
import { aReviewer, aScene, anApplicant, candidacyOf, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  scene = await aScene(product.deps);
});

const panelPath = '/staff/cycles/2027-spring/central/panel';
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);

const apply = async (name: string, given: { locale?: string; answers?: Record<string, string> } = {}): Promise<string> => {
  const application = await anApplicant(product.deps, scene.cycle, { name, to: [scene.central], ...given });
  return (await candidacyOf(product.deps, application, scene.central)).id;
};
const readersOf = async (candidacy: string): Promise<string[]> =>
  (await product.db('reviews').where({ candidacy_id: candidacy }).whereNot({ status: 'recused' }).pluck<string[]>('reviewer_id')).sort();
const speaks = (person: { id: string }, languages: readonly string[]) =>
  product
    .db('panel_members')
    .where({ person_id: person.id })
    .update({ languages: JSON.stringify(languages) });

describe('the dry run', () => {
  it('says for each application who and why, and for what is short what keeps everyone', async () => {
    const [rita, rosa, raul] = scene.reviewers;
    await speaks(rita!, ['en', 'es']);
    await speaks(rosa!, ['en']);
    await apply('Ana English');
    const spanish = await apply('Bo Spanish', { locale: 'es' });
    await product.db('reviews').delete();
    const staff = await as(scene.staff);
    const page = await staff.get(`${panelPath}/assignment`);
    const shown = textOf(page.text);
    expect(shown).toContain('Rita One least loaded (2 after this), reads Spanish, no conflict');
    expect(shown).toContain('Raul Three least loaded (2 after this), no conflict');
    expect(shown).toContain('1 reviewer missing');
    expect(shown).toContain('Rosa Two: does not read the language');
    expect(await product.db('reviews').count({ count: '*' })).toEqual([{ count: 0 }]);
    expect((await staff.submit(`${panelPath}/assignment`, {})).status).toBe(303);
    expect(await readersOf(spanish)).toEqual([rita!.id, raul!.id].sort());
  });

  it('is refused when something changed since it was shown', async () => {
    await apply('Ana');
    const staff = await as(scene.staff);
    const plan = String(
      cheerio
        .load((await staff.get(`${panelPath}/assignment`)).text)('[name="plan"]')
        .attr('value'),
    );
    await apply('Bo');
    expect((await staff.post(`${panelPath}/assignment`, { plan }, panelPath)).status).toBe(409);
    expect(await product.db('reviews').count({ count: '*' })).toEqual([{ count: 0 }]);
  });

  it('leaves out whoever is away until after the date, and whoever reached their limit', async () => {
    const [rita, rosa] = scene.reviewers;
    const files = [await apply('Ana'), await apply('Bo')];
    await product.db('reviewer_absences').insert({ id: 'a', person_id: rita!.id, from_on: '2026-11-01', to_on: '2026-12-31' });
    const staff = await as(scene.staff);
    expect((await staff.post(`${panelPath}/members/${rosa!.id}/limits`, { [`most-${rosa!.id}`]: '-1' }, panelPath)).status).toBe(422);
    expect(
      (
        await staff.post(
          `${panelPath}/members/${rosa!.id}/limits`,
          { [`most-${rosa!.id}`]: '1', [`note-${rosa!.id}`]: 'Evenings' },
          panelPath,
        )
      ).status,
    ).toBe(303);
    const shown = textOf((await staff.get(`${panelPath}/assignment`)).text);
    expect(shown).toContain('Rita One: away until after the date');
    expect(shown).toContain('Rosa Two: has reached their limit');
    await staff.submit(`${panelPath}/assignment`, {});
    const readers = (await Promise.all(files.map(readersOf))).flat();
    expect(readers.filter((id) => id === rita!.id).length).toBe(0);
    expect(readers.filter((id) => id === rosa!.id).length).toBe(1);
  });

  it('evens out what nobody has begun when a reviewer joins, and moves nothing that is begun', async () => {
    const files = [await apply('Ana'), await apply('Bo'), await apply('Cy'), await apply('Di')];
    const staff = await as(scene.staff);
    await staff.submit(`${panelPath}/assignment`, {});
    await product
      .db('reviews')
      .where({ candidacy_id: files[0] ?? '' })
      .update({ status: 'in_progress' });
    const nina = await aReviewer(product.deps, { cycle: scene.cycle, collaborative: scene.central, name: 'Nina New' });
    expect((await staff.submit(`${panelPath}/assignment?rebalance=yes`, {}, `${panelPath}/assignment`)).status).toBe(303);
    const loads = await Promise.all(
      [...scene.reviewers, nina].map(async ({ id }) => (await product.db('reviews').where({ reviewer_id: id }).pluck('id')).length),
    );
    expect(loads).toEqual([3, 3, 3, 3]);
    expect(await readersOf(files[0] ?? '')).toEqual(scene.reviewers.map(({ id }) => id).sort());
  });
});

describe('possible conflicts', () => {
  it('are confirmed or dismissed with a word, and bar or free the reviewer', async () => {
    const [rita] = scene.reviewers;
    const ana = await apply('Ana', { answers: { reference_1: 'Rita One, a neighbour' } });
    const staff = await as(scene.staff);
    const page = await staff.get(`${panelPath}/conflicts`);
    expect(textOf(page.text)).toContain('named as a reference');
    await staff.submit(`${panelPath}/assignment`, {});
    expect(await readersOf(ana)).not.toContain(rita!.id);
    const decide = (fields: Record<string, string>) =>
      staff.post(`${panelPath}/conflicts/verdict`, { candidacy: ana, reviewer: rita!.id, before: '', ...fields }, panelPath);
    const wordless = await decide({ verdict: 'dismissed', words: '' });
    expect(wordless.status).toBe(422);
    expect((await decide({ verdict: 'dismissed', words: 'Another Rita.' })).status).toBe(303);
    expect((await decide({ verdict: 'confirmed', words: 'Too late.' })).status).toBe(409);
    await staff.submit(`${panelPath}/assignment`, {});
    expect(await readersOf(ana)).toContain(rita!.id);
    await product.db('reviews').where({ candidacy_id: ana, reviewer_id: rita!.id }).update({ status: 'in_progress' });
    expect((await decide({ verdict: 'confirmed', before: 'dismissed', words: 'It is her.' })).status).toBe(303);
    expect(await readersOf(ana)).not.toContain(rita!.id);
    expect(await product.db('reviews').where({ candidacy_id: ana, status: 'recused' }).pluck('recusal_ground')).toEqual(['found']);
    const file = `/staff/candidacies/${ana}`;
    const other = await apply('Bo');
    await decide({ candidacy: other, verdict: 'confirmed', words: 'Business partner.' });
    const byHand = await staff.post(`/staff/candidacies/${other}/assignment`, { reviewers: [rita!.id] }, file);
    expect(byHand.status).toBe(409);
  });

  it('come from what reviewers declared beforehand, whose words staff do not see', async () => {
    const [rita] = scene.reviewers;
    await apply('Ana Known');
    const reviewer = await as(rita!);
    expect((await reviewer.submit('/reviews/reading', { kind: 'person', name: '' }, '/reviews/reading/conflicts')).status).toBe(422);
    expect((await reviewer.submit('/reviews/reading', { kind: 'person', name: 'ana known' }, '/reviews/reading/conflicts')).status).toBe(
      303,
    );
    const shown = textOf((await (await as(scene.staff)).get(`${panelPath}/conflicts`)).text);
    expect(shown).toContain('the reviewer declared it');
  });
});

describe('how a reviewer reads', () => {
  it('is theirs alone to say: languages, days away, people they know', async () => {
    const [rita, rosa] = scene.reviewers;
    const reviewer = await as(rita!);
    expect((await reviewer.submit('/reviews/reading', { languages: ['es'] })).status).toBe(303);
    expect(await product.db('panel_members').where({ person_id: rita!.id }).pluck('languages')).toEqual(['["es"]']);
    const backwards = await reviewer.submit(
      '/reviews/reading',
      { from_on: '2026-12-05', to_on: '2026-12-01' },
      '/reviews/reading/absences',
    );
    expect(backwards.status).toBe(422);
    expect(cheerio.load(backwards.text)('[name="from_on"]').attr('value')).toBe('2026-12-05');
    expect(
      (await reviewer.submit('/reviews/reading', { from_on: '2026-12-01', to_on: '2026-12-05' }, '/reviews/reading/absences')).status,
    ).toBe(303);
    const [absence] = await product.db('reviewer_absences').pluck<string[]>('id');
    const another = await as(rosa!);
    expect((await another.post(`/reviews/reading/absences/${String(absence)}/removal`, {}, '/reviews/reading')).status).toBe(404);
    expect((await reviewer.post(`/reviews/reading/absences/${String(absence)}/removal`, {}, '/reviews/reading')).status).toBe(303);
    expect((await (await as(scene.stranger)).get('/reviews/reading')).status).toBe(404);
  });
});

describe('joining and leaving', () => {
  it('tells a new reviewer what is asked, in their language', async () => {
    await (await as(scene.staff)).submit(panelPath, { name: 'Nina New', email: 'nina@example.org', kind: 'public' }, `${panelPath}/member`);
    const [mail] = await mails(product.deps, 'review.invited');
    expect([mail?.to_address, mail?.text.includes('/reviews/reading')]).toEqual(['nina@example.org', true]);
  });

  it('keeps what was scored, hands back the rest, and shows the leaver nothing any more', async () => {
    const [rita] = scene.reviewers;
    const files = [await apply('Ana'), await apply('Bo'), await apply('Cy')];
    const staff = await as(scene.staff);
    await staff.submit(`${panelPath}/assignment`, {});
    const reviewer = await as(rita!);
    const ids = await Promise.all(
      files.map(
        async (candidacy) =>
          (await product.db('reviews').where({ candidacy_id: candidacy, reviewer_id: rita!.id }).pluck<string[]>('id'))[0] ?? '',
      ),
    );
    await reviewer.post(`/reviews/${ids[0] ?? ''}/completion`, { ...fullForm(), version: '1' }, `/reviews/${ids[0] ?? ''}`);
    await reviewer.post(`/reviews/${ids[1] ?? ''}/draft`, { version: '1', 'score-connection': '2' }, `/reviews/${ids[1] ?? ''}`);
    expect((await staff.post(`${panelPath}/members/${rita!.id}/removal`, {}, panelPath)).status).toBe(303);
    const left = await product.db('reviews').where({ reviewer_id: rita!.id }).orderBy('status').select('status', 'recusal_ground');
    expect(left).toEqual([
      { status: 'complete', recusal_ground: null },
      { status: 'recused', recusal_ground: 'left' },
    ]);
    expect((await reviewer.get(`/reviews/${ids[0] ?? ''}`)).status).toBe(404);
    const page = textOf((await staff.get(panelPath)).text);
    expect(page).not.toContain('Rita One');
    expect(page).toContain('The panel has 3 readers');
    await staff.submit(panelPath, { name: 'Rita One', email: rita!.email ?? '', kind: 'member' }, `${panelPath}/member`);
    expect(textOf((await staff.get(panelPath)).text)).toContain('Rita One');
  });
});
