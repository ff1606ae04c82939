import { migrationsDirectory } from '../../src/db/database';
import { migrationSource } from '../../src/db/migration-source';
import type { Deps } from '../../src/deps';
import { insertRole, loadActor } from '../../src/features/accounts';
import { findTargets } from '../../src/features/composition';
import { setTargets } from '../../src/features/composition/target.actions';
import { announceLot, drawLot } from '../../src/features/lots/lot.actions';
import { listDraws } from '../../src/features/lots';
import { approveSlate, returnSlate } from '../../src/features/selection/approval.actions';
import { tiesAt } from '../../src/features/selection';
import { listSendings } from '../../src/features/selection/sending.queries';
import { moveAlternate, placeCandidate, removeCandidate, sendSlate, takeSlateBack } from '../../src/features/selection/slate.actions';
import { adoptWhatIf, discardWhatIf, makeWhatIf } from '../../src/features/selection/what-if.actions';
import type { Actor } from '../../src/lib/actor';
import { plusElapsed } from '../../src/lib/time';
import { testProduct, type TestProduct } from '../support/app';
import { aPerson } from '../support/builders/person';
import { emptyTables, onEachEngine } from '../support/database';
import { mails } from '../support/mailbox';
import { race } from '../support/race';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

const keptAnswers = { migrationSource: migrationSource(migrationsDirectory), name: '20261201002640_keep_answers_to_sendings' };

onEachEngine((engine) => {
  let product: TestProduct;
  let deps: Deps;
  let scene: Scene;
  let staff: Actor;
  let ids: string[];

  beforeAll(async () => {
    product = await testProduct({ engine });
    deps = product.deps;
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    scene = await aScene(deps);
    for (const code of ['C-F2', 'C-F3']) await aSeatOnOffer(deps, scene.cycle, scene.central, { code });
    staff = await actor(scene.staff);
    ids = [];
    for (const name of ['Ana', 'Bo', 'Cy', 'Di']) {
      const application = await anApplicant(deps, scene.cycle, { name, to: [scene.central] });
      const { id } = await candidacyOf(deps, application, scene.central);
      await scored(deps, scene.cycle, { candidacyId: id, reviewers: scene.reviewers, score: 2 });
      ids.push(id);
    }
  });

  const actor = async (person: { id: string }): Promise<Actor> => (await loadActor(deps.db, person.id, '2026-11-21'))!;
  const address = () => ({ code: scene.cycle.code, slug: 'central' });
  const where = () => ({ cycleId: scene.cycle.id, collaborativeId: scene.central.id });
  const version = async (): Promise<number> => (await product.db('slates').first('version'))?.version ?? 0;
  const placing = (at: number, seat: string, seen: number) => ({ version: seen, candidacyId: ids[at] ?? '', seat, reason: null, reasonWords: '' });
  const put = async (at: number, seat: string) => placeCandidate(deps, staff, address(), placing(at, seat, await version()));
  const events = (action: string) => product.db('events').where({ action }).pluck('id');

  it('lets one of two people who begin the same slate at once win, and the other change nothing', async () => {
    const done = await race([0, 1, 2, 3].map((at) => () => placeCandidate(deps, staff, address(), placing(at, 'seat', 0))));
    expect(done).toEqual({ won: 1, refused: [409, 409, 409] });
    expect([(await product.db('slates')).length, (await product.db('slate_entries')).length, (await events('selection.place')).length]).toEqual([1, 1, 1]);
  });

  it('loses no change of two people on one slate', async () => {
    await put(0, 'seat');
    await put(1, 'alternate');
    await put(2, 'alternate');
    const seen = await version();
    const done = await race([
      () => moveAlternate(deps, staff, address(), { version: seen, candidacyId: ids[2] ?? '', wish: 'up' }),
      () => removeCandidate(deps, staff, address(), { version: seen, candidacyId: ids[1] ?? '' }),
      () => placeCandidate(deps, staff, address(), placing(3, 'seat', seen)),
    ]);
    expect([done, await version()]).toEqual([{ won: 1, refused: [409, 409] }, seen + 1]);
  });

  it('approves or returns once, tells staff once, and keeps one sending of two at once', async () => {
    await put(0, 'seat');
    const seen = await version();
    expect(await race([1, 2].map(() => () => sendSlate(deps, staff, address(), seen)))).toEqual({ won: 1, refused: [409] });
    const slate = (await product.db('slates').first())!;
    expect([(await listSendings(deps.db, slate.id)).length, (await mails(deps, 'slate.sent')).length]).toEqual([1, 1]);
    const deputy = await aPerson(deps, { name: 'Dee', email: 'dee@example.org' });
    await insertRole(deps, { personId: deputy.id, role: 'approver', collaborativeId: scene.central.id });
    const [one, other] = [await actor(scene.approver), await actor(deputy)];
    const done = await race([
      () => approveSlate(deps, one, slate.id, slate.version),
      () => approveSlate(deps, other, slate.id, slate.version),
      () => returnSlate(deps, other, slate.id, { version: slate.version, words: 'No' }),
    ]);
    expect(done).toEqual({ won: 1, refused: [409, 409] });
    const decided = (await mails(deps)).filter(({ kind }) => kind === 'slate.approved' || kind === 'slate.returned');
    expect([decided.length, (await events('selection.approve')).length + (await events('selection.return')).length]).toEqual([1, 1]);
  });

  it('keeps every version sent with what was said to it: words of each return, the approval, and who took it back', async () => {
    await put(0, 'seat');
    const approver = await actor(scene.approver);
    const slateNow = async () => (await product.db('slates').first())!;
    const hourLater = () => product.clock.moveBy(3_600_000);
    for (const words of ['Why not Bo?', 'And Cy?']) {
      await sendSlate(deps, staff, address(), await version());
      hourLater();
      await returnSlate(deps, approver, (await slateNow()).id, { version: await version(), words });
      await put(words === 'And Cy?' ? 2 : 1, 'seat');
    }
    const { id } = await slateNow();
    for (const step of ['reopened', 'approved for good']) {
      await sendSlate(deps, staff, address(), await version());
      hourLater();
      await approveSlate(deps, approver, id, await version());
      if (step === 'reopened') await takeSlateBack(deps, staff, address(), await version());
    }
    const said = { inPlaceOf: null, by: scene.approver.id, words: null };
    const at = (hours: number) => plusElapsed('2026-11-21T20:00:00.000Z', { hours });
    const kept = await listSendings(deps.db, id);
    expect(kept.map(({ number, entries, answer, takenBack }) => [number, entries.length, answer, takenBack])).toEqual([
      [1, 1, { ...said, outcome: 'returned', at: at(1), words: 'Why not Bo?' }, null],
      [2, 2, { ...said, outcome: 'returned', at: at(2), words: 'And Cy?' }, null],
      [3, 3, { ...said, outcome: 'approved', at: at(3) }, { by: scene.staff.id, at: at(3) }],
      [4, 3, { ...said, outcome: 'approved', at: at(4) }, null],
    ]);
  });

  it('knows of a slate answered before answers were kept what the slate itself still says', async () => {
    await put(0, 'seat');
    await sendSlate(deps, staff, address(), await version());
    const slate = (await product.db('slates').first())!;
    await returnSlate(deps, await actor(scene.approver), slate.id, { version: slate.version, words: 'Why not Bo?' });
    const before = await listSendings(deps.db, slate.id);
    await product.db.migrate.down(keptAnswers);
    await product.db.migrate.up(keptAnswers);
    expect(before[0]?.answer?.words).toBe('Why not Bo?');
    expect(await listSendings(deps.db, slate.id)).toEqual(before);
  });

  it('uses a what-if slate once, and discards none that somebody is changing', async () => {
    await put(0, 'seat');
    const whatIf = await makeWhatIf(deps, staff, address(), { name: 'Trial', beginning: 'by_rank', alternates: 1 });
    const of = { ...address(), whatIf };
    const seen = await version();
    const adopt = () => adoptWhatIf(deps, staff, of, { version: 1, slateVersion: seen });
    expect(await race([adopt, adopt])).toEqual({ won: 1, refused: [409] });
    expect([await product.db('what_ifs').count({ count: '*' }), await version()]).toMatchObject([[{ count: expect.anything() as unknown }], seen + 1]);
    const changed = await race([
      () => removeCandidate(deps, staff, of, { version: 1, candidacyId: ids[0] ?? '' }),
      () => discardWhatIf(deps, staff, of, 1),
    ]);
    expect([changed.won, changed.refused.every((status) => status === 409 || status === 404)]).toEqual([1, true]);
  });

  it('keeps the first of two people who set targets at once', async () => {
    const set = (group: string) => () =>
      setTargets(deps, staff, { cycle: scene.cycle, collaborative: scene.central }, { version: 0, targets: [{ dimension: 'language', group, atLeast: 1, atMost: null }] });
    expect(await race([set('en'), set('es')])).toEqual({ won: 1, refused: [409] });
    expect([(await findTargets(deps.db, where())).version, (await events('composition.setTargets')).length]).toEqual([1, 1]);
  });

  it('announces and draws a lot once, and gives each of the tied a place of their own', async () => {
    const ties = await tiesAt(deps, { cycle: scene.cycle, collaborative: scene.central });
    expect(ties.map(({ people, decides }) => [people.length, decides])).toEqual([[4, true]]);
    const plan = { candidacy: ids[0] ?? '', source: 'public' as const, sourceWords: 'Numbers', drawAt: '2026-11-22T03:00:00.000Z' };
    const announce = () => announceLot(deps, staff, where(), ties, plan);
    expect(await race([announce, announce])).toEqual({ won: 1, refused: [409] });
    product.clock.moveTo('2026-11-22T03:00:00.000Z');
    const lot = (await product.db('lots').first())!;
    const done = await race(['1', '2', '3'].map((seed) => () => drawLot(deps, staff, lot.id, { version: 1, seed })));
    expect(done).toEqual({ won: 1, refused: [409, 409] });
    const places = [...(await listDraws(deps.db, where())).values()].map(({ place }) => place);
    expect(places.sort()).toEqual([1, 2, 3, 4]);
    expect(await tiesAt(deps, { cycle: scene.cycle, collaborative: scene.central })).toEqual([]);
  });
});
