import { visitor } from '../../src/lib/actor';
import { NotFound } from '../../src/lib/errors';
import { advanceCycles, getCycle, getCycleByCode, getForm, getRubric, listOpenCycles, seatsOnOffer, standardForm, standardRubric } from '../../src/features/cycles';
import { countSeatsOnOffer, listSeatsFreeOn } from '../../src/features/cycles/offer-of-seats.queries';
import { beginApplication, replacePage } from '../../src/features/applications/apply.actions';
import { getApplication, getApplicationByReference } from '../../src/features/applications/application.queries';
import { sendApplication } from '../../src/features/applications/submit.actions';
import { aSentApplication, aTown, someAnswers, type Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { emptyTables, onEachEngine } from '../support/database';
import { mails } from '../support/mailbox';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo(testNow);
    town = await aTown(product.deps);
  });
  afterAll(() => product.close());

  describe('a cycle', () => {
    it('comes back as it was saved, with its form and its rubric', async () => {
      expect(await getCycle(product.db, town.cycle.id)).toEqual({ ...town.cycle, collaborativeIds: [town.central.id, town.south.id] });
      expect((await getForm(product.db, town.cycle.formId)).pages).toEqual(standardForm);
      expect((await getRubric(product.db, town.cycle.rubricId)).criteria).toEqual(standardRubric);
      await expect(getCycleByCode(product.db, 'none\u0000such')).rejects.toThrow(NotFound);
    });

    it('is among the open ones from its opening to the end of its closing minute', async () => {
      const codes = async (now: string) => (await listOpenCycles(product.db, now)).map(({ code }) => code);
      expect(await codes('2026-12-05T07:59:59.999Z')).toEqual(['2027-spring']);
      expect(await codes('2026-12-05T08:00:00.000Z')).toEqual([]);
    });

    it('offers seats by collaborative and constituency', async () => {
      const offered = await seatsOnOffer(product.db, town.cycle.id);
      expect(offered.map(({ collaborativeId, constituency, count }) => [collaborativeId, constituency, count]).sort()).toEqual(
        [
          [town.central.id, 'families', 1],
          [town.south.id, 'families', 1],
        ].sort(),
      );
      expect([...(await countSeatsOnOffer(product.db, [town.cycle.id]))]).toEqual([[town.cycle.id, 2]]);
    });

    it('can fill a seat that nobody will hold when its term begins, and no other', async () => {
      const [first, second] = (await seatsOnOffer(product.db, town.cycle.id)).flatMap(({ seats }) => seats);
      const person = await aSentApplication(product.deps, town.cycle, someAnswers([town.central.id]));
      const held = { person_id: person.personId!, status: 'active' as const, term_starts_on: '2025-03-01', is_stub: false, version: 1 };
      await product.db('memberships').insert({ ...held, id: 'm1', seat_id: first!.id, term_ends_on: '2027-03-01' });
      await product.db('memberships').insert({ ...held, id: 'm2', seat_id: second!.id, term_ends_on: '2027-02-28' });
      expect(await listSeatsFreeOn(product.db, [town.central.id, town.south.id], '2027-03-01')).toEqual([second!.id]);
    });

    it('moves by its dates', async () => {
      product.clock.moveTo('2026-12-05T08:00:00.000Z');
      await advanceCycles(product.deps);
      expect((await getCycle(product.db, town.cycle.id)).status).toBe('in_review');
    });
  });

  describe('sending an application', () => {
    it('twice at once makes one person, one copy and one mail', async () => {
      const begun = await beginApplication(product.deps, visitor('es'), town.cycle.id, { email: 'rosa@example.org' });
      const actor = visitor('es', [begun.id]);
      const answers = { own: someAnswers([town.central.id], { language: 'es' }), apart: { gender: 'woman' } };
      await replacePage(product.deps, actor, begun.id, { page: standardForm[0]!, version: '', answers });
      const { version } = await getApplication(product.db, begun.id);
      const sent = await Promise.all([sendApplication(product.deps, actor, begun.id, version), sendApplication(product.deps, actor, begun.id, version)]);
      expect(sent.map(({ outcome }) => outcome).sort()).toEqual(['sent', 'sentBefore']);
      const kept = [await product.db('people').pluck('name'), await product.db('application_submissions').pluck('number'), await product.db('candidacies').pluck('status')];
      expect(kept).toEqual([['Ana Reyes'], [1], ['in_review']]);
      expect((await mails(product.deps)).map(({ kind, locale }) => [kind, locale]).sort()).toEqual([
        ['application.continue', 'es'],
        ['application.received', 'es'],
      ]);
      const application = await getApplication(product.db, begun.id);
      expect(await getApplicationByReference(product.db, application.reference.toLowerCase())).toEqual(application);
      await expect(getApplicationByReference(product.db, '\u0000')).rejects.toThrow(NotFound);
    });
  });
});
