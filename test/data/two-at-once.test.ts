import type { Deps } from '../../src/deps';
import { assignAllEvenly } from '../../src/features/panels/assignment.actions';
import type { Application } from '../../src/features/applications';
import { discardApplication, sendApplication } from '../../src/features/applications/submit.actions';
import { insertApplication } from '../../src/features/applications/application.queries';
import { getRubric } from '../../src/features/cycles';
import { acceptOffer, declineOffer, lapseOffers } from '../../src/features/offers/offer.actions';
import { extendOffer } from '../../src/features/offers/question.actions';
import { approvedBoards, releaseAll, releaseSlate, versionsOf } from '../../src/features/offers/release.actions';
import { answerByPhone } from '../../src/features/outreach/call.actions';
import { insertReviews, newReview, totalsFor } from '../../src/features/reviews';
import { completeReview, recuseFrom, saveDraft, type SentDraft } from '../../src/features/reviews/review.actions';
import { approveSlate } from '../../src/features/selection/approval.actions';
import { placeCandidate, sendSlate, takeSlateBack } from '../../src/features/selection/slate.actions';
import { visitor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { someAnswers, theApplication } from '../support/builders/application';
import { emptyTables, onEachEngine } from '../support/database';
import { actorOf } from '../support/district/people';
import { mails } from '../support/mailbox';
import { race } from '../support/race';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, type Scene } from '../support/selection-scene';

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
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    await emptyTables(product.db);
    scene = await aScene(deps);
  });

  const nothing = () => Promise.resolve();
  const address = () => ({ code: scene.cycle.code, slug: 'central' });
  const slate = async () => (await product.db('slates').first())!;
  const count = async (action: string): Promise<number> => (await product.db('events').where({ action }).pluck('id')).length;
  const holderOf = (application: Application) => visitor('en', [application.id]);
  const lettersTo = async (application: Application): Promise<string[]> =>
    (await mails(deps)).filter(({ kind, to_address: to }) => to === application.email && /^(decision|offer)\./.test(kind)).map(({ kind }) => kind).sort();
  const idOf = async (application: Application): Promise<string> => (await candidacyOf(deps, application, scene.central)).id;
  const stateOf = async (application: Application): Promise<string> => (await candidacyOf(deps, application, scene.central)).status;

  /** People of these names on Central's slate: so many in seats, the rest alternates, and one who is not on it; sent. */
  async function aSentSlate(names: readonly string[], seats: number): Promise<Application[]> {
    for (let at = 2; at <= seats; at += 1) await aSeatOnOffer(deps, scene.cycle, scene.central, { code: `C-F${at}` });
    const staff = await actorOf(deps, scene.staff.id);
    const all: Application[] = [];
    for (const [at, name] of names.entries()) {
      const application = await anApplicant(deps, scene.cycle, { name, to: [scene.central] });
      const version = (await product.db('slates').first('version'))?.version ?? 0;
      const placing = { candidacyId: await idOf(application), reason: 'new_voice' as const, reasonWords: '', version };
      await placeCandidate(deps, staff, address(), { ...placing, seat: at < seats ? 'seat' : 'alternate' });
      all.push(application);
    }
    all.push(await anApplicant(deps, scene.cycle, { name: 'Not Placed', to: [scene.central] }));
    await sendSlate(deps, staff, address(), (await slate()).version);
    return all;
  }

  async function approved(names: readonly string[], seats: number): Promise<Application[]> {
    const all = await aSentSlate(names, seats);
    await approveSlate(deps, await actorOf(deps, scene.approver.id), (await slate()).id, (await slate()).version);
    return all;
  }

  async function released(names: readonly string[], seats: number): Promise<Application[]> {
    const all = await approved(names, seats);
    await releaseSlate(deps, await actorOf(deps, scene.staff.id), address(), (await slate()).version);
    return all;
  }

  describe('a slate', () => {
    it('is released once by four who press at once, for the body or the whole cycle, with one letter to each', async () => {
      const all = await approved(['Ana', 'Bo', 'Cy', 'Di'], 2);
      const [staff, administrator] = [await actorOf(deps, scene.staff.id), await actorOf(deps, scene.administrator.id)];
      const { version } = await slate();
      const versions = versionsOf(await approvedBoards(deps, scene.cycle));
      const one = () => releaseSlate(deps, staff, address(), version);
      const whole = () => releaseAll(deps, administrator, scene.cycle.code, versions);
      expect(await race([one, whole, one, whole])).toEqual({ won: 1, refused: [409, 409, 409] });
      expect(await Promise.all(all.map(lettersTo))).toEqual([['decision.offer'], ['decision.offer'], ['decision.alternate'], ['decision.alternate'], ['decision.not_selected']]);
      expect([await count('offers.release'), (await product.db('offers')).length, (await product.db('decision_letters')).length]).toEqual([1, 2, 5]);
    });

    it('is either approved or taken back, never both', async () => {
      await aSentSlate(['Ana'], 1);
      const [staff, approver] = [await actorOf(deps, scene.staff.id), await actorOf(deps, scene.approver.id)];
      const { id, version } = await slate();
      const done = await race([() => approveSlate(deps, approver, id, version), () => takeSlateBack(deps, staff, address(), version)]);
      expect(done).toEqual({ won: 1, refused: [409] });
      const isApproved = (await slate()).status === 'approved';
      expect([await count('selection.approve'), (await mails(deps, 'slate.approved')).length]).toEqual(isApproved ? [1, 1] : [0, 0]);
    });
  });

  describe('an offer', () => {
    it('is taken once by who accepts on the site and on the phone at once: one seat, one checklist, one letter', async () => {
      const [ana] = (await released(['Ana', 'Bo'], 1)) as [Application, Application];
      let checklists: string[] = [];
      const begin = (_tx: Deps, _actor: unknown, membership: { id: string }) => {
        checklists = [...checklists, membership.id];
        return Promise.resolve();
      };
      const place = { cycleId: scene.cycle.id, collaborativeId: scene.central.id };
      const said = { offerId: (await product.db('offers').first())!.id, answer: 'yes' as const, name: 'Ana', reason: '' };
      const staff = await actorOf(deps, scene.staff.id);
      const online = () => acceptOffer(deps, holderOf(ana), { reference: ana.reference }, begin);
      const done = await race([online, () => answerByPhone(deps, staff, place, said, begin), online]);
      expect([done.won, done.refused.every((status) => status === 409 || status === 404)]).toEqual([1, true]);
      const seats = await product.db('memberships').pluck('id');
      expect([seats.length, checklists.includes(seats[0] ?? ''), await count('offers.accept')]).toEqual([1, true, 1]);
      expect((await product.db('offer_calls')).length).toBe((await product.db('offers').first())!.answered_via === 'phone' ? 1 : 0);
    });

    it('goes to each alternate once, in order, when two seats are refused at once', async () => {
      const [ana, bo, cy, di, ed] = (await released(['Ana', 'Bo', 'Cy', 'Di', 'Ed'], 2)) as [Application, Application, Application, Application, Application];
      const refuse = (one: Application) => () => declineOffer(deps, holderOf(one), { reference: one.reference });
      expect(await race([refuse(ana), refuse(bo)])).toEqual({ won: 2, refused: [] });
      expect(await Promise.all([cy, di, ed].map(stateOf))).toEqual(['offered', 'offered', 'alternate']);
      expect(await Promise.all([cy, di, ed].map(lettersTo))).toEqual([['decision.alternate', 'offer.next'], ['decision.alternate', 'offer.next'], ['decision.alternate']]);
      const open = await product.db('offers').where({ status: 'open' }).pluck('seat_id');
      expect([open.length, new Set(open).size]).toEqual([2, 2]);
    });

    it('lapses once for three workers that come by at once, and the next is asked once', async () => {
      const [ana, bo, cy] = (await released(['Ana', 'Bo', 'Cy'], 1)) as [Application, Application, Application];
      product.clock.moveTo('2026-12-02T08:00:00.000Z');
      expect((await race([1, 2, 3].map(() => () => lapseOffers(deps)))).won).toBeGreaterThan(0);
      await lapseOffers(deps);
      expect(await Promise.all([ana, bo, cy].map(stateOf))).toEqual(['lapsed', 'offered', 'alternate']);
      expect(await Promise.all([ana, bo, cy].map(lettersTo))).toEqual([['decision.offer', 'offer.lapsed'], ['decision.alternate', 'offer.next'], ['decision.alternate']]);
      expect((await mails(deps, 'offer.seat_goes_on')).length).toBe(1);
    });

    it('is either answered or given more time from the same moment, and two who give more time do so once', async () => {
      const [ana] = (await released(['Ana'], 1)) as [Application];
      const { id, version } = (await product.db('offers').first())!;
      const staff = await actorOf(deps, scene.staff.id);
      const extend = (until: string) => () => extendOffer(deps, staff, { id, version, reason: 'In hospital', until });
      const done = await race([extend('2026-12-05'), extend('2026-12-06')]);
      expect([done, (await mails(deps, 'offer.extended')).length]).toEqual([{ won: 1, refused: [409] }, 1]);
      const offer = (await product.db('offers').first())!;
      const later = () => extendOffer(deps, staff, { id, version: offer.version, reason: 'Once more', until: '2026-12-09' });
      const ends = await race([later, () => acceptOffer(deps, holderOf(ana), { reference: ana.reference }, nothing)]);
      const end = (await product.db('offers').first())!;
      expect(ends.won).toBe(end.answer_by === offer.answer_by ? 1 : 2);
      expect(await stateOf(ana)).toBe(end.status === 'open' ? 'offered' : 'accepted');
    });
  });

  describe('reviews', () => {
    let candidacyId: string;
    let criteria: string[];

    beforeEach(async () => {
      candidacyId = await idOf(await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central] }));
      criteria = (await getRubric(deps.db, scene.cycle.rubricId)).criteria.map(({ key }) => key);
    });

    async function handed(reviewerId: string): Promise<string> {
      const review = newReview({ id: deps.newId(), candidacyId, reviewerId, assignedAt: deps.clock.now(), assignedBy: null });
      await insertReviews(deps.db, [review]);
      return review.id;
    }
    const draft = (score: number, version = 1): SentDraft => ({
      version, recommendation: 'yes', minutes: null, scores: criteria.map((criterion) => ({ criterion, score, comment: `Given ${score}` })),
    });
    const given = async (id: string): Promise<(number | null)[]> => [...new Set(await product.db('review_scores').where({ review_id: id }).pluck<(number | null)[]>('score'))];
    const totals = () => totalsFor(deps.db, scene.cycle.id, scene.central.id);

    it('lose nothing when two readers of one file finish at once: both count', async () => {
      const readers = await Promise.all(scene.reviewers.map(({ id }) => actorOf(deps, id)));
      const ids: string[] = [];
      for (const { id } of readers) ids.push(await handed(id));
      const done = await race(readers.map((reader, at) => () => completeReview(deps, reader, ids[at] ?? '', draft(at + 1))));
      expect(done).toEqual({ won: 3, refused: [] });
      expect(await Promise.all(ids.map(given))).toEqual([[1], [2], [3]]);
      expect(await totals()).toMatchObject([{ candidacyId, weighted: 50, reviews: 3, isCovered: true }]);
      expect([(await product.db('candidacies').where({ id: candidacyId }).first())!.reviews_complete, await count('reviews.complete')]).toEqual([3, 3]);
    });

    it('keep the whole of one draft and nothing of the others when one reader saves in three windows at once', async () => {
      const rita = await actorOf(deps, scene.reviewers[0]!.id);
      const id = await handed(rita.id);
      expect(await race([1, 2, 3].map((score) => () => saveDraft(deps, rita, id, draft(score))))).toEqual({ won: 1, refused: [409, 409] });
      const review = (await product.db('reviews').where({ id }).first())!;
      expect([review.version, (await given(id)).length, (await product.db('review_scores').where({ review_id: id })).length]).toEqual([2, 1, criteria.length]);
      expect(await count('reviews.begin')).toBe(1);
    });

    it('are finished, kept as a draft or given up, whichever comes first; never two of them', async () => {
      const rita = await actorOf(deps, scene.reviewers[0]!.id);
      const id = await handed(rita.id);
      const done = await race([
        () => completeReview(deps, rita, id, draft(4)),
        () => completeReview(deps, rita, id, draft(0)),
        () => saveDraft(deps, rita, id, draft(2)),
      ]);
      expect([done.won, done.refused.every((status) => status === 409 || status === 404)]).toEqual([1, true]);
      const { version } = (await product.db('reviews').where({ id }).first())!;
      const finish = () => completeReview(deps, rita, id, draft(4, version));
      await race([finish, () => recuseFrom(deps, rita, id, { ground: 'friend', words: 'We are friends.' })]);
      const { status } = (await product.db('reviews').where({ id }).first())!;
      expect(await given(id)).toHaveLength(status === 'recused' ? 0 : 1);
      expect((await totals()).map(({ reviews }) => reviews)).toEqual(status === 'complete' ? [1] : []);
      expect((await count('reviews.complete')) + (await count('reviews.recuse'))).toBe(1);
    });

    it('are handed out once by two of staff who press at once, and each reader is told once', async () => {
      await anApplicant(deps, scene.cycle, { name: 'Bo', to: [scene.central] });
      const panel = { cycleId: scene.cycle.id, collaborativeId: scene.central.id };
      const [staff, administrator] = [await actorOf(deps, scene.staff.id), await actorOf(deps, scene.administrator.id)];
      await race([staff, administrator].map((who) => () => assignAllEvenly(deps, who, panel)));
      const pairs = (await product.db('reviews')).map((review) => `${review.candidacy_id} ${review.reviewer_id}`);
      expect([pairs.length, new Set(pairs).size, await count('reviews.assignEvenly')]).toEqual([6, 6, 1]);
      expect((await mails(deps, 'review.assigned')).map(({ to_address: to }) => to).sort()).toEqual(scene.reviewers.map(({ email }) => email).sort());
    });
  });

  it('a draft is either sent or discarded by two windows at once, with a receipt only for what was sent', async () => {
    await product.db('cycles').update({ status: 'open', closes_at: '2026-12-05T07:59:00.000Z' });
    const answers = someAnswers([scene.central.id]);
    const { id, version } = await insertApplication(deps, theApplication({ cycleId: scene.cycle.id, answers }));
    const own = visitor('en', [id]);
    const ends = await race([() => sendApplication(deps, own, id, version), () => discardApplication(deps, own, id), () => sendApplication(deps, own, id, version)]);
    expect(ends.refused.every((status) => status === 409 || status === 404)).toBe(true);
    const { status } = (await product.db('applications').where({ id }).first())!;
    const sent = status === 'submitted' ? 1 : 0;
    expect(['submitted', 'discarded']).toContain(status);
    const kept = [await product.db('application_submissions'), await product.db('candidacies'), await mails(deps, 'application.received')];
    expect(kept.map((rows) => rows.length)).toEqual([sent, sent, sent]);
    expect([await count('applications.submit'), await count('applications.discard')]).toEqual([sent, 1 - sent]);
  });
});
