import { isStaffOf, visitor, type Actor } from '../../src/lib/actor';
import { applicationPolicy, getApplicationByReference, indexApplications, listCandidaciesFor } from '../../src/features/applications';
import { countFiled, listFiled, listSchoolsFiled, look } from '../../src/features/desk/list.queries';
import { sorts, type DeskFilter } from '../../src/features/desk/filter';
import { aSentApplication, aTown, someAnswers, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { countQueries, emptyTables, onEachEngine } from '../support/database';

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

  const filter = (given: Partial<DeskFilter> = {}): DeskFilter => ({
    cycleId: town.cycle.id,
    collaborativeId: town.central.id,
    constituency: '',
    language: '',
    schoolId: '',
    zip: '',
    preference: '',
    cameIn: '',
    from: '',
    until: '',
    hasFiles: false,
    namesOthers: false,
    isLate: false,
    closedAt: '2026-12-05T08:00:00.000Z',
    labelId: '',
    status: '',
    search: '',
    coverage: '',
    minimumReviews: 3,
    sort: 'newest',
    after: undefined,
    ...given,
  });

  const staffOf = (collaborativeId: string): Actor => ({ ...visitor('en'), id: 'staff', grants: [{ role: 'staff', collaborativeId, cycleId: null }] });
  const administrator: Actor = { ...visitor('en'), id: 'admin', grants: [{ role: 'administrator', collaborativeId: null, cycleId: null }] };

  const send = (name: string, given: Record<string, string | string[]> = {}, submittedAt = '2026-11-12T20:00:00.000Z', ids = [town.central.id]) =>
    aSentApplication(product.deps, town.cycle, someAnswers(ids, { name, ...given }), { submittedAt });

  const listed = async (actor: Actor, wanted: DeskFilter) => listFiled(product.db, actor, wanted, await look(product.db, wanted));

  const names = async (actor: Actor, given: Partial<DeskFilter> = {}): Promise<string[]> =>
    (await listed(actor, filter(given))).rows.map(({ name }) => name);

  describe('the list of a desk', () => {
    it('holds for each person exactly what the policy lets them see', async () => {
      await send('Ana Reyes', {}, undefined, [town.central.id, town.south.id]);
      await send('Bo Chen', {}, undefined, [town.south.id]);
      const people: Actor[] = [
        visitor('en'),
        { ...visitor('en'), id: 'nobody' },
        { ...visitor('en'), id: 'member', seats: [{ membershipId: 'm', collaborativeId: town.central.id, status: 'active' }] },
        { ...visitor('en'), id: 'approver', grants: [{ role: 'approver', collaborativeId: town.central.id, cycleId: null }] },
        { ...visitor('en'), id: 'reviewer', grants: [{ role: 'reviewer', collaborativeId: town.central.id, cycleId: town.cycle.id }] },
        staffOf(town.central.id),
        staffOf(town.south.id),
        administrator,
      ];
      for (const actor of people)
        for (const collaborative of [town.central, town.south]) {
          const all = await listCandidaciesFor(product.db, town.cycle.id, collaborative.id);
          const allowed = applicationPolicy.list(actor, collaborative.id).allowed ? all.map(({ name }) => name) : [];
          expect([actor.id, (await names(actor, { collaborativeId: collaborative.id, sort: 'name' })).sort()]).toEqual([actor.id, allowed.sort()]);
        }
      expect(isStaffOf(staffOf(town.central.id), town.south.id)).toBe(false);
    });

    it('shows administrators every application once, by its first choice', async () => {
      await send('Ana Reyes', {}, undefined, [town.central.id, town.south.id]);
      await send('Bo Chen', {}, undefined, [town.south.id]);
      expect((await names(administrator, { collaborativeId: null, sort: 'name' })).sort()).toEqual(['Ana Reyes', 'Bo Chen']);
      expect(await names(staffOf(town.central.id), { collaborativeId: null })).toEqual(['Ana Reyes']);
    });

    it('leaves out what was merged into another', async () => {
      const sent = await send('Ana Reyes');
      await product.db('candidacies').where({ application_id: sent.id }).update({ is_listed: false });
      expect(await names(administrator)).toEqual([]);
    });

    it('is found by part of a name without accents, and by the beginning of a reference', async () => {
      await send('María-José Peña', { email: 'mj@example.org' });
      await product.db('applications').update({ reference: 'ABCD-2345' });
      await indexApplications(product.db, [await getApplicationByReference(product.db, 'ABCD-2345')]);
      await send('Bo Chen');
      const staff = staffOf(town.central.id);
      expect(await names(staff, { search: 'pena' })).toEqual(['María-José Peña']);
      expect(await names(staff, { search: 'JOSÉ' })).toEqual(['María-José Peña']);
      expect(await names(staff, { search: 'abcd' })).toEqual(['María-José Peña']);
      expect(await names(staff, { search: '%' })).toEqual([]);
    });

    it('is narrowed by constituency, language, school, state and coverage, and counted the same', async () => {
      await send('Ana Reyes', { language: 'es' });
      await send('Bo Chen', { constituency: 'community', school: '', school_id: '' });
      const staff = staffOf(town.central.id);
      const wanted: [Partial<DeskFilter>, string[]][] = [
        [{ constituency: 'community' }, ['Bo Chen']],
        [{ language: 'es' }, ['Ana Reyes']],
        [{ schoolId: '19647330000001' }, ['Ana Reyes']],
        [{ status: 'in_review', sort: 'name' }, ['Ana Reyes', 'Bo Chen']],
        [{ status: 'offered' }, []],
        [{ coverage: 'none', sort: 'name' }, ['Ana Reyes', 'Bo Chen']],
        [{ coverage: 'enough' }, []],
        [{ coverage: 'enough', minimumReviews: 0, sort: 'name' }, ['Ana Reyes', 'Bo Chen']],
      ];
      for (const [given, found] of wanted) {
        expect(await names(staff, given)).toEqual(found);
        expect(await countFiled(product.db, staff, filter(given))).toEqual({ count: found.length, isMore: false });
      }
      expect(await listSchoolsFiled(product.db, staff, filter())).toEqual([{ id: '19647330000001', name: 'Castelar Street Elementary' }]);
    });

    it.each(sorts)('gives every row once over its pages, %s', async (sort) => {
      for (let index = 0; index < 103; index += 1) await send(`Person ${String(index % 40).padStart(3, '0')}`, {}, `2026-11-${10 + (index % 9)}T20:00:00.000Z`);
      const seen: string[] = [];
      let after: string | undefined;
      const sizes: number[] = [];
      do {
        const page = await listFiled(product.db, administrator, filter({ sort, after }));
        seen.push(...page.rows.map(({ candidacyId }) => candidacyId));
        sizes.push(page.rows.length);
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect([sizes, new Set(seen).size]).toEqual([[50, 50, 3], 103]);
    });

    it('takes one query, however many rows', async () => {
      const count = () => countQueries(product.db, () => listFiled(product.db, administrator, filter()));
      await send('Ana Reyes');
      expect(await count()).toBe(1);
      await send('Bo Chen');
      await send('Cy Diaz');
      expect(await count()).toBe(1);
    });
  });
});
