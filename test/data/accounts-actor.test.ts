import { loadActor } from '../../src/features/accounts';
import { closeAccountAt, ensureAccount } from '../../src/features/accounts/account.queries';
import { insertRole } from '../../src/features/accounts/role.queries';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { testProduct, type TestProduct } from '../support/app';
import { aPerson } from '../support/builders/person';

const today = '2026-11-21';

onEachEngine((engine) => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(() => emptyTables(product.db));
  afterAll(() => product.close());

  async function seated(personId: string, seat: string, status: 'pending' | 'active' | 'ended', office?: { ends_on: string | null }): Promise<void> {
    const { db } = product;
    await db('seats').insert({
      id: seat, collaborative_id: 'c1', code: seat, constituency: 'families', is_voting: true, takes_applications: true, term_years: 2, starts_on: '2020-01-01',
    });
    await db('memberships').insert({ id: `m-${seat}`, seat_id: seat, person_id: personId, status, term_starts_on: '2026-01-01', term_ends_on: '2027-12-31' });
    if (office === undefined) return;
    await db('offices').insert({ id: `o-${seat}`, collaborative_id: 'c1', membership_id: `m-${seat}`, office: 'chair', starts_on: '2026-01-01', ...office });
  }

  async function aCollaborative(): Promise<void> {
    await product.db('collaboratives').insert({
      id: 'c1', slug: 'central', code: 'C', name: '{"en":"Central"}', area: '{"en":""}', purpose: '{"en":""}', duties: '{"en":""}',
      contact_email: 'c@example.org', contact_phone: '', office_address: '', usual_meeting: '{"en":""}', starts_on: '2020-01-01',
    });
  }

  it('finds nobody where there is nobody', async () => {
    expect(await loadActor(product.db, 'nobody', today)).toBeNull();
  });

  it('calls people as they wish', async () => {
    const { id } = await aPerson(product.deps, { name: 'Guadalupe Reyes', preferredName: 'Lupe', locale: 'es' });
    expect(await loadActor(product.db, id, today, ['a1'])).toEqual({
      id, name: 'Lupe', email: 'ana@example.org', locale: 'es', grants: [], seats: [], offices: [], openedApplicationIds: ['a1'],
    });
  });

  it('grants the roles of the day, first and last day included', async () => {
    await aCollaborative();
    const { id } = await aPerson(product.deps);
    await insertRole(product.deps, { personId: id, role: 'staff', collaborativeId: 'c1', startsOn: '2026-11-21' });
    await insertRole(product.deps, { personId: id, role: 'approver', collaborativeId: 'c1', startsOn: '2026-11-22' });
    await insertRole(product.deps, { personId: id, role: 'reviewer', collaborativeId: 'c1', cycleId: 'y1', startsOn: '2026-01-01', endsOn: '2026-11-21' });
    await insertRole(product.deps, { personId: id, role: 'administrator', startsOn: '2026-01-01', endsOn: '2026-11-20' });
    const actor = await loadActor(product.db, id, today);
    expect(actor?.grants).toEqual([
      { role: 'reviewer', collaborativeId: 'c1', cycleId: 'y1' },
      { role: 'staff', collaborativeId: 'c1', cycleId: null },
    ]);
  });

  it('grants a deputy what the approver holds, on the first and the last day and in between, after their own roles', async () => {
    await aCollaborative();
    const { id } = await aPerson(product.deps);
    const approver = await aPerson(product.deps, { email: 'alma@example.org' });
    await insertRole(product.deps, { personId: approver.id, role: 'approver', collaborativeId: 'c1', startsOn: '2026-01-01', endsOn: '2026-12-02' });
    await insertRole(product.deps, { personId: id, role: 'staff', collaborativeId: 'c1', startsOn: '2026-01-02' });
    await product.db('deputies').insert({
      id: 'd1', collaborative_id: 'c1', approver_id: approver.id, deputy_id: id, starts_on: '2026-01-01', ends_on: '2026-12-31', named_at: '2026-01-01T00:00:00.000Z',
    });
    const grantsOn = async (day: string) => (await loadActor(product.db, id, day))?.grants;
    const staff = { role: 'staff', collaborativeId: 'c1', cycleId: null };
    const both = [staff, { role: 'approver', collaborativeId: 'c1', cycleId: null, deputyFor: approver.id }];
    expect(await grantsOn('2025-12-31')).toEqual([]);
    expect(await grantsOn('2026-01-01')).toEqual(both.slice(1));
    expect(await grantsOn('2026-12-02')).toEqual(both);
    expect(await grantsOn('2026-12-03')).toEqual([staff]);
    await product.db('roles').where({ person_id: approver.id }).update({ ends_on: null });
    expect([await grantsOn('2026-12-31'), await grantsOn('2027-01-01')]).toEqual([both, [staff]]);
    await product.db('deputies').update({ ended_at: '2026-06-01T00:00:00.000Z' });
    expect(await grantsOn('2026-12-02')).toEqual([staff]);
    expect(await countQueries(product.db, () => loadActor(product.db, id, today))).toBe(2);
  });

  it('knows seats that are not over, and the offices held on them today', async () => {
    await aCollaborative();
    const { id } = await aPerson(product.deps);
    await seated(id, 's1', 'active', { ends_on: null });
    await seated(id, 's2', 'pending');
    await seated(id, 's3', 'ended', { ends_on: '2026-06-30' });
    const actor = await loadActor(product.db, id, today);
    expect(actor?.seats).toEqual([
      { membershipId: 'm-s1', collaborativeId: 'c1', status: 'active' },
      { membershipId: 'm-s2', collaborativeId: 'c1', status: 'pending' },
    ]);
    expect(actor?.offices).toEqual([{ office: 'chair', collaborativeId: 'c1' }]);
  });

  it('forgets the office on the day after its last', async () => {
    await aCollaborative();
    const { id } = await aPerson(product.deps);
    await seated(id, 's1', 'active', { ends_on: '2026-11-20' });
    expect((await loadActor(product.db, id, today))?.offices).toEqual([]);
  });

  it('knows nobody whose account is closed', async () => {
    const { id } = await aPerson(product.deps);
    const account = await ensureAccount(product.deps, id);
    await closeAccountAt(product.db, account.id, '2026-11-21T20:00:00.000Z');
    expect(await loadActor(product.db, id, today)).toBeNull();
  });

  it('asks the database twice, however much there is to know', async () => {
    await aCollaborative();
    const { id } = await aPerson(product.deps);
    expect(await countQueries(product.db, () => loadActor(product.db, id, today))).toBe(2);
    await seated(id, 's1', 'active', { ends_on: null });
    for (const role of ['staff', 'approver'] as const) await insertRole(product.deps, { personId: id, role, collaborativeId: 'c1' });
    expect(await countQueries(product.db, () => loadActor(product.db, id, today))).toBe(2);
  });
});
