import { inspect } from 'node:util';
import { loadRecord } from '../../src/features/offers/record.queries';
import { listHandedOut } from '../../src/features/reviews';
import { boardAt } from '../../src/features/selection';
import { testProduct, type TestProduct } from '../support/app';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

onEachEngine((engine) => {
  let product: TestProduct;
  let scene: Scene;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    scene = await aScene(product.deps);
  });

  const board = () => boardAt(product.deps, { code: scene.cycle.code, slug: 'central' });
  const record = async (withScores = true) => loadRecord(product.db, await board(), { withScores });

  /** Somebody whom the whole panel scored. */
  async function read(name: string, score: number, to = [scene.central]) {
    const application = await anApplicant(product.deps, scene.cycle, { name, to });
    const { id } = await candidacyOf(product.deps, application, scene.central);
    await scored(product.deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers, score, comment: 'PRIVATE' });
    return { application, id };
  }

  it('reads scores that come to the total of the board, each time the application was sent, and no comment', async () => {
    const ana = await read('Ana', 3, [scene.central, scene.south]);
    const bo = await read('Bo', 1);
    const first = (await product.db('application_submissions').where({ application_id: ana.application.id }).first())!;
    await product.db('application_submissions').insert({ ...first, id: product.deps.newId(), number: 2, form_id: scene.cycle.formId });
    const facts = await record();
    const { candidates } = await board();
    for (const { id } of [ana, bo]) {
      const { sheets } = facts.scores!.get(id)!;
      const { weighted } = candidates.find((candidate) => candidate.id === id)!.total;
      expect(sheets.map(({ mean, readers }) => [mean, readers.length])).toEqual([[weighted, 3]]);
    }
    expect(facts.sent.get(ana.application.id)?.map(({ number, formNumber }) => [number, formNumber])).toEqual([
      [1, null],
      [2, 1],
    ]);
    expect(inspect(facts, { depth: 12 })).not.toContain('PRIVATE');
  });

  it('reads nobody’s scores for who sees totals alone, and nobody of another collaborative', async () => {
    await read('Ana', 3, [scene.central, scene.south]);
    expect((await record(false)).scores).toBeNull();
    expect(await listHandedOut(product.db, { cycleId: scene.cycle.id, collaborativeId: scene.south.id })).toEqual([]);
    expect(await listHandedOut(product.db, { cycleId: scene.cycle.id, collaborativeId: scene.central.id })).toHaveLength(3);
  });

  it('asks the same number of questions for one applicant and for many', async () => {
    await read('Ana', 3);
    const loaded = await board();
    const one = await countQueries(product.db, () => loadRecord(product.db, loaded, { withScores: true }));
    for (let at = 0; at < 12; at += 1) await read(`Zoe ${at}`, 2);
    const more = await board();
    expect(await countQueries(product.db, () => loadRecord(product.db, more, { withScores: true }))).toBe(one);
  });
});
