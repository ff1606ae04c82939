import type { Deps } from '../../src/deps';
import { loadActor } from '../../src/features/accounts';
import { panelMix, totalsFor } from '../../src/features/reviews';
import { listFiles } from '../../src/features/panels/file.queries';
import { assignAllEvenly } from '../../src/features/panels/assignment.actions';
import { listPanel } from '../../src/features/panels/panelist.queries';
import { countQueue, listScored, listToScore } from '../../src/features/reviews/review.queries';
import { testProduct, type TestProduct } from '../support/app';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { aReviewer, aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

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

  const panel = () => ({ cycleId: scene.cycle.id, collaborativeId: scene.central.id });
  const apply = async (name: string, given: object = {}): Promise<string> => {
    const application = await anApplicant(deps, scene.cycle, { name, to: [scene.central], ...given });
    return (await candidacyOf(deps, application, scene.central)).id;
  };
  const assignAll = async (): Promise<number> => assignAllEvenly(deps, (await loadActor(deps.db, scene.staff.id, '2026-11-21'))!, panel());

  it('reads panel, files and lists in a fixed number of queries', async () => {
    const [rita] = scene.reviewers;
    const read = () =>
      countQueries(product.db, async () => {
        await listPanel(deps.db, panel());
        await listFiles(deps.db, panel());
        await listToScore(deps.db, rita!.id);
        await listScored(deps.db, rita!.id, undefined);
        await countQueue(deps.db, rita!.id);
        await totalsFor(deps.db, scene.cycle.id, scene.central.id);
      });
    await scored(deps, scene.cycle, { candidacyId: await apply('One'), reviewers: scene.reviewers, score: 2 });
    const one = await read();
    for (const name of ['Two', 'Three']) await scored(deps, scene.cycle, { candidacyId: await apply(name), reviewers: scene.reviewers, score: 2 });
    expect(await read()).toBe(one);
  });

  it('serves the least-reviewed file first, then the one sent first', async () => {
    const [rita, rosa, raul] = scene.reviewers;
    const read = await apply('Much Read');
    const fresh = await apply('Fresh');
    await assignAll();
    await product.db('reviews').where({ candidacy_id: read, reviewer_id: rosa!.id }).update({ status: 'complete', completed_at: deps.clock.now() });
    await product.db('reviews').where({ candidacy_id: read, reviewer_id: raul!.id }).update({ status: 'complete', completed_at: deps.clock.now() });
    const queue = await listToScore(deps.db, rita!.id);
    const candidacies = await product.db('reviews').whereIn('id', queue.map((one) => one.id)).select('id', 'candidacy_id');
    expect(queue.map((one) => [candidacies.find(({ id }) => id === one.id)?.candidacy_id, one.complete])).toEqual([
      [fresh, 0],
      [read, 2],
    ]);
  });

  it('never hands a file to a person of the same household, name or application', async () => {
    for (const name of ['Dora Four', 'Dina Five', 'Dario Six']) await aReviewer(deps, { cycle: scene.cycle, collaborative: scene.central, name });
    await product.db('people').where({ id: scene.reviewers[0]!.id }).update({ email: 'same@example.org' });
    await product.db('people').where({ id: scene.reviewers[1]!.id }).update({ zip: '90012' });
    const id = await apply('Ana Two', { answers: { email: 'same@example.org', zip: '90012' } });
    expect(await assignAll()).toBe(3);
    const readers = await product.db('reviews').where({ candidacy_id: id }).pluck<string[]>('reviewer_id');
    expect(readers.filter((reader) => [scene.reviewers[0]!.id, scene.reviewers[1]!.id].includes(reader))).toEqual([]);
  });

  it('hands out 190 files to six readers within one of each other', async () => {
    for (const name of ['Dora Four', 'Dina Five', 'Dario Six']) await aReviewer(deps, { cycle: scene.cycle, collaborative: scene.central, name });
    for (let at = 0; at < 190; at += 1) await apply(`Applicant ${at}`);
    expect(await assignAll()).toBe(570);
    const loads = (await listPanel(deps.db, panel())).map((one) => one.assigned);
    expect([Math.min(...loads), Math.max(...loads)]).toEqual([95, 95]);
  }, 60_000);

  it('counts complete reviews alone, and tells the published mix', async () => {
    const id = await apply('Ana');
    await scored(deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers.slice(0, 2), score: 4 });
    await assignAll();
    expect(await totalsFor(deps.db, scene.cycle.id, scene.central.id)).toMatchObject([{ candidacyId: id, weighted: 100, reviews: 2, isCovered: false }]);
    expect(await panelMix(deps.db, scene.cycle.id, scene.central.id)).toEqual({ staff: 0, member: 0, public: 3 });
  });
});
