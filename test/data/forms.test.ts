import { down, up } from '../../migrations/20261201002100_add_versions_of_forms';
import {
  deleteFormDraft,
  getForm,
  insertForm,
  listFormVersions,
  listPreviews,
  listRubricVersions,
  saveForm,
  savePreview,
  saveRubric,
  getRubric,
  insertRubric,
  freezeForm,
} from '../../src/features/forms';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { aSentApplication, aTown, someAnswers, type Town } from '../support/builders/application';
import { aPerson } from '../support/builders/person';
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

  it('keeps the versions of a form in one line, apart from those of another cycle', async () => {
    const first = await getForm(product.db, town.cycle.formId);
    const draft = { ...first, number: 2, note: 'One question less', writtenBy: 'Ada', writtenAt: testNow };
    const second = await insertForm(product.deps, draft);
    await insertForm(product.deps, { number: 1, pages: [], frozenAt: null });
    const line = await listFormVersions(product.db, first.line);
    expect(line.map(({ id, number, note, writtenBy }) => [id, number, note, writtenBy])).toEqual([
      [second, 2, 'One question less', 'Ada'],
      [first.id, 1, null, ''],
    ]);
  });

  it('refuses a save from an older page, and any save or removal of what is frozen', async () => {
    const form = await getForm(product.db, town.cycle.formId);
    const saved = await saveForm(product.db, { ...form, pages: [] });
    expect(saved.version).toBe(form.version + 1);
    await expect(saveForm(product.db, form)).rejects.toMatchObject({ status: 409 });
    await freezeForm(product.db, form.id, testNow, null);
    await expect(saveForm(product.db, saved)).rejects.toMatchObject({ status: 409 });
    expect(await deleteFormDraft(product.db, saved)).toBe(0);
  });

  it('counts a preview for the words that were seen, not for what was written later', async () => {
    const { id: personId } = await aPerson(product.deps);
    const form = await getForm(product.db, town.cycle.formId);
    const seen = { personId, locales: ['en', 'es'], at: testNow };
    await savePreview(product.db, form, seen);
    await savePreview(product.db, form, { ...seen, locales: ['es'], at: '2026-11-22T00:00:00.000Z' });
    expect([...(await listPreviews(product.db, form))]).toEqual([
      ['en', testNow],
      ['es', '2026-11-22T00:00:00.000Z'],
    ]);
    const changed = await saveForm(product.db, { ...form, note: 'x' });
    expect((await listPreviews(product.db, changed)).size).toBe(0);
  });

  it('keeps rubrics the same way', async () => {
    const rubric = await getRubric(product.db, town.cycle.rubricId);
    await saveRubric(product.db, { ...rubric, writtenBy: 'Ada' });
    await expect(saveRubric(product.db, rubric)).rejects.toMatchObject({ status: 409 });
    const second = await insertRubric(product.deps, { ...rubric, number: 2 });
    expect((await listRubricVersions(product.db, rubric.line)).map(({ id }) => id)).toEqual([second, rubric.id]);
  });

  it('can be taken back, and put forward over applications that were sent before', async () => {
    const sent = await aSentApplication(product.deps, town.cycle, someAnswers([town.central.id]));
    await down(product.db);
    expect(await product.db.schema.hasColumn('forms', 'line')).toBe(false);
    await up(product.db);
    const form = await getForm(product.db, town.cycle.formId);
    expect([form.line, form.version]).toEqual([form.id, 1]);
    expect(await product.db('applications').where({ id: sent.id }).pluck('form_id')).toEqual([form.id]);
    expect(await product.db('application_submissions').pluck('form_id')).toEqual([form.id]);
  });
});
