import type { Deps } from '../../src/deps';
import { remindersStillDue, scanReminders } from '../../src/features/messages';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import { insertReviews, newReview } from '../../src/features/reviews';
import { testProduct, type TestProduct } from '../support/app';
import { emptyTables, onEachEngine } from '../support/database';
import { aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

onEachEngine((engine) => {
  let product: TestProduct;
  let deps: Deps;
  let scene: Scene;
  let file: string;

  beforeAll(async () => {
    product = await testProduct({ engine });
    deps = product.deps;
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    scene = await aScene(deps);
    const ana = await anApplicant(deps, scene.cycle, { name: 'Ana', to: [scene.central] });
    file = (await candidacyOf(deps, ana, scene.central)).id;
  });

  const handOut = () =>
    insertReviews(
      product.db,
      scene.reviewers.map(({ id }) => newReview({ id: deps.newId(), candidacyId: file, reviewerId: id, assignedAt: deps.clock.now(), assignedBy: null })),
    );
  const told = (kind: string): Promise<{ to_address: string; locale: string; subject: string }[]> =>
    product.db('outbox').where({ kind }).orderBy(['created_at', 'to_address']).select('to_address', 'locale', 'subject');
  const scanAt = async (moment: string) => {
    product.clock.moveTo(moment);
    await scanReminders(deps);
    await scanReminders(deps);
  };

  describe('reviews that are open', () => {
    it('are reminded of 7, 3 and 1 days before and 1 and 3 days after the date, each once, in the language of the reader', async () => {
      await handOut();
      const [rita] = scene.reviewers;
      await product.db('people').where({ id: rita!.id }).update({ locale: 'es' });
      const counts: number[] = [];
      for (const day of ['07', '08', '09', '11', '12', '13', '14', '15', '16', '17', '18', '19']) {
        await scanAt(`2026-12-${day}T17:00:00.000Z`);
        counts.push((await told('review.due')).length);
      }
      expect(counts).toEqual([0, 3, 3, 3, 6, 6, 9, 9, 12, 12, 15, 15]);
      const own = (await told('review.due')).filter(({ to_address }) => to_address === rita!.email);
      expect(new Set(own.map(({ locale }) => locale))).toEqual(new Set(['es']));
    });

    it('stop for whoever has completed or stepped aside, also between queueing and sending', async () => {
      await handOut();
      const [rita, rosa, raul] = scene.reviewers;
      await product.db('reviews').where({ reviewer_id: rita!.id }).update({ status: 'complete', completed_at: deps.clock.now() });
      await scanAt('2026-12-08T17:00:00.000Z');
      expect((await told('review.due')).map(({ to_address }) => to_address)).toEqual([raul!.email, rosa!.email].sort());
      await product.db('reviews').where({ reviewer_id: rosa!.id }).update({ status: 'recused', recusal_ground: 'friend' });
      await deliverDue(deps, mailboxTransport, { limit: 50, stillDue: remindersStillDue });
      const sent = await product.db('outbox').where({ kind: 'review.due', status: 'sent' }).pluck('to_address');
      expect(sent).toEqual([raul!.email]);
    });

    it('are not reminded of at night, nor a day late', async () => {
      await handOut();
      await scanAt('2026-12-08T16:59:00.000Z');
      await scanAt('2026-12-09T05:01:00.000Z');
      expect(await told('review.due')).toEqual([]);
    });
  });

  describe('coverage', () => {
    it('is told to staff once, when the last review is in', async () => {
      await scored(deps, scene.cycle, { candidacyId: file, reviewers: scene.reviewers, score: 3 });
      await scanAt('2026-11-21T21:00:00.000Z');
      await scanAt('2026-12-16T17:00:00.000Z');
      expect(await told('review.coverage')).toEqual([
        { to_address: scene.staff.email, locale: 'en', subject: 'Every application has its reviews: Local District Central Collaborative' },
      ]);
    });

    it('is told on the morning after the date when it is missing, and not before', async () => {
      await handOut();
      await scored(deps, scene.cycle, { candidacyId: file, reviewers: [], score: 3 });
      await scanAt('2026-12-15T17:00:00.000Z');
      expect(await told('review.coverage')).toEqual([]);
      await scanAt('2026-12-16T17:00:00.000Z');
      expect((await told('review.coverage')).map(({ subject }) => subject)).toEqual([
        '1 application has too few reviews: Local District Central Collaborative',
      ]);
    });
  });
});
