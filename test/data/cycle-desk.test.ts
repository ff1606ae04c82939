import { insertSlate } from '../../src/features/selection';
import { listCollaboratives } from '../../src/features/collaboratives';
import { listPlannedSeats, saveKeptBack } from '../../src/features/cycle-desk/seat-plan.queries';
import { countDrafts, listStandings } from '../../src/features/cycle-desk/standing.queries';
import { testProduct, type TestProduct } from '../support/app';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { anApplicant, aScene, candidacyOf, scored, type Scene } from '../support/selection-scene';

onEachEngine((engine) => {
  let product: TestProduct;
  let scene: Scene;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(async () => {
    await emptyTables(product.db);
    scene = await aScene(product.deps);
  });
  afterAll(() => product.close());

  const standings = async () => listStandings(product.db, scene.cycle.id, await listCollaboratives(product.db));
  const central = async () => (await standings()).find(({ collaborativeId }) => collaborativeId === scene.central.id)!;

  describe('the standing of a collaborative', () => {
    it('is nothing at all before anything happened', async () => {
      expect(await central()).toEqual({
        collaborativeId: scene.central.id,
        seats: [{ constituency: 'families', count: 1 }],
        firstChoice: 0,
        all: 0,
        panel: { staff: 0, member: 0, public: 3 },
        minimumReviews: 3,
        toReview: 0,
        unassigned: 0,
        covered: 0,
        slate: null,
        offers: { open: 0, accepted: 0, declined: 0, lapsed: 0 },
        answerBy: null,
      });
    });

    it('counts first choices, all choices, and what the panel has read, one short or complete', async () => {
      const { deps } = product;
      const { cycle, reviewers } = scene;
      const ana = await anApplicant(deps, cycle, { name: 'Ana Reyes', to: [scene.central, scene.south] });
      const bo = await anApplicant(deps, cycle, { name: 'Bo Chen', to: [scene.central] });
      await anApplicant(deps, cycle, { name: 'Cy Diaz', to: [scene.south, scene.central] });
      const full = await candidacyOf(deps, ana, scene.central);
      const short = await candidacyOf(deps, bo, scene.central);
      await scored(deps, cycle, { candidacyId: full.id, reviewers, score: 3 });
      await scored(deps, cycle, { candidacyId: short.id, reviewers: reviewers.slice(0, 2), score: 3 });
      expect(await central()).toMatchObject({ firstChoice: 2, all: 3, toReview: 2, unassigned: 1, covered: 1 });
      await deps.db('reviews').where({ candidacy_id: full.id, reviewer_id: reviewers[0]!.id }).update({ status: 'in_progress' });
      expect(await central()).toMatchObject({ unassigned: 1, covered: 0 });
      await deps.db('reviews').where({ candidacy_id: full.id, reviewer_id: reviewers[0]!.id }).update({ status: 'recused' });
      expect(await central()).toMatchObject({ unassigned: 2, covered: 0 });
      await deps.db('candidacies').where({ id: full.id }).update({ status: 'withdrawn' });
      expect(await central()).toMatchObject({ firstChoice: 1, all: 2, toReview: 1 });
    });

    it('has the slate, the offers by answer and the last day to answer', async () => {
      const { deps } = product;
      const ana = await anApplicant(deps, scene.cycle, { name: 'Ana Reyes', to: [scene.central] });
      const { id } = await candidacyOf(deps, ana, scene.central);
      await insertSlate(deps, { cycleId: scene.cycle.id, collaborativeId: scene.central.id });
      const seat = (await deps.db('seats').where({ collaborative_id: scene.central.id }).first('id'))!.id;
      const offer = { candidacy_id: id, application_id: ana.id, seat_id: seat, offered_at: deps.clock.now(), answered_at: null, version: 1 };
      await deps.db('offers').insert([
        { ...offer, id: 'a', status: 'open', answer_by: '2027-02-12T07:59:59.999Z' },
        { ...offer, id: 'b', status: 'declined', answer_by: '2027-02-20T07:59:59.999Z' },
      ]);
      expect(await central()).toMatchObject({
        slate: 'draft',
        offers: { open: 1, accepted: 0, declined: 1, lapsed: 0 },
        answerBy: '2027-02-12T07:59:59.999Z',
      });
    });

    it('is read with two queries, whatever there is', async () => {
      const bodies = await listCollaboratives(product.db);
      const count = () => countQueries(product.db, () => listStandings(product.db, scene.cycle.id, bodies));
      expect(await count()).toBe(2);
      await anApplicant(product.deps, scene.cycle, { name: 'Ana Reyes', to: [scene.central] });
      expect(await count()).toBe(2);
    });
  });

  it('knows of each seat who holds it when the term begins, where else it is offered, and why it is kept back', async () => {
    const { deps } = product;
    const seat = (await deps.db('seats').where({ collaborative_id: scene.central.id }).first('id'))!.id;
    const plan = async () => listPlannedSeats(deps.db, scene.cycle, scene.central.id);
    const free = { holder: null, elsewhere: null, isPlaced: false, hasOffer: false, keptBack: null };
    expect(await plan()).toEqual([
      { id: seat, code: 'C-F1-2027-spring', constituency: 'families', takesApplications: true, isOffered: true, ...free },
    ]);
    const term = { term_starts_on: '2026-01-01', is_stub: false, version: 1, seat_id: seat, person_id: scene.stranger.id };
    await deps.db('memberships').insert({ ...term, id: 'm', status: 'active', term_ends_on: '2027-02-28' });
    expect((await plan())[0]).toMatchObject(free);
    await deps.db('memberships').update({ term_ends_on: '2027-03-01' });
    expect((await plan())[0]).toMatchObject({ holder: { name: 'Sol Stranger', until: '2027-03-01' } });
    const other = (await deps.db('cycles').first())!;
    await deps.db('cycles').insert({ ...other, id: 'other', code: '2027-fall', status: 'open' });
    await deps.db('seats_on_offer').insert({ cycle_id: 'other', seat_id: seat });
    const at = deps.clock.now();
    await saveKeptBack(deps.db, { cycleId: scene.cycle.id, seatIds: [seat], words: 'Not now', personId: scene.staff.id, at });
    expect((await plan())[0]).toMatchObject({ elsewhere: '2027-fall', keptBack: { words: 'Not now', by: 'Stella Staff', at } });
    await deps.db('cycles').where({ id: 'other' }).update({ status: 'complete' });
    expect((await plan())[0]).toMatchObject({ elsewhere: null });
  });

  it('counts drafts that were not sent', async () => {
    const ana = await anApplicant(product.deps, scene.cycle, { name: 'Ana Reyes', to: [scene.central] });
    expect(await countDrafts(product.db, scene.cycle.id)).toBe(0);
    await product.db('applications').where({ id: ana.id }).update({ status: 'draft' });
    expect(await countDrafts(product.db, scene.cycle.id)).toBe(1);
  });
});
