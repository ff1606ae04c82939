import type { Deps } from '../../src/deps';
import { loadActor } from '../../src/features/accounts';
import type { Application } from '../../src/features/applications';
import { acceptOffer, declineOffer, lapseOffers } from '../../src/features/offers/offer.actions';
import { expireAlternates, offerNext } from '../../src/features/offers/next.actions';
import { answerQuestion, askQuestion, extendOffer } from '../../src/features/offers/question.actions';
import { approvedBoards, releaseAll, releaseSlate, versionsOf } from '../../src/features/offers/release.actions';
import { approveSlate } from '../../src/features/selection/approval.actions';
import { placeCandidate, sendSlate, takeSlateBack } from '../../src/features/selection/slate.actions';
import { remindersStillDue, scanReminders } from '../../src/features/messages';
import { visitor, type Actor } from '../../src/lib/actor';
import type { Instant } from '../../src/lib/time';
import { testProduct, type TestProduct } from '../support/app';
import { emptyTables, onEachEngine } from '../support/database';
import { mails } from '../support/mailbox';
import { race } from '../support/race';
import { aScene, anApplicant, candidacyOf, type Scene } from '../support/selection-scene';

onEachEngine((engine) => {
  let product: TestProduct;
  let deps: Deps;
  let scene: Scene;
  let ana: Application;
  let bo: Application;
  let start: Instant;

  beforeAll(async () => {
    product = await testProduct({ engine });
    deps = product.deps;
    start = product.clock.now();
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    product.clock.moveTo(start);
    await emptyTables(product.db);
    scene = await aScene(deps);
  });

  const actor = async (person: { id: string }): Promise<Actor> => (await loadActor(deps.db, person.id, '2026-11-21'))!;
  const holderOf = (application: Application): Actor => visitor('en', [application.id]);
  const address = () => ({ code: scene.cycle.code, slug: scene.central.slug });
  const slate = async () => (await product.db('slates').first())!;
  const status = async (application: Application): Promise<string> => (await candidacyOf(deps, application, scene.central)).status;
  const kindsTo = async (application: Application): Promise<string[]> =>
    (await mails(deps)).filter((mail) => mail.to_address === application.email && /^(decision|offer)\./.test(mail.kind)).map((mail) => mail.kind).sort();
  const nothing = () => Promise.resolve();

  /** Ana (Spanish) in the seat, Bo her alternate; approved, not released. */
  async function approved(): Promise<Actor> {
    ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central], locale: 'es' });
    bo = await anApplicant(deps, scene.cycle, { name: 'Bo', to: [scene.central] });
    const staff = await actor(scene.staff);
    for (const [application, seat] of [[ana, 'seat'], [bo, 'alternate']] as const) {
      const { id } = await candidacyOf(deps, application, scene.central);
      const version = (await product.db('slates').first('version'))?.version ?? 0;
      await placeCandidate(deps, staff, address(), { version, candidacyId: id, seat, reason: 'new_voice', reasonWords: '' });
    }
    await sendSlate(deps, staff, address(), (await slate()).version);
    await approveSlate(deps, await actor(scene.approver), (await slate()).id, (await slate()).version);
    return staff;
  }

  async function released(settings: Record<string, unknown> = {}): Promise<Actor> {
    const staff = await approved();
    if (Object.keys(settings).length > 0) {
      const { settings: before } = (await product.db('cycles').first())!;
      await product.db('cycles').update({ settings: JSON.stringify({ ...(JSON.parse(before) as object), ...settings }) });
    }
    await releaseSlate(deps, staff, address(), (await slate()).version);
    return staff;
  }

  const reminded = async (): Promise<string[]> => (await mails(deps, 'offer.reminder')).map((mail) => `${mail.locale} ${mail.dedupe_key.split(':')[2] ?? ''}`).sort();

  it('reminds at half time, 3 days and 1 day before the end, once each, in the applicant’s language, never at night', async () => {
    await released();
    const scanned: string[] = [];
    const end = '2026-12-03T08:00:00.000Z';
    let before = 0;
    for (let at = start; at < end; at = new Date(Date.parse(at) + 3_600_000).toISOString()) {
      product.clock.moveTo(at);
      await scanReminders(deps);
      const count = (await mails(deps, 'offer.reminder')).length;
      if (count > before) scanned.push(at);
      before = count;
    }
    expect(await reminded()).toEqual(['es half', 'es one_day', 'es three_days']);
    expect(scanned.map((at) => new Date(at).toLocaleString('sv', { timeZone: 'America/Los_Angeles' }).slice(0, 13)).every((at) => Number(at.slice(11)) >= 8 && Number(at.slice(11)) < 21)).toBe(true);
  }, 60_000);

  it('stops reminding once the offer is answered, also of a mail that waits to go out', async () => {
    await released();
    product.clock.moveTo('2026-11-30T18:00:00.000Z');
    await scanReminders(deps);
    const [mail] = await mails(deps, 'offer.reminder');
    const row = (await product.db('outbox').where({ id: mail!.id }).first())!;
    expect(await remindersStillDue['offer.reminder']!(deps, row)).toBe(true);
    await declineOffer(deps, holderOf(ana), { reference: ana.reference });
    expect(await remindersStillDue['offer.reminder']!(deps, row)).toBe(false);
    product.clock.moveTo('2026-11-30T20:00:00.000Z');
    await scanReminders(deps);
    expect((await mails(deps, 'offer.reminder')).filter((one) => one.to_address === ana.email)).toHaveLength(1);
  });

  it('keeps a question, tells staff, and sends the answer while the time goes on', async () => {
    const staff = await released();
    await askQuestion(deps, holderOf(ana), { reference: ana.reference, words: '¿Hay cuidado de niños?' });
    const [asked] = await mails(deps, 'offer.question_received');
    expect([asked?.to_address, asked?.text.includes('¿Hay cuidado de niños?')]).toEqual([scene.staff.email, true]);
    const question = (await product.db('offer_questions').first())!;
    await expect(answerQuestion(deps, await actor(scene.southStaff), { id: question.id, version: 1, words: 'No' })).rejects.toMatchObject({ status: 404 });
    const both = await Promise.allSettled([1, 2].map(() => answerQuestion(deps, staff, { id: question.id, version: 1, words: 'Sí, siempre.' })));
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const answers = await mails(deps, 'offer.question_answered');
    expect(answers.map((mail) => [mail.to_address, mail.locale, mail.text.includes('Sí, siempre.')])).toEqual([[ana.email, 'es', true]]);
    expect(await product.db('offers').pluck('answer_by')).toEqual(['2026-12-02T07:59:59.999Z']);
  });

  it('gives more time for a reason, tells the applicant, and lapses on the new day', async () => {
    const staff = await released();
    const offer = (await product.db('offers').first())!;
    const later = { id: offer.id, version: 1, reason: 'In hospital' };
    await expect(extendOffer(deps, staff, { ...later, until: '2026-12-01' })).rejects.toMatchObject({ status: 409 });
    await extendOffer(deps, staff, { ...later, until: '2026-12-05' });
    expect((await mails(deps, 'offer.extended')).map((mail) => mail.to_address)).toEqual([ana.email]);
    product.clock.moveTo('2026-12-04T18:00:00.000Z');
    await lapseOffers(deps);
    expect(await status(ana)).toBe('offered');
    product.clock.moveTo('2026-12-06T08:00:00.000Z');
    await lapseOffers(deps);
    expect([await status(ana), await status(bo)]).toEqual(['lapsed', 'offered']);
    const night = (await mails(deps)).filter((mail) => ['offer.lapsed', 'offer.next'].includes(mail.kind));
    expect(night.map((mail) => mail.due_at)).toEqual(['2026-12-06T16:00:00.000Z', '2026-12-06T16:00:00.000Z']);
  });

  it('waits for a click of staff where the cycle says so, and of two clicks one counts', async () => {
    const staff = await released({ offersNextByItself: false });
    await declineOffer(deps, holderOf(ana), { reference: ana.reference, reason: 'I moved' });
    await lapseOffers(deps);
    expect(await status(bo)).toBe('alternate');
    const wanted = { seatId: (await product.db('offers').first())!.seat_id, candidacyId: (await candidacyOf(deps, bo, scene.central)).id };
    const anas = (await candidacyOf(deps, ana, scene.central)).id;
    await expect(offerNext(deps, staff, address(), { ...wanted, candidacyId: anas })).rejects.toMatchObject({ status: 409 });
    const clicks = await Promise.allSettled([1, 2, 3].map(() => offerNext(deps, staff, address(), wanted)));
    expect(clicks.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect([await status(bo), await kindsTo(bo)]).toEqual(['offered', ['decision.alternate', 'offer.next']]);
  });

  it('frees the seat again for the next alternate when who accepted gives up before the term', async () => {
    await released();
    await acceptOffer(deps, holderOf(ana), { reference: ana.reference }, nothing);
    await lapseOffers(deps);
    expect(await status(bo)).toBe('alternate');
    await product.db('memberships').update({ status: 'ended', end_reason: 'abandoned', ended_on: '2026-11-22' });
    await lapseOffers(deps);
    await lapseOffers(deps);
    expect([await status(ana), await status(bo)]).toEqual(['accepted', 'offered']);
  });

  it('ends the wait of alternates with the cycle, and tells each once', async () => {
    await released();
    await acceptOffer(deps, holderOf(ana), { reference: ana.reference }, nothing);
    await expireAlternates(deps);
    expect(await status(bo)).toBe('alternate');
    await product.db('cycles').update({ status: 'complete' });
    await expireAlternates(deps);
    await expireAlternates(deps);
    expect([await status(bo), await kindsTo(bo)]).toEqual(['expired', ['decision.alternate', 'decision.expired']]);
  });

  it('releases once when staff, an administrator and a recall come at once, with one letter for each', async () => {
    const staff = await approved();
    const [seen, administrator] = [await slate(), await actor(scene.administrator)];
    const versions = versionsOf(await approvedBoards(deps, scene.cycle));
    const ends = await race([
      () => releaseSlate(deps, staff, address(), seen.version),
      () => releaseSlate(deps, administrator, address(), seen.version),
      () => releaseAll(deps, administrator, scene.cycle.code, versions),
      () => takeSlateBack(deps, staff, address(), seen.version),
    ]);
    expect(ends).toEqual({ won: 1, refused: [409, 409, 409] });
    const isReleased = (await slate()).status === 'released';
    const counts = [(await product.db('offers')).length, (await mails(deps)).filter(({ kind }) => kind.startsWith('decision.')).length];
    expect(counts).toEqual(isReleased ? [1, 2] : [0, 0]);
    expect(await product.db('events').whereIn('action', ['offers.release', 'selection.reopen', 'selection.recall'])).toHaveLength(1);
  });

  it('lets one of an answer, a lapse and a second answer at the same moment win', async () => {
    await released();
    product.clock.moveTo('2026-12-02T07:59:59.999Z');
    const answering = [
      acceptOffer(deps, holderOf(ana), { reference: ana.reference }, nothing),
      acceptOffer(deps, holderOf(ana), { reference: ana.reference }, nothing),
      lapseOffers({ ...deps, clock: { ...deps.clock, now: () => '2026-12-02T08:00:00.000Z' } }),
    ];
    await Promise.allSettled(answering);
    const offers = await product.db('offers').where({ application_id: ana.id });
    expect(offers).toHaveLength(1);
    expect(await status(ana)).toBe(offers[0]?.status);
    expect((await product.db('memberships')).length).toBe(offers[0]?.status === 'accepted' ? 1 : 0);
    expect(await status(bo)).toBe(offers[0]?.status === 'accepted' ? 'alternate' : 'offered');
  });
});
