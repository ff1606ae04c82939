import { createPendingMembership, endMemberships, getMembership, listMembers, listSeats, listVotingMembers } from '../../src/features/membership';
import type { Seat } from '../../src/features/membership';
import { activateMembership, endMembership } from '../../src/features/membership/membership.actions';
import { giveOffice } from '../../src/features/membership/office.actions';
import { listLives } from '../../src/features/roster/life.queries';
import { changesBetween } from '../../src/features/roster/roster';
import type { Collaborative } from '../../src/features/collaboratives';
import type { Person } from '../../src/features/accounts';
import { loadSessionActor } from '../../src/features/accounts';
import type { Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { countQueries, emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let central: Collaborative;
  let seat: Seat;
  let ana: Person;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    central = await aCollaborative(product.deps);
    seat = await aSeat(product.deps, central.id);
    ana = await someone(product.deps, 'Ana Reyes');
  });

  const kinds = () => product.db('outbox').orderBy(['kind', 'to_address']).select<{ kind: string; to_address: string }[]>('kind', 'to_address');
  const actorOf = async (person: Person): Promise<Actor> => {
    const actor = await loadSessionActor(product.deps, person.id, product.clock.now(), []);
    if (actor === null) throw new Error('no actor');
    return actor;
  };

  describe('terms of one seat', () => {
    it('are refused by the database when they share a day, on insert and on update', async () => {
      await aMembership(product.deps, seat.id, ana.id);
      const bo = await someone(product.deps, 'Bo Lee');
      const next = { status: 'pending', startedOn: null, termEndsOn: '2029-06-30' } as const;
      await expect(aMembership(product.deps, seat.id, bo.id, { ...next, termStartsOn: '2027-06-30' })).rejects.toMatchObject({
        status: 409,
        key: 'membership.errors.termsOverlap',
      });
      const following = await aMembership(product.deps, seat.id, bo.id, { ...next, termStartsOn: '2027-07-01' });
      await expect(
        product.db('memberships').where({ id: following.id }).update({ term_starts_on: '2027-06-30' }),
      ).rejects.toThrow(/terms_never_overlap/);
    });

    it('may follow one that ended early or was never taken up', async () => {
      await aMembership(product.deps, seat.id, ana.id, { status: 'ended', endedOn: '2026-03-10', endReason: 'resigned' });
      const given = { status: 'ended', startedOn: null, endedOn: '2026-04-01', endReason: 'abandoned', termStartsOn: '2026-03-11' } as const;
      await aMembership(product.deps, seat.id, ana.id, given);
      const wanted = { seatId: seat.id, personId: ana.id, candidacyId: null, termStartsOn: '2026-03-11', termEndsOn: '2027-06-30' };
      const pending = await createPendingMembership(product.deps, 'system', wanted);
      expect([pending.status, pending.isStub]).toEqual(['pending', true]);
    });

    it('are refused by the action with words for the reader', async () => {
      await aMembership(product.deps, seat.id, ana.id);
      const wanted = { seatId: seat.id, personId: ana.id, candidacyId: null, termStartsOn: '2027-06-30', termEndsOn: '2029-06-30' };
      await expect(createPendingMembership(product.deps, 'system', wanted)).rejects.toMatchObject({ key: 'membership.errors.termsOverlap' });
    });
  });

  describe('the roster', () => {
    it('is true on every date, with the office of that day and the reasons of its changes', async () => {
      const left = { status: 'ended', startedOn: '2023-07-01', termStartsOn: '2023-07-01', termEndsOn: '2025-06-30' } as const;
      const bo = await someone(product.deps, 'Bo Lee');
      const before = await aMembership(product.deps, seat.id, bo.id, { ...left, endedOn: '2025-06-30', endReason: 'term_completed' });
      const now = await aMembership(product.deps, seat.id, ana.id);
      const office = { collaborativeId: central.id, office: 'chair', membershipId: now.id, startsOn: '2025-09-01', endsOn: null } as const;
      const staff = await staffOf(product.deps, central.id);
      await giveOffice(product.deps, await actorOf(staff), office);

      const names = async (date: string) => (await listMembers(product.db, central.id, date)).map(({ name, office: held }) => [name, held]);
      expect(await names('2023-06-30')).toEqual([]);
      expect(await names('2025-06-30')).toEqual([['Bo Lee', null]]);
      expect(await names('2025-07-01')).toEqual([['Ana Reyes', null]]);
      expect(await names('2025-09-01')).toEqual([['Ana Reyes', 'chair']]);
      expect(before.endReason).toBe('term_completed');
      const lives = await listLives(product.db, { collaborativeId: central.id });
      expect(changesBetween(lives, { from: null, until: '2025-07-01' }, true)).toEqual([
        { on: '2025-07-01', kind: 'joined', name: 'Ana Reyes', seatCode: 'FAM-1', office: null, reason: null },
        { on: '2025-06-30', kind: 'left', name: 'Bo Lee', seatCode: 'FAM-1', office: null, reason: 'term_completed' },
        { on: '2023-07-01', kind: 'joined', name: 'Bo Lee', seatCode: 'FAM-1', office: null, reason: null },
      ]);
    });

    it('shows only its own collaborative, in one query for one member or three', async () => {
      const east = await aCollaborative(product.deps, 'east');
      await aMembership(product.deps, (await aSeat(product.deps, east.id)).id, (await someone(product.deps, 'Eve East')).id);
      await aMembership(product.deps, seat.id, ana.id);
      const one = await countQueries(product.db, () => listMembers(product.db, central.id, '2026-11-21'));
      for (const code of ['FAM-2', 'FAM-3']) {
        const person = await someone(product.deps, `Member ${code}`);
        await aMembership(product.deps, (await aSeat(product.deps, central.id, { code })).id, person.id);
      }
      expect((await listMembers(product.db, central.id, '2026-11-21')).map(({ seatCode }) => seatCode)).toEqual(['FAM-1', 'FAM-2', 'FAM-3']);
      expect([one, await countQueries(product.db, () => listMembers(product.db, central.id, '2026-11-21'))]).toEqual([1, 1]);
    });

    it('counts votes by the rule of the collaborative', async () => {
      await aMembership(product.deps, seat.id, ana.id, { status: 'holdover', termEndsOn: '2026-06-30' });
      expect((await listVotingMembers(product.db, central.id, '2026-11-21', true)).length).toBe(1);
      expect((await listVotingMembers(product.db, central.id, '2026-11-21', false)).length).toBe(0);
    });
  });

  it('knows how every seat stands in three queries', async () => {
    await aMembership(product.deps, seat.id, ana.id);
    await aSeat(product.deps, central.id, { code: 'COM-1', constituency: 'community' });
    const held = await aSeat(product.deps, central.id, { code: 'COM-2', constituency: 'community' });
    const pending = { status: 'pending', startedOn: null, termStartsOn: '2027-01-01' } as const;
    await aMembership(product.deps, held.id, ana.id, pending);
    const stands = async (today: string) => (await listSeats(product.db, central.id, today)).map(({ code, status }) => [code, status]);
    expect(await stands('2026-11-21')).toEqual([
      ['COM-1', 'vacant'],
      ['COM-2', 'held'],
      ['FAM-1', 'filled'],
    ]);
    expect((await stands('2027-06-01')).at(-1)).toEqual(['FAM-1', 'ending']);
    expect(await countQueries(product.db, () => listSeats(product.db, null, '2026-11-21'))).toBe(3);
  });

  describe('by date', () => {
    it('a term that is over goes on as holdover, once, and the member and the staff are told', async () => {
      await staffOf(product.deps, central.id);
      const membership = await aMembership(product.deps, seat.id, ana.id, { termEndsOn: '2026-11-21' });
      await endMemberships(product.deps);
      expect((await getMembership(product.db, membership.id)).status).toBe('active');
      product.clock.moveTo('2026-11-22T20:00:00.000Z');
      await endMemberships(product.deps);
      await endMemberships(product.deps);
      expect((await getMembership(product.db, membership.id)).status).toBe('holdover');
      expect(await kinds()).toEqual([
        { kind: 'membership.held_over', to_address: 'ana.reyes@example.org' },
        { kind: 'membership.held_over', to_address: 'sam.staff@example.org' },
      ]);
    });

    it('gives way when a successor begins, the day before', async () => {
      const old = await aMembership(product.deps, seat.id, ana.id, { status: 'holdover', termEndsOn: '2026-06-30' });
      const bo = await someone(product.deps, 'Bo Lee');
      const pending = { status: 'pending', startedOn: null, termStartsOn: '2026-07-01', termEndsOn: '2028-06-30' } as const;
      const next = await aMembership(product.deps, seat.id, bo.id, pending);
      await activateMembership(product.deps, 'system', next);
      expect(await getMembership(product.db, old.id)).toMatchObject({ status: 'ended', endedOn: '2026-11-20', endReason: 'term_completed' });
      expect(await getMembership(product.db, next.id)).toMatchObject({ status: 'active', startedOn: '2026-11-21' });
      expect((await listMembers(product.db, central.id, '2026-11-20')).map(({ name }) => name)).toEqual(['Ana Reyes']);
      expect((await listMembers(product.db, central.id, '2026-11-21')).map(({ name }) => name)).toEqual(['Bo Lee']);
    });

    it('takes a member and their office off the roster after the last day', async () => {
      const staff = await actorOf(await staffOf(product.deps, central.id));
      const membership = await aMembership(product.deps, seat.id, ana.id);
      await giveOffice(product.deps, staff, { collaborativeId: central.id, office: 'chair', membershipId: membership.id, startsOn: '2026-01-01', endsOn: null });
      const ending = { reason: 'resigned', lastDay: '2026-11-21', version: 1, whenEnded: () => Promise.resolve() } as const;
      await endMembership(product.deps, staff, membership.id, ending);
      expect((await getMembership(product.db, membership.id)).status).toBe('active');
      expect((await actorOf(ana)).offices).toEqual([{ office: 'chair', collaborativeId: central.id }]);
      product.clock.moveTo('2026-11-22T20:00:00.000Z');
      expect(await listMembers(product.db, central.id, '2026-11-22')).toEqual([]);
      await endMemberships(product.deps);
      expect((await getMembership(product.db, membership.id)).status).toBe('ended');
      expect((await actorOf(ana)).offices).toEqual([]);
      const ended = (await kinds()).filter(({ kind }) => kind === 'membership.ended');
      expect(ended).toHaveLength(2);
    });
  });

  it('gives an office to the next holder from a day on, and never twice for one day', async () => {
    const staff = await actorOf(await staffOf(product.deps, central.id));
    const first = await aMembership(product.deps, seat.id, ana.id);
    const second = await aMembership(product.deps, (await aSeat(product.deps, central.id, { code: 'FAM-2' })).id, (await someone(product.deps, 'Bo Lee')).id);
    const chair = { collaborativeId: central.id, office: 'chair', endsOn: null } as const;
    await giveOffice(product.deps, staff, { ...chair, membershipId: first.id, startsOn: '2026-01-01' });
    await giveOffice(product.deps, staff, { ...chair, membershipId: second.id, startsOn: '2026-09-01' });
    const chairs = async (date: string) => (await listMembers(product.db, central.id, date)).filter(({ office }) => office === 'chair').map(({ name }) => name);
    expect([await chairs('2026-08-31'), await chairs('2026-09-01')]).toEqual([['Ana Reyes'], ['Bo Lee']]);
    await expect(giveOffice(product.deps, staff, { ...chair, membershipId: first.id, startsOn: '2026-09-01' })).rejects.toMatchObject({
      key: 'membership.errors.officeTaken',
    });
    await expect(giveOffice(product.deps, staff, { ...chair, membershipId: first.id, startsOn: '2025-06-30' })).rejects.toMatchObject({
      key: 'membership.errors.notListedThen',
    });
  });
});
