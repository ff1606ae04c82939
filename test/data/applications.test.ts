import { Conflict } from '../../src/lib/errors';
import { applicantRecipient, getApplication, saveApplication } from '../../src/features/applications/application.queries';
import { getCandidacy, listCandidaciesOf, saveCandidacyStatus } from '../../src/features/applications/candidacy.queries';
import { aSentApplication, aTown, someAnswers, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(async () => {
    await emptyTables(product.db);
    town = await aTown(product.deps);
  });
  afterAll(() => product.close());

  const send = (name: string, given: Record<string, string | string[]> = {}, submittedAt = '2026-11-12T20:00:00.000Z', ids = [town.central.id]) =>
    aSentApplication(product.deps, town.cycle, someAnswers(ids, { name, ...given }), { submittedAt });

  describe('an application', () => {
    it('is not saved over a newer one', async () => {
      const { id } = await send('Ana Reyes');
      const [first, second] = [await getApplication(product.db, id), await getApplication(product.db, id)];
      await saveApplication(product.db, { ...first, zip: '90001' });
      await expect(saveApplication(product.db, { ...second, zip: '90002' })).rejects.toThrow(Conflict);
      expect((await getApplication(product.db, id)).zip).toBe('90001');
    });

    it('is written to at the address its person has now', async () => {
      const application = await send('Ana Reyes');
      await product.db('people').where({ id: application.personId! }).update({ email: 'new@example.org' });
      expect(await applicantRecipient(product.db, application.id)).toEqual({
        personId: application.personId,
        name: 'Ana Reyes',
        address: 'new@example.org',
        locale: 'en',
      });
      await product.db('people').where({ id: application.personId! }).update({ email: null });
      await product.db('applications').update({ email: null });
      expect(await applicantRecipient(product.db, application.id)).toMatchObject({ address: '', name: 'Ana Reyes' });
    });

    it('has a candidacy for each choice, and only the first is reviewed', async () => {
      const { id } = await send('Ana Reyes', {}, undefined, [town.south.id, town.central.id]);
      const candidacies = await listCandidaciesOf(product.db, id);
      expect(candidacies.map(({ collaborativeId, preference, isReviewed }) => [collaborativeId, preference, isReviewed])).toEqual([
        [town.south.id, 1, true],
        [town.central.id, 2, false],
      ]);
      const [first] = candidacies;
      const offered = await saveCandidacyStatus(product.deps, first!, 'offer', '2027-02-01T18:00:00.000Z');
      expect(offered).toEqual(await getCandidacy(product.db, first!.id));
      await expect(saveCandidacyStatus(product.deps, first!, 'offer', '2027-02-01T18:00:00.000Z')).rejects.toThrow(Conflict);
    });
  });
});
