import { forgetSearchDocuments } from '../../src/db/search-index';
import { visitor, type Actor } from '../../src/lib/actor';
import { indexMissing, saveCandidacies, type Application } from '../../src/features/applications';
import { readDeskFilter } from '../../src/features/desk/list.form';
import { countFiled, listFiled, look } from '../../src/features/desk/list.queries';
import { insertPerson } from '../../src/features/accounts';
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

  const staffOf = (collaborativeId: string): Actor => ({ ...visitor('en'), id: 'staff', grants: [{ role: 'staff', collaborativeId, cycleId: null }] });

  const send = (name: string, given: Record<string, string | string[]> = {}, ids = [town.central.id], more: Partial<Application> = {}) =>
    aSentApplication(product.deps, town.cycle, someAnswers(ids, { name, ...given }), more);

  async function found(query: Record<string, string>, collaborativeId = town.central.id): Promise<string[]> {
    const { filter } = readDeskFilter({ sort: 'name', ...query }, { cycle: town.cycle, collaborativeId, minimumReviews: 3 });
    const finding = await look(product.db, filter);
    const { rows } = await listFiled(product.db, staffOf(collaborativeId), filter, finding);
    expect(await countFiled(product.db, staffOf(collaborativeId), filter, finding)).toEqual({ count: rows.length, isMore: false });
    return rows.map(({ name }) => name);
  }

  describe('the search of a list', () => {
    it('finds by name, reference, address, phone, school and words of answers, without accents', async () => {
      await send('María-José Ibáñez', {
        email: 'mj.ibanez@example.org',
        phone: '(323) 555-0188',
        reasons: 'Quiero más huertos escolares.',
        experience: 'Presidenta de la asociación',
      });
      await send('Bo Chen', { school: '', school_id: '', reasons: 'Music for all.' });
      for (const text of ['ibanez', 'IBÁÑEZ maria', 'mj.ibanez@example.org', '3235550188', '323-555-0188', '+1 (323) 555 0188', 'castelar', 'huerto', 'asociacion'])
        expect([text, await found({ q: text })]).toEqual([text, ['María-José Ibáñez']]);
      expect(await found({ q: 'chen ibanez' })).toEqual([]);
    });

    it.each(['"', '*', 'zzz OR ana', 'NOT', 'name:zzz', "'; drop table zzz", '(', 'NEAR(zzz ana)', '^', '%', '日本', '\\', ':*', '& |'])(
      'reads %s as words and never as a command',
      async (text) => {
        await send('Ana Reyes');
        expect(await found({ q: text })).toEqual([]);
      },
    );

    it('never finds what is kept apart, what a reviewer wrote, or an applicant of others', async () => {
      const ana = await send('Ana Reyes');
      await send('Sol South', {}, [town.south.id]);
      await product.db('application_demographics').insert({ application_id: ana.id, answers: JSON.stringify({ home_language: 'Mixteco' }) });
      await saveCandidacies(product.deps, { ...ana, answers: { ...ana.answers, home_language: 'Mixteco' } });
      for (const text of ['mixteco', 'sol', 'lives', town.south.id]) expect(await found({ q: text })).toEqual([]);
      expect(await found({ q: 'sol' }, town.south.id)).toEqual(['Sol South']);
    });

    it('follows every change that is sent', async () => {
      const ana = await send('Ana Reyes', { reasons: 'Gardens.' });
      const changed = { ...ana, answers: { ...ana.answers, reasons: 'Libraries.' } };
      await saveCandidacies(product.deps, changed);
      expect(await found({ q: 'gardens' })).toEqual([]);
      expect(await found({ q: 'libraries' })).toEqual(['Ana Reyes']);
    });

    it('is filled anew for what is not in it', async () => {
      const { id } = await send('Ana Reyes');
      await forgetSearchDocuments(product.db, [id]);
      expect(await found({ q: 'reyes' })).toEqual([]);
      expect(await indexMissing(product.db)).toBe(1);
      expect(await found({ q: 'reyes' })).toEqual(['Ana Reyes']);
      expect(await indexMissing(product.db)).toBe(0);
    });
  });

  describe('the filters of a list', () => {
    it('know the choice, the way in, the days, the ZIP code and other collaboratives', async () => {
      await send('Ana Reyes', { zip: '90059' }, [town.south.id, town.central.id]);
      await send('Bo Chen', {}, [town.central.id], { enteredBy: 'staff', submittedAt: '2026-11-15T07:30:00.000Z' });
      const cy = await send('Cy Diaz', { zip: '90001' }, [town.central.id], { submittedAt: '2026-12-05T08:00:00.000Z' });
      await product.db('application_files').insert({
        id: 'file-1',
        application_id: cy.id,
        question_key: 'paper',
        name: 'paper.pdf',
        kind: 'pdf',
        bytes: 10,
        sha256: 'a'.repeat(64),
        added_at: '2026-11-12T20:00:00.000Z',
      });
      await saveCandidacies(product.deps, { ...cy, answers: { ...cy.answers, paper: ['file-1'] } });
      const wanted: [Record<string, string>, string[]][] = [
        [{ preference: '2' }, ['Ana Reyes']],
        [{ came: 'staff' }, ['Bo Chen']],
        [{ came: 'web' }, ['Ana Reyes', 'Cy Diaz']],
        [{ zip: '90059' }, ['Ana Reyes']],
        [{ others: '1' }, ['Ana Reyes']],
        [{ from: '2026-11-14', to: '2026-11-14' }, ['Bo Chen']],
        [{ from: '2026-11-15' }, ['Cy Diaz']],
        [{ to: '2026-11-13' }, ['Ana Reyes']],
        [{ files: '1' }, ['Cy Diaz']],
        [{ late: '1' }, ['Cy Diaz']],
      ];
      for (const [query, names] of wanted) expect([query, await found(query)]).toEqual([query, names]);
    });

    it('count reviews as they are given, finished and recused from', async () => {
      const ana = await send('Ana Reyes');
      await send('Bo Chen');
      const candidacy = await product.db('candidacies').where({ application_id: ana.id }).first('id');
      const reviewer = await insertPerson(product.deps, { name: 'Rae' });
      const review = { candidacyId: candidacy?.id ?? '', reviewerId: reviewer.id };
      await product.db('reviews').insert({ id: 'r-1', candidacy_id: review.candidacyId, reviewer_id: reviewer.id, status: 'assigned', assigned_at: '2026-11-20T20:00:00.000Z' });
      const counts = async () => (await product.db('candidacies').where({ id: review.candidacyId }).first('reviews_assigned', 'reviews_complete')) as unknown;
      expect(await counts()).toEqual({ reviews_assigned: 1, reviews_complete: 0 });
      await product.db('reviews').update({ status: 'complete' });
      expect(await counts()).toEqual({ reviews_assigned: 1, reviews_complete: 1 });
      expect(await found({ sort: 'coverage' })).toEqual(['Bo Chen', 'Ana Reyes']);
      expect(await found({ coverage: 'none' })).toEqual(['Bo Chen']);
      await product.db('reviews').update({ status: 'recused' });
      expect(await counts()).toEqual({ reviews_assigned: 0, reviews_complete: 0 });
      await product.db('reviews').update({ status: 'assigned' });
      await product.db('reviews').delete();
      expect(await counts()).toEqual({ reviews_assigned: 0, reviews_complete: 0 });
    });
  });
});
