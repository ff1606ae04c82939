import { replacePage } from '../../src/features/applications/apply.actions';
import { getApplication, insertApplication, findDemographics } from '../../src/features/applications/application.queries';
import { pageVersion } from '../../src/features/applications/page-version';
import { standardForm, type Answers } from '../../src/features/cycles';
import { visitor } from '../../src/lib/actor';
import { aTown, someAnswers, theApplication } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { emptyTables, onEachEngine } from '../support/database';

const page = (key: string) => standardForm.find((one) => one.key === key)!;

onEachEngine((engine) => {
  let product: TestProduct;
  let id: string;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(async () => {
    await emptyTables(product.db);
    const town = await aTown(product.deps);
    ({ id } = await insertApplication(product.deps, theApplication({ cycleId: town.cycle.id, answers: someAnswers([town.central.id]) })));
  });
  afterAll(() => product.close());

  const shown = async (key: string) =>
    pageVersion(page(key), { ...(await getApplication(product.db, id)).answers, ...(await findDemographics(product.db, id)) });
  const send = (key: string, version: string, own: Answers, apart: Answers = {}) =>
    replacePage(product.deps, visitor('en', [id]), id, { page: page(key), version, answers: { own, apart } });

  describe('an application written on two devices', () => {
    it('keeps what the second saved from being replaced by the first, and says what would be lost', async () => {
      const version = await shown('reasons');
      expect(await send('reasons', version, { reasons: 'From the phone' })).toMatchObject({ outcome: 'kept' });
      const late = await send('reasons', version, { reasons: 'From the laptop' });
      expect(late).toMatchObject({ outcome: 'changed', lost: [{ key: 'reasons' }], written: { reasons: 'From the phone' } });
      expect((await getApplication(product.db, id)).answers['reasons']).toBe('From the phone');
      expect(await send('reasons', await shown('reasons'), { reasons: 'From the laptop' })).toMatchObject({ outcome: 'kept' });
      expect((await getApplication(product.db, id)).answers['reasons']).toBe('From the laptop');
    });

    it('answers with the version under which the same form saves again', async () => {
      const first = await send('reasons', await shown('reasons'), { reasons: 'One' });
      expect(first).toEqual({ outcome: 'kept', version: await shown('reasons') });
      expect(await send('reasons', 'version' in first ? first.version : '', { reasons: 'Two' })).toMatchObject({ outcome: 'kept' });
    });

    it('lets both write different pages', async () => {
      const version = await shown('reasons');
      await send('zip', await shown('zip'), { zip: '90059' });
      expect(await send('reasons', version, { reasons: 'From the laptop' })).toMatchObject({ outcome: 'kept' });
      expect((await getApplication(product.db, id)).answers).toMatchObject({ zip: '90059', reasons: 'From the laptop' });
    });

    it('guards the answers kept apart alike', async () => {
      const version = await shown('demographics');
      await send('demographics', version, {}, { home_language: 'Mixteco' });
      expect(await send('demographics', version, {}, { home_language: 'Zapoteco' })).toMatchObject({ outcome: 'changed' });
      expect(await findDemographics(product.db, id)).toEqual({ home_language: 'Mixteco' });
    });
  });
});
