import type { Deps } from '../../src/deps';
import { loadActor } from '../../src/features/accounts';
import { requestReview } from '../../src/features/panels';
import { totalsElsewhere } from '../../src/features/reviews';
import type { Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

onEachEngine((engine) => {
  let product: TestProduct;
  let deps: Deps;
  let scene: Scene;

  beforeAll(async () => {
    product = await testProduct({ engine });
    deps = product.deps;
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    scene = await aScene(deps);
  });

  const actor = async (person: { id: string }): Promise<Actor> => (await loadActor(deps.db, person.id, '2026-11-21', []))!;

  describe('a lower choice', () => {
    it('shows what the panel of a better choice gave by the same rubric, and nothing given by another', async () => {
      const both = await anApplicant(deps, scene.cycle, { name: 'Ana Both', to: [scene.central, scene.south] });
      const first = await candidacyOf(deps, both, scene.central);
      const second = await candidacyOf(deps, both, scene.south);
      await scored(deps, scene.cycle, { candidacyId: first.id, reviewers: scene.reviewers.slice(0, 2), score: 3 });
      await scored(deps, { ...scene.cycle, rubricId: scene.cycle.rubricId }, { candidacyId: first.id, reviewers: scene.reviewers.slice(2), score: 0 });
      await product.db('reviews').where({ reviewer_id: scene.reviewers[2]!.id }).update({ rubric_id: 'another' });
      expect(await totalsElsewhere(deps.db, scene.cycle.id, scene.south.id)).toEqual(
        new Map([[second.id, [{ collaborativeId: scene.central.id, weighted: 75, reviews: 2 }]]]),
      );
      expect(await totalsElsewhere(deps.db, scene.cycle.id, scene.central.id)).toEqual(new Map());
    });

    it('is read in as many queries for three as for one', async () => {
      const add = async (name: string) => {
        const application = await anApplicant(deps, scene.cycle, { name, to: [scene.central, scene.south] });
        const { id } = await candidacyOf(deps, application, scene.central);
        await scored(deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers, score: 2 });
      };
      const read = () => countQueries(product.db, () => totalsElsewhere(deps.db, scene.cycle.id, scene.south.id));
      await add('One');
      const one = await read();
      for (const name of ['Two', 'Three']) await add(name);
      expect(await read()).toBe(one);
    });

    it('is read by the panel once its staff ask, and only once', async () => {
      const both = await anApplicant(deps, scene.cycle, { name: 'Ana Both', to: [scene.central, scene.south] });
      const { id } = await candidacyOf(deps, both, scene.south);
      await expect(requestReview(deps, await actor(scene.staff), id)).rejects.toMatchObject({ status: 404 });
      await requestReview(deps, await actor(scene.southStaff), id);
      expect(Boolean((await product.db('candidacies').where({ id }).first())?.is_reviewed)).toBe(true);
      expect(await product.db('events').where({ subject_id: id }).pluck('action')).toEqual(['panels.requestReview']);
      await expect(requestReview(deps, await actor(scene.southStaff), id)).rejects.toMatchObject({ status: 409 });
    });

    it('is not read where the cycle leaves lower choices alone', async () => {
      const settings = JSON.stringify({ reviewsLowerChoices: false });
      await product.db('cycles').where({ id: scene.cycle.id }).update({ settings });
      const both = await anApplicant(deps, scene.cycle, { name: 'Ana Both', to: [scene.central, scene.south] });
      const { id } = await candidacyOf(deps, both, scene.south);
      await expect(requestReview(deps, await actor(scene.southStaff), id)).rejects.toMatchObject({ status: 409 });
    });
  });
});
