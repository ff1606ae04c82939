import { getForm, getRubric } from '../../src/features/forms';
import { saveDemographics } from '../../src/features/applications';
import { countApart, getFigures, type Scope } from '../../src/features/reports/figures.queries';
import { testProduct, type TestProduct } from '../support/app';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { anApplicant, aScene, candidacyOf, scored, type Scene } from '../support/selection-scene';

onEachEngine((engine) => {
  let product: TestProduct;
  let scene: Scene;
  let scope: Scope;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(async () => {
    await emptyTables(product.db);
    scene = await aScene(product.deps);
    const { criteria } = await getRubric(product.db, scene.cycle.rubricId);
    scope = { cycle: scene.cycle, collaborativeIds: [scene.central.id], criteria, spreadFlag: 2 };
  });
  afterAll(() => product.close());

  const figures = () => getFigures(product.db, scope);
  const plain = (counts: ReadonlyMap<string, number>) => Object.fromEntries(counts);

  describe('the figures of a cycle', () => {
    it('are empty before anybody applied', async () => {
      expect(await figures()).toMatchObject({ applications: 0, withSpread: 0 });
    });

    it('count each application once, where it is the first choice', async () => {
      const { deps } = product;
      const { cycle, central, south } = scene;
      await anApplicant(deps, cycle, { name: 'Ana Reyes', to: [central, south], locale: 'es', answers: { source: 'school' } });
      await anApplicant(deps, cycle, { name: 'Bo Chen', to: [central], constituency: 'business' });
      await anApplicant(deps, cycle, { name: 'Cy Diaz', to: [south, central] });
      const gone = await anApplicant(deps, cycle, { name: 'Di Evans', to: [central] });
      await deps.db('candidacies').where({ application_id: gone.id }).update({ status: 'withdrawn' });
      const { byHour, byConstituency, byLanguage, byZip, bySource, applications } = await figures();
      expect(applications).toBe(2);
      expect([byHour, byConstituency, byLanguage, byZip, bySource].map(plain)).toEqual([
        { '2026-11-12T20': 2 },
        { families: 1, business: 1 },
        { en: 1, es: 1 },
        { '90012': 2 },
        { '': 1, school: 1 },
      ]);
      const all = await getFigures(product.db, { ...scope, collaborativeIds: [central.id, south.id] });
      expect(all.applications).toBe(3);
    });

    it('have reviews, totals, spread and offers', async () => {
      const { deps } = product;
      const { cycle, central, reviewers } = scene;
      const ids: string[] = [];
      for (const name of ['Ana Reyes', 'Bo Chen', 'Cy Diaz'])
        ids.push((await candidacyOf(deps, await anApplicant(deps, cycle, { name, to: [central] }), central)).id);
      const [ana = '', bo = ''] = ids;
      await scored(deps, cycle, { candidacyId: ana, reviewers: reviewers.slice(0, 1), score: 4 });
      await scored(deps, cycle, { candidacyId: ana, reviewers: reviewers.slice(1, 2), score: 2 });
      await scored(deps, cycle, { candidacyId: bo, reviewers: reviewers.slice(0, 2), score: 4 });
      const seat = (await deps.db('seats').where({ collaborative_id: central.id }).first('id'))!.id;
      const application = (await deps.db('candidacies').where({ id: ana }).first('application_id'))!.application_id;
      const times = { offered_at: deps.clock.now(), answer_by: deps.clock.now(), answered_at: null, version: 1 };
      await deps.db('offers').insert({ id: 'o', candidacy_id: ana, application_id: application, seat_id: seat, status: 'declined', ...times });
      const { coverage, scores, withSpread, offers } = await figures();
      expect([plain(coverage), plain(scores), withSpread, plain(offers)]).toEqual([{ 0: 1, 2: 2 }, { 7: 1, 9: 1 }, 1, { declined: 1 }]);
    });

    it('count answers that are kept apart by option, with those who gave none', async () => {
      const { deps } = product;
      const ana = await anApplicant(deps, scene.cycle, { name: 'Ana Reyes', to: [scene.central] });
      await anApplicant(deps, scene.cycle, { name: 'Bo Chen', to: [scene.central] });
      await saveDemographics(deps.db, ana.id, { gender: 'woman', heritage: ['latino', 'black'], home_language: 'Mixteco' });
      const apart = await countApart(product.db, scope, await getForm(product.db, scene.cycle.formId));
      expect(apart.map(({ key, counts }) => [key, plain(counts)])).toEqual([
        ['gender', { woman: 1, '': 1 }],
        ['heritage', { latino: 1, black: 1, '': 1 }],
      ]);
      expect(JSON.stringify(apart)).not.toContain('Mixteco');
    });

    it('take one query, whatever there is', async () => {
      await anApplicant(product.deps, scene.cycle, { name: 'Ana Reyes', to: [scene.central] });
      expect(await countQueries(product.db, figures)).toBe(1);
    });
  });
});
