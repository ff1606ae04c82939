import { insertRole } from '../../src/features/accounts/role.queries';
import { loadSessionActor, type Person } from '../../src/features/accounts';
import { mergePeople } from '../../src/features/people/merge.actions';
import { listBodyPeople } from '../../src/features/people/body-people.queries';
import { listApart, tellPairApart } from '../../src/features/people/twin.queries';
import type { Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone } from '../support/builders/seat';
import { emptyTables, onEachEngine } from '../support/database';
import { race } from '../support/race';

onEachEngine((engine) => {
  let product: TestProduct;
  let admin: Actor & { readonly id: string };
  let kept: Person;
  let gone: Person;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    admin = await anAdministrator('Ada Admin');
    kept = await someone(product.deps, 'Ana Reyes');
    product.clock.moveBy(1000);
    gone = await someone(product.deps, 'Ana Reyes', { email: 'other@example.org', phone: '213 555 0100' });
  });

  async function anAdministrator(name: string): Promise<Actor & { readonly id: string }> {
    const person = await someone(product.deps, name);
    await insertRole(product.deps, { personId: person.id, role: 'administrator' });
    return (await loadSessionActor(product.deps, person.id, product.clock.now(), [])) as Actor & { readonly id: string };
  }
  const merging = () => ({ keptId: kept.id, goneId: gone.id, choices: {}, versions: { kept: kept.version, gone: gone.version } });

  it('gives all that the one has to the other, ends its roles and account, keeps both histories and tells the person', async () => {
    const central = await aCollaborative(product.deps);
    const held = await aMembership(product.deps, (await aSeat(product.deps, central.id)).id, gone.id);
    await insertRole(product.deps, { personId: gone.id, role: 'staff', collaborativeId: central.id });
    await mergePeople(product.deps, admin, merging());
    expect(await product.db('memberships').where({ id: held.id }).pluck('person_id')).toEqual([kept.id]);
    expect(await product.db('people').where({ id: kept.id }).select('email', 'phone')).toEqual([{ email: 'ana.reyes@example.org', phone: '213 555 0100' }]);
    expect(await product.db('people').where({ id: gone.id }).select('email', 'phone')).toEqual([{ email: null, phone: '' }]);
    expect(await product.db('roles').where({ person_id: gone.id }).pluck('ends_on')).toEqual(['2026-11-21']);
    expect(await product.db('roles').where({ person_id: kept.id }).pluck('role')).toEqual([]);
    const events = await product.db('events').where({ action: 'people.merged' }).pluck<string[]>('subject_id');
    expect(events.sort()).toEqual([kept.id, gone.id].sort());
    expect(await product.db('outbox').where({ kind: 'people.merged' }).pluck('to_address')).toEqual(['ana.reyes@example.org']);
  });

  it('is refused where both sit in one collaborative, in one’s own record, and for who may not', async () => {
    const central = await aCollaborative(product.deps);
    for (const [code, person] of [
      ['F-1', kept],
      ['F-2', gone],
    ] as const)
      await aMembership(product.deps, (await aSeat(product.deps, central.id, { code })).id, person.id);
    await expect(mergePeople(product.deps, admin, merging())).rejects.toMatchObject({ key: 'people.blocks.sameSeatDays' });
    const own = { ...merging(), goneId: admin.id };
    await expect(mergePeople(product.deps, admin, own)).rejects.toMatchObject({ status: 403, key: 'people.blocks.oneself' });
    const bo = await loadSessionActor(product.deps, (await someone(product.deps, 'Bo Lee')).id, product.clock.now(), []);
    await expect(mergePeople(product.deps, bo!, merging())).rejects.toMatchObject({ status: 404 });
    expect(await product.db('people').where({ id: gone.id }).pluck('email')).toEqual(['other@example.org']);
  });

  it('happens once, in one direction, when two administrators press at the same time', async () => {
    const other = await anAdministrator('Eve Admin');
    const there = merging();
    const back = { ...there, keptId: gone.id, goneId: kept.id, versions: { kept: gone.version, gone: kept.version } };
    const both = await race([() => mergePeople(product.deps, admin, there), () => mergePeople(product.deps, other, back)]);
    expect(both.won).toBe(1);
    const left = await product.db('people').whereIn('id', [kept.id, gone.id]).whereNotNull('email').pluck('email');
    expect(left.length).toBe(1);
  });

  it('tells the staff of a collaborative of its people by their dates: who sits, waits, sat, and has a role', async () => {
    const central = await aCollaborative(product.deps);
    const seat = async (code: string) => (await aSeat(product.deps, central.id, { code })).id;
    const sits = await aMembership(product.deps, await seat('F-1'), kept.id, { termEndsOn: '2026-11-20' });
    await aMembership(product.deps, await seat('F-2'), gone.id, { status: 'active', endedOn: '2026-11-20', endReason: 'resigned' });
    const bo = await someone(product.deps, 'Bo Lee');
    await aMembership(product.deps, await seat('F-3'), bo.id, { status: 'pending', startedOn: null, termStartsOn: '2027-01-01' });
    await product.db('offices').insert({ id: 'o', collaborative_id: central.id, membership_id: sits.id, office: 'chair', starts_on: '2026-01-01', ends_on: null });
    const past = await someone(product.deps, 'Pat Past');
    await insertRole(product.deps, { personId: past.id, role: 'reviewer', collaborativeId: central.id, startsOn: '2025-01-01', endsOn: '2026-11-20' });
    await insertRole(product.deps, { personId: admin.id, role: 'approver', collaborativeId: central.id });
    await product.db('deputies').insert({ id: 'd', collaborative_id: central.id, approver_id: admin.id, deputy_id: bo.id, starts_on: '2026-11-21', ends_on: '2026-11-21', named_by: admin.id, named_at: product.clock.now(), ended_at: null, ended_by: null });
    const list = async (group: 'all' | 'sitting' | 'coming' | 'past' | 'roles') =>
      (await listBodyPeople(product.db, { collaborativeId: central.id, today: '2026-11-21', search: '', group, after: undefined })).rows;
    const all = await list('all');
    expect(all.map(({ name, seats, roles }) => [name, ...seats.map((one) => `${one.code} ${one.standing} ${one.offices.join()}`), ...roles.map((one) => `${one.role}${one.isDeputy ? ' for another' : ''}`)])).toEqual([
      ['Ada Admin', 'approver'],
      ['Ana Reyes', 'F-1 holdover chair'],
      ['Ana Reyes', 'F-2 ended '],
      ['Bo Lee', 'F-3 pending ', 'approver for another'],
      ['Pat Past', 'reviewer'],
    ]);
    const ids = async (group: Parameters<typeof list>[0]) => (await list(group)).map(({ id }) => id);
    expect([await ids('sitting'), await ids('coming'), await ids('past'), await ids('roles')]).toEqual([[kept.id], [bo.id], [gone.id], [admin.id, bo.id]]);
  });

  it('keeps what was said of the record that goes: who was told apart from it is told apart from the kept one', async () => {
    const bo = await someone(product.deps, 'Bo Lee');
    const by = { id: admin.id, at: product.clock.now() };
    expect([await tellPairApart(product.db, [gone.id, bo.id], by), await tellPairApart(product.db, [bo.id, gone.id], by)]).toEqual([true, false]);
    await tellPairApart(product.db, [gone.id, kept.id], by);
    await mergePeople(product.deps, admin, merging());
    expect([...(await listApart(product.db))]).toEqual([[bo.id, kept.id].sort().join(' ')]);
  });
});
