import { insertApplication, listCandidaciesOf, type Application } from '../../src/features/applications';
import { mergeApplications } from '../../src/features/applications/merge.actions';
import { reinstateApplication } from '../../src/features/applications/reinstate.actions';
import { withdrawApplication } from '../../src/features/applications/submit.actions';
import { getApplication } from '../../src/features/applications/application.queries';
import { visitor, type Actor } from '../../src/lib/actor';
import { aSentApplication, aTown, someAnswers, theApplication, type Town } from '../support/builders/application';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { emptyTables, onEachEngine } from '../support/database';
import { mails } from '../support/mailbox';

onEachEngine((engine) => {
  let product: TestProduct;
  let town: Town;
  let sent: Application;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo(testNow);
    town = await aTown(product.deps);
    const answers = someAnswers([town.central.id, town.south.id], { language: 'es' });
    sent = await aSentApplication(product.deps, town.cycle, answers);
  });

  const person = (): Actor => ({ ...visitor('en'), id: sent.personId });
  const now = () => getApplication(product.db, sent.id);
  const withdrawn = async (): Promise<Application> => {
    await withdrawApplication(product.deps, person(), sent.id);
    return now();
  };
  const takeBack = (version: number, actor = person()) => reinstateApplication(product.deps, actor, sent.id, version);

  it('makes the application, its choices and their reviewing what they were, with one mail in its language', async () => {
    const before = await listCandidaciesOf(product.db, sent.id);
    const { version } = await withdrawn();
    await takeBack(version);
    expect(await now()).toEqual({ ...sent, savedAt: testNow, version: sent.version + 2 });
    const after = await listCandidaciesOf(product.db, sent.id);
    expect(after).toEqual(before.map((candidacy) => ({ ...candidacy, version: candidacy.version + 2 })));
    expect((await product.db('application_submissions').pluck('number'))).toEqual([1]);
    expect(await product.db('events').orderBy('place').pluck('action')).toEqual(['applications.withdraw', 'applications.reinstate']);
    const told = await mails(product.deps, 'application.reinstated');
    expect(told.map(({ subject, to_address }) => [subject, to_address])).toEqual([[`Su solicitud ${sent.reference} vuelve a contar`, 'ana@example.org']]);
  });

  it('counts a second press as the first, and tells of each time once', async () => {
    const { version } = await withdrawn();
    await Promise.allSettled([takeBack(version), takeBack(version)]);
    await takeBack(version);
    expect(await mails(product.deps, 'application.reinstated')).toHaveLength(1);
    const again = await withdrawn();
    await expect(takeBack(version)).rejects.toMatchObject({ status: 409 });
    await takeBack(again.version);
    expect(await mails(product.deps, 'application.reinstated')).toHaveLength(2);
  });

  it('lasts to the last moment of the closing minute, and ends with it', async () => {
    const { version } = await withdrawn();
    product.clock.moveTo('2026-12-05T08:00:00.000Z');
    await expect(takeBack(version)).rejects.toMatchObject({ status: 409 });
    expect((await now()).status).toBe('withdrawn');
    product.clock.moveTo('2026-12-05T07:59:59.999Z');
    await takeBack(version);
    expect((await now()).status).toBe('submitted');
  });

  it('is over once another application of the person, or of this browser, is there', async () => {
    const { version } = await withdrawn();
    const draft = { cycleId: town.cycle.id, reference: 'NEW1-0001', begunAt: '2026-12-01T00:00:00.000Z' };
    const other = await insertApplication(product.deps, theApplication({ ...draft, personId: sent.personId }));
    await expect(takeBack(version)).rejects.toMatchObject({ status: 409 });
    await product.db('applications').where({ id: other.id }).update({ person_id: null });
    await expect(takeBack(version, { ...person(), openedApplicationIds: [sent.id, other.id] })).rejects.toMatchObject({ status: 409 });
    await product.db('applications').where({ id: other.id }).update({ status: 'discarded' });
    await takeBack(version, { ...visitor('en'), openedApplicationIds: [sent.id, other.id] });
    expect((await now()).status).toBe('submitted');
  });

  it('is not for one that was merged into another, nor for anybody else', async () => {
    const kept = await aSentApplication(product.deps, town.cycle, someAnswers([town.central.id]));
    await product.db.transaction((db) => mergeApplications({ ...product.deps, db }, person(), { kept, other: sent, answersOf: 'kept' }));
    await expect(takeBack((await now()).version)).rejects.toMatchObject({ status: 409 });
    await expect(takeBack((await now()).version, { ...visitor('en'), id: kept.personId })).rejects.toMatchObject({ status: 404 });
    expect(await product.db('outbox').pluck('kind')).toEqual([]);
  });
});
