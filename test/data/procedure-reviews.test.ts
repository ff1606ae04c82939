import type { Deps } from '../../src/deps';
import { loadActor } from '../../src/features/accounts';
import type { Application } from '../../src/features/applications';
import { answerReview, askForReview } from '../../src/features/offers/procedure.actions';
import { releaseSlate } from '../../src/features/offers/release.actions';
import { approveSlate } from '../../src/features/selection/approval.actions';
import { placeCandidate, sendSlate } from '../../src/features/selection/slate.actions';
import { visitor, type Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { aPersonAs } from '../support/builders/person';
import { emptyTables, onEachEngine } from '../support/database';
import { mails } from '../support/mailbox';
import { aScene, anApplicant, candidacyOf, type Scene } from '../support/selection-scene';

onEachEngine((engine) => {
  let product: TestProduct;
  let deps: Deps;
  let scene: Scene;
  let ana: Application;
  let rufo: Application;

  beforeAll(async () => {
    product = await testProduct({ engine });
    deps = product.deps;
  });
  afterAll(() => product.close());
  const start = '2026-11-21T20:00:00.000Z';
  beforeEach(async () => {
    product.clock.moveTo(start);
    await emptyTables(product.db);
    scene = await aScene(deps);
    ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central] });
    rufo = await anApplicant(deps, scene.cycle, { name: 'Rufo', to: [scene.central], locale: 'es' });
    const staff = await actor(scene.staff);
    const address = { code: scene.cycle.code, slug: scene.central.slug };
    const version = async () => (await product.db('slates').first('version'))?.version ?? 0;
    await placeCandidate(deps, staff, address, { version: 0, candidacyId: await idOf(ana), seat: 'seat', reason: 'new_voice', reasonWords: '' });
    await sendSlate(deps, staff, address, await version());
    await approveSlate(deps, await actor(scene.approver), (await product.db('slates').first())!.id, await version());
    await releaseSlate(deps, staff, address, await version());
  });

  const actor = async (person: { id: string }): Promise<Actor> => (await loadActor(deps.db, person.id, '2026-11-21'))!;
  const holder = () => visitor('en', [rufo.id]);
  const idOf = async (application: Application): Promise<string> => (await candidacyOf(deps, application, scene.central)).id;
  const ask = async (by: Actor = holder(), application = rufo) =>
    askForReview(deps, by, { reference: application.reference, candidacyId: await idOf(application), words: 'Nobody read page two.' });
  const request = async () => (await product.db('procedure_reviews').first())!;
  const kindsTo = async (address: string | null): Promise<string[]> =>
    (await mails(deps)).filter((mail) => mail.to_address === address && mail.kind.startsWith('procedure.')).map((mail) => `${mail.kind} ${mail.locale}`).sort();

  it('is asked by who was refused, once, and both sides are told in their language', async () => {
    await ask();
    await expect(ask()).rejects.toMatchObject({ status: 409 });
    await expect(ask(visitor('en', [ana.id]), ana)).rejects.toMatchObject({ status: 409 });
    await expect(ask(visitor('en', [ana.id]))).rejects.toMatchObject({ status: 404 });
    expect([await kindsTo(rufo.email), await kindsTo(scene.staff.email)]).toEqual([['procedure.received es'], ['procedure.asked en']]);
    expect((await request()).answer_by).toBe('2026-12-02T07:59:59.999Z');
  });

  it('can be asked until the end of the tenth day after the letter, and no moment longer', async () => {
    product.clock.moveTo('2026-12-02T08:00:00.000Z');
    await expect(ask()).rejects.toMatchObject({ status: 409 });
    product.clock.moveTo('2026-12-02T07:59:59.999Z');
    await ask();
    expect((await request()).status).toBe('received');
  });

  it('is answered by nobody who was on the panel, or proposed or approved the slate', async () => {
    await ask();
    const given = { id: (await request()).id, version: 1, outcome: 'corrected' as const, words: 'Lo leímos de nuevo.' };
    for (const involved of [scene.staff, scene.approver]) await expect(answerReview(deps, await actor(involved), given)).rejects.toMatchObject({ status: 403 });
    const reviewing = await aPersonAs(deps, { role: 'staff', collaborativeId: scene.central.id }, { name: 'Pia', email: 'pia@example.org' });
    await deps.db('panel_members').where({ person_id: scene.reviewers[0]!.id }).update({ person_id: reviewing.id });
    await expect(answerReview(deps, await actor(reviewing), given)).rejects.toMatchObject({ status: 403 });
    await expect(answerReview(deps, await actor(scene.southStaff), given)).rejects.toMatchObject({ status: 404 });
    const fresh = await aPersonAs(deps, { role: 'staff', collaborativeId: scene.central.id }, { name: 'Fe', email: 'fe@example.org' });
    const both = await Promise.allSettled([answerReview(deps, await actor(fresh), given), answerReview(deps, await actor(scene.administrator), given)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([(await request()).outcome, await kindsTo(rufo.email)]).toEqual(['corrected', ['procedure.answered es', 'procedure.received es']]);
    const [letter] = await mails(deps, 'procedure.answered');
    expect(letter?.text).toContain('Lo leímos de nuevo.');
  });

  it('is written down by staff for somebody who calls', async () => {
    await ask(await actor(scene.staff));
    expect((await request()).asked_by).toBe(scene.staff.id);
  });
});
