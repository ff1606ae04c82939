import type { Deps } from '../../src/deps';
import { loadActor } from '../../src/features/accounts';
import type { Application } from '../../src/features/applications';
import { approveSlate } from '../../src/features/selection/approval.actions';
import { loadBoard } from '../../src/features/selection/board.queries';
import { acceptOffer, declineOffer, lapseOffers } from '../../src/features/offers/offer.actions';
import { releaseSlate } from '../../src/features/offers/release.actions';
import { placeCandidate, sendSlate } from '../../src/features/selection/slate.actions';
import type { Collaborative } from '../../src/features/collaboratives';
import { visitor, type Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { aPersonAs } from '../support/builders/person';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { mails } from '../support/mailbox';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

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
    await aPersonAs(deps, { role: 'approver', collaborativeId: scene.south.id }, { name: 'Saul', email: 'saul@example.org' });
  });

  const actor = async (person: { id: string }): Promise<Actor> => (await loadActor(deps.db, person.id, '2026-11-21'))!;
  const holderOf = (application: Application): Actor => visitor('en', [application.id]);
  const place = (collaborative: Collaborative) => ({ code: scene.cycle.code, slug: collaborative.slug });
  const versionOf = async (collaborative: Collaborative): Promise<number> =>
    (await product.db('slates').where({ collaborative_id: collaborative.id }).first('version'))?.version ?? 0;
  const status = async (application: Application, collaborative: Collaborative): Promise<string> => (await candidacyOf(deps, application, collaborative)).status;
  const kinds = async (application: Application): Promise<string[]> =>
    (await mails(deps)).filter((mail) => mail.to_address === application.email && !mail.kind.startsWith('application.')).map((mail) => mail.kind).sort();
  const nothing = () => Promise.resolve();

  async function put(collaborative: Collaborative, placements: readonly (readonly [Application, string])[]): Promise<void> {
    const staff = await actor(collaborative.id === scene.central.id ? scene.staff : scene.southStaff);
    for (const [application, seat] of placements) {
      const { id } = await candidacyOf(deps, application, collaborative);
      const placing = { version: await versionOf(collaborative), candidacyId: id, seat, reason: 'new_voice' as const, reasonWords: '' };
      await placeCandidate(deps, staff, place(collaborative), placing);
    }
  }

  async function approve(collaborative: Collaborative): Promise<Actor> {
    const staff = await actor(collaborative.id === scene.central.id ? scene.staff : scene.southStaff);
    await sendSlate(deps, staff, place(collaborative), await versionOf(collaborative));
    const slate = (await product.db('slates').where({ collaborative_id: collaborative.id }).first())!;
    const role = await product.db('roles').where({ role: 'approver', collaborative_id: collaborative.id }).first();
    await approveSlate(deps, await actor({ id: role!.person_id }), slate.id, slate.version);
    return staff;
  }

  async function release(collaborative: Collaborative): Promise<void> {
    const staff = await approve(collaborative);
    await releaseSlate(deps, staff, place(collaborative), await versionOf(collaborative));
  }

  const reviewed = (application: Application, collaborative: Collaborative) =>
    product.db('candidacies').where({ application_id: application.id, collaborative_id: collaborative.id }).update({ is_reviewed: true });

  it('holds the letter of a person whose better preference is open, and sends it when that is decided', async () => {
    const ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central, scene.south] });
    const bo = await anApplicant(deps, scene.cycle, { name: 'Bo', to: [scene.central] });
    await reviewed(ana, scene.south);
    await put(scene.south, [[ana, 'seat']]);
    await release(scene.south);
    expect([await status(ana, scene.south), await kinds(ana)]).toEqual(['in_review', []]);
    await put(scene.central, [[bo, 'seat']]);
    await release(scene.central);
    expect([await status(ana, scene.central), await status(ana, scene.south)]).toEqual(['not_selected', 'offered']);
    expect(await kinds(ana)).toEqual(['decision.not_selected', 'decision.offer']);
    expect((await product.db('cycles').first())?.status).toBe('released');
  });

  it('keeps a person at the better preference and moves the next alternate of the other board up', async () => {
    const ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central, scene.south] });
    const bo = await anApplicant(deps, scene.cycle, { name: 'Bo', to: [scene.south] });
    await reviewed(ana, scene.south);
    await put(scene.central, [[ana, 'seat']]);
    await put(scene.south, [[ana, 'seat'], [bo, 'alternate']]);
    await approve(scene.central);
    await release(scene.south);
    expect([await status(ana, scene.south), await status(bo, scene.south)]).toEqual(['in_review', 'offered']);
    await releaseSlate(deps, await actor(scene.staff), place(scene.central), await versionOf(scene.central));
    await acceptOffer(deps, holderOf(ana), { reference: ana.reference }, nothing);
    expect([await status(ana, scene.central), await status(ana, scene.south), await kinds(ana)]).toEqual(['accepted', 'withdrawn', ['decision.ended', 'decision.offer']]);
  });

  it('gives an offer that nobody answers to the next alternate, at the end of its last day', async () => {
    const ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central] });
    const bo = await anApplicant(deps, scene.cycle, { name: 'Bo', to: [scene.central] });
    await put(scene.central, [[ana, 'seat'], [bo, 'alternate']]);
    await release(scene.central);
    expect(await product.db('offers').pluck('answer_by')).toEqual(['2026-12-02T07:59:59.999Z']);
    const start = product.clock.now();
    product.clock.moveTo('2026-12-02T07:59:59.999Z');
    await lapseOffers(deps);
    expect(await status(ana, scene.central)).toBe('offered');
    product.clock.moveTo('2026-12-02T08:00:00.000Z');
    await lapseOffers(deps);
    await lapseOffers(deps);
    expect([await status(ana, scene.central), await status(bo, scene.central)]).toEqual(['lapsed', 'offered']);
    expect([await kinds(ana), await kinds(bo)]).toEqual([['decision.offer', 'offer.lapsed'], ['decision.alternate', 'offer.next']]);
    await expect(acceptOffer(deps, holderOf(ana), { reference: ana.reference }, nothing)).rejects.toMatchObject({ status: 409 });
    product.clock.moveTo(start);
  });

  it('takes an answer by phone from a caller or staff there, and keeps who heard it', async () => {
    const ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central] });
    const bo = await anApplicant(deps, scene.cycle, { name: 'Bo', to: [scene.central] });
    await put(scene.central, [[ana, 'seat'], [bo, 'alternate']]);
    await release(scene.central);
    const caller = await aPersonAs(deps, { role: 'caller', cycleId: scene.cycle.id, collaborativeId: scene.central.id }, { name: 'Carla', email: 'carla@example.org' });
    for (const other of [scene.southStaff, scene.stranger])
      await expect(declineOffer(deps, await actor(other), { reference: ana.reference, by: 'phone' })).rejects.toMatchObject({ status: 404 });
    await declineOffer(deps, await actor(caller), { reference: ana.reference, by: 'phone', reason: 'Moves to another city' });
    await acceptOffer(deps, await actor(scene.staff), { reference: bo.reference, by: 'phone' }, nothing);
    expect(await product.db('offers').orderBy('status', 'desc').select('status', 'answered_via', 'answered_by', 'decline_reason')).toEqual([
      { status: 'declined', answered_via: 'phone', answered_by: caller.id, decline_reason: 'Moves to another city' },
      { status: 'accepted', answered_via: 'phone', answered_by: scene.staff.id, decline_reason: null },
    ]);
  });

  it('leaves a declined seat open when no alternate is left', async () => {
    const ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central] });
    await put(scene.central, [[ana, 'seat']]);
    await release(scene.central);
    await declineOffer(deps, holderOf(ana), { reference: ana.reference });
    expect(await product.db('offers').pluck('status')).toEqual(['declined']);
  });

  it('lets one of many answers at once win', async () => {
    const ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central] });
    const bo = await anApplicant(deps, scene.cycle, { name: 'Bo', to: [scene.central] });
    await put(scene.central, [[ana, 'seat'], [bo, 'alternate']]);
    await release(scene.central);
    let begun = 0;
    const count = () => Promise.resolve(void (begun += 1));
    const answers = Array.from({ length: 10 }, (_, at) =>
      at % 2 === 0 ? acceptOffer(deps, holderOf(ana), { reference: ana.reference }, count) : declineOffer(deps, holderOf(ana), { reference: ana.reference }),
    );
    const settled = await Promise.allSettled(answers);
    const won = settled.filter((one) => one.status === 'fulfilled').length;
    const lost = settled.filter((one) => one.status === 'rejected' && (one.reason as { status?: number }).status === 409).length;
    expect([won, lost]).toEqual([1, 9]);
    const accepted = (await status(ana, scene.central)) === 'accepted';
    expect((await product.db('memberships')).length).toBe(accepted ? 1 : 0);
    expect(await status(bo, scene.central)).toBe(accepted ? 'alternate' : 'offered');
  });

  it('does nothing at all when the checklist cannot begin', async () => {
    const ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central] });
    await put(scene.central, [[ana, 'seat']]);
    await release(scene.central);
    await expect(acceptOffer(deps, holderOf(ana), { reference: ana.reference }, () => Promise.reject(new Error('no template')))).rejects.toThrow('no template');
    expect([await status(ana, scene.central), await product.db('offers').pluck('status'), await product.db('memberships')]).toEqual(['offered', ['open'], []]);
  });

  it('releases 190 letters, one each, with few statements for many letters', async () => {
    const seats = [];
    for (let at = 2; at <= 12; at += 1) seats.push(await aSeatOnOffer(deps, scene.cycle, scene.central, { code: `C-F${at}` }));
    const all: Application[] = [];
    for (let at = 0; at < 190; at += 1) all.push(await anApplicant(deps, scene.cycle, { name: `Applicant ${at}`, to: [scene.central], locale: at % 3 === 0 ? 'es' : 'en' }));
    await put(scene.central, all.slice(0, 12).map((application) => [application, 'seat'] as const));
    const staff = await approve(scene.central);
    const version = await versionOf(scene.central);
    const statements = await countQueries(product.db, () => releaseSlate(deps, staff, place(scene.central), version));
    const letters = (await mails(deps)).filter((mail) => mail.kind.startsWith('decision.'));
    expect([letters.length, new Set(letters.map((mail) => mail.to_address)).size]).toEqual([190, 190]);
    expect(await product.db('candidacies').where({ status: 'in_review' })).toEqual([]);
    expect(statements).toBeLessThan(3 * 190);
  }, 60_000);

  it('reads the board in the same number of queries for one applicant and for three', async () => {
    const apply = async (name: string) => {
      const application = await anApplicant(deps, scene.cycle, { name, to: [scene.central, scene.south] });
      await scored(deps, scene.cycle, { candidacyId: (await candidacyOf(deps, application, scene.central)).id, reviewers: scene.reviewers, score: 2 });
    };
    const count = () => countQueries(product.db, () => loadBoard(deps.db, scene.cycle, scene.central));
    await apply('One');
    const one = await count();
    await apply('Two');
    await apply('Three');
    expect(await count()).toBe(one);
  });
});
