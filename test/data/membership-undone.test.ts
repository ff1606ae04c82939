import { endMembership } from '../../src/features/membership/membership.actions';
import { moveToSeat, reappoint, takeBackEnding } from '../../src/features/membership/life.actions';
import { beginMemberships, createPendingMembership, endMemberships, getMembership, listMembers, type Membership, type Seat } from '../../src/features/membership';
import type { EndReason } from '../../src/features/membership/membership';
import { loadSessionActor, type Person } from '../../src/features/accounts';
import type { Collaborative } from '../../src/features/collaboratives';
import type { Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { emptyTables, onEachEngine } from '../support/database';
import { race } from '../support/race';

const whenEnded = (): Promise<void> => Promise.resolve();
const nobodyReady = (): Promise<string[]> => Promise.resolve([]);
const further = { startsOn: '2027-07-01', endsOn: '2029-06-30' };

onEachEngine((engine) => {
  let product: TestProduct;
  let central: Collaborative;
  let seat: Seat;
  let ana: Person;
  let staff: Actor;
  let held: Membership;

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
    staff = await actorOf(await staffOf(product.deps, central.id));
    held = await aMembership(product.deps, seat.id, ana.id);
  });

  async function actorOf(person: Person): Promise<Actor> {
    const actor = await loadSessionActor(product.deps, person.id, product.clock.now(), []);
    if (actor === null) throw new Error('no actor');
    return actor;
  }
  /** The worker on a day. */
  async function dawn(date: string): Promise<void> {
    product.clock.moveTo(`${date}T20:00:00.000Z`);
    await endMemberships(product.deps);
    await beginMemberships(product.deps, nobodyReady);
  }
  const seated = async (date: string) => (await listMembers(product.db, central.id, date)).map(({ seatCode }) => seatCode);
  const mailsTo = (who: string) => product.db('outbox').where('to_address', `${who}@example.org`).orderBy('kind').pluck('kind');
  const ended = async (reason: EndReason, lastDay: string): Promise<Membership> =>
    endMembership(product.deps, staff, held.id, { reason, lastDay, version: (await getMembership(product.db, held.id)).version, whenEnded });
  const takenBack = async () => takeBackEnding(product.deps, staff, held.id, (await getMembership(product.db, held.id)).version);

  it.each(['died', 'resigned', 'removed'] as const)('who %s never comes back by a further term that waited', async (reason) => {
    const next = await reappoint(product.deps, staff, held.id, further);
    await ended(reason, '2026-11-20');
    await dawn('2027-07-01');
    expect(await getMembership(product.db, next.id)).toMatchObject({ status: 'ended', startedOn: null, endReason: 'abandoned' });
    expect(await seated('2027-07-01')).toEqual([]);
  });

  describe('what an ending cut short', () => {
    const office = (id: string, given: object) => ({ id, collaborative_id: central.id, membership_id: held.id, office: 'chair' as const, starts_on: '2026-07-01', ends_on: null, ...given });
    const leave = (id: string, starts_on: string, ends_on: string | null) => ({ id, membership_id: held.id, starts_on, ends_on, reason: 'A stay', recorded_by: null, recorded_at: null });
    const offices = async () => (await product.db('offices').where({ membership_id: held.id }).orderBy('id')).map(({ id, starts_on, ends_on }) => [id, starts_on, ends_on]);
    const leaves = async () => (await product.db('membership_leaves').orderBy('id')).map(({ id, starts_on, ends_on, reason }) => [id, starts_on, ends_on, reason]);
    const cuts = async () => (await product.db('ending_cuts').pluck('id')).length;

    beforeEach(async () => {
      await product.db('offices').insert([office('now', {}), office('past', { office: 'secretary', starts_on: '2025-07-01', ends_on: '2026-06-30' }), office('to-come', { office: 'vice_chair', starts_on: '2027-01-01' })]);
      await product.db('elections').insert({ office_id: 'to-come', method: 'vote', held_on: '2026-11-01', votes: 'Ana 7', recorded_by: null, recorded_at: '2026-11-01T20:00:00.000Z' });
      await product.db('membership_leaves').insert([leave('l1', '2026-11-10', '2026-12-20'), leave('l2', '2027-01-10', null)]);
    });

    it.each(['resigned', 'transferred'] as const)('comes back when it is taken back: offices with their election, leaves with their reason (%s)', async (reason) => {
      const before = [await offices(), await leaves()];
      if (reason === 'resigned') await ended(reason, '2026-11-30');
      else await moveToSeat(product.deps, staff, held.id, { seatId: (await aSeat(product.deps, central.id, { code: 'COM-1' })).id, on: '2026-12-01', endsOn: '2027-06-30', version: 1 });
      expect(await offices()).toEqual([['now', '2026-07-01', '2026-11-30'], ['past', '2025-07-01', '2026-06-30']]);
      expect(await leaves()).toEqual([['l1', '2026-11-10', '2026-11-30', 'A stay']]);
      await takenBack();
      expect([await offices(), await leaves()]).toEqual(before);
      expect(await product.db('elections').pluck('votes')).toEqual(['Ana 7']);
      expect(await cuts()).toBe(0);
    });

    it('is what was there before the first of several endings', async () => {
      const before = [await offices(), await leaves()];
      await ended('resigned', '2026-12-31');
      await ended('removed', '2026-11-25');
      await ended('removed', '2027-01-15');
      expect(await leaves()).toEqual([['l1', '2026-11-10', '2026-12-20', 'A stay'], ['l2', '2027-01-10', '2027-01-15', 'A stay']]);
      await takenBack();
      expect([await offices(), await leaves()]).toEqual(before);
    });

    it('comes back to the day before somebody else begins in the office, and not where it was changed since', async () => {
      await ended('resigned', '2026-11-30');
      const bo = await aMembership(product.deps, (await aSeat(product.deps, central.id, { code: 'COM-1' })).id, (await someone(product.deps, 'Bo Lee')).id);
      await product.db('offices').insert(office('next', { membership_id: bo.id, starts_on: '2026-12-15' }));
      await product.db('offices').insert(office('vice', { membership_id: bo.id, office: 'vice_chair', starts_on: '2026-12-20' }));
      await product.db('membership_leaves').where({ id: 'l1' }).update({ ends_on: '2026-11-22' });
      await takenBack();
      expect(await offices()).toEqual([['now', '2026-07-01', '2026-12-14'], ['past', '2025-07-01', '2026-06-30']]);
      expect(await leaves()).toEqual([['l1', '2026-11-10', '2026-11-22', 'A stay'], ['l2', '2027-01-10', null, 'A stay']]);
    });

    it('is kept no longer than it can come back', async () => {
      await ended('resigned', '2026-11-30');
      expect(await cuts()).toBe(4);
      await dawn('2026-12-01');
      expect([(await getMembership(product.db, held.id)).status, await cuts()]).toEqual(['ended', 0]);
    });
  });

  describe('a death', () => {
    async function aLife() {
      const east = await aCollaborative(product.deps, 'east');
      const eastStaff = await staffOf(product.deps, east.id, 'Eve East');
      const seatIn = async (code: string) => (await aSeat(product.deps, east.id, { code })).id;
      const sits = await aMembership(product.deps, await seatIn('E-1'), ana.id);
      const waits = await aMembership(product.deps, await seatIn('E-2'), ana.id, { status: 'pending', startedOn: null, termStartsOn: '2026-12-01', termEndsOn: '2028-11-30' });
      await product.db('offices').insert({ id: 'o', collaborative_id: east.id, membership_id: sits.id, office: 'chair', starts_on: '2026-07-01', ends_on: null });
      return { sits, waits, eastStaff };
    }
    const states = async (ids: readonly string[]) => (await Promise.all(ids.map((id) => getMembership(product.db, id)))).map(({ status, endedOn, endReason }) => [status, endedOn, endReason]);

    it('ends every seat and office of the person, in other collaboratives too, and tells the staff of each', async () => {
      const { sits, waits } = await aLife();
      const abandoned: string[] = [];
      const asked: string[] = [];
      await endMembership(product.deps, staff, held.id, {
        reason: 'died',
        lastDay: '2026-11-20',
        version: 1,
        whenEnded: (_tx, _actor, { id }) => Promise.resolve(void abandoned.push(id)),
        whenDied: (_tx, _actor, id) => Promise.resolve(void asked.push(id)),
      });
      expect(await states([held.id, sits.id, waits.id])).toEqual([['ended', '2026-11-20', 'died'], ['ended', '2026-11-20', 'died'], ['ended', '2026-11-20', 'died']]);
      expect([await product.db('offices').pluck('ends_on'), abandoned, asked]).toEqual([['2026-11-20'], [waits.id], [ana.id]]);
      expect([await mailsTo('ana.reyes'), (await mailsTo('eve.east')).length, (await mailsTo('sam.staff')).length]).toEqual([[], 2, 1]);
      expect(await product.db('mail_stops').pluck('person_id')).toEqual([ana.id]);
    });

    it('leaves who had left by then as they left', async () => {
      const { sits } = await aLife();
      await product.db('memberships').where({ id: sits.id }).update({ ended_on: '2026-11-19', end_reason: 'resigned' });
      await ended('died', '2026-11-20');
      expect(await states([sits.id])).toEqual([['active', '2026-11-19', 'resigned']]);
    });

    it('put down by mistake is taken back everywhere, with the offices', async () => {
      const { sits, waits } = await aLife();
      await ended('died', '2026-11-21');
      expect(await states([held.id, sits.id])).toEqual([['active', '2026-11-21', 'died'], ['active', '2026-11-21', 'died']]);
      await takenBack();
      expect(await states([held.id, sits.id])).toEqual([['active', null, null], ['active', null, null]]);
      expect(await states([waits.id])).toEqual([['ended', '2026-11-21', 'abandoned']]);
      expect([await product.db('offices').pluck('ends_on'), await product.db('mail_stops').pluck('person_id')]).toEqual([[null], []]);
    });

    it('lets no seat begin that was accepted since, though all is ready for it', async () => {
      await ended('died', '2026-11-20');
      const east = await aSeat(product.deps, (await aCollaborative(product.deps, 'east')).id);
      const { id } = await aMembership(product.deps, east.id, ana.id, { status: 'pending', startedOn: null, termStartsOn: '2026-12-01', termEndsOn: '2028-11-30' });
      product.clock.moveTo('2026-12-01T20:00:00.000Z');
      await beginMemberships(product.deps, () => Promise.resolve([id]));
      expect((await getMembership(product.db, id)).status).toBe('pending');
      await product.db('memberships').where({ id: held.id }).update({ end_reason: 'removed' });
      await beginMemberships(product.deps, () => Promise.resolve([id]));
      expect((await getMembership(product.db, id)).status).toBe('active');
    });
  });

  it('whose term is completed goes on into the further one', async () => {
    await reappoint(product.deps, staff, held.id, further);
    await ended('term_completed', '2027-06-30');
    await dawn('2027-07-01');
    expect([await seated('2027-06-30'), await seated('2027-07-01')]).toEqual([['FAM-1'], ['FAM-1']]);
  });

  it('who moves leaves a further term in the old seat behind', async () => {
    const next = await reappoint(product.deps, staff, held.id, further);
    const other = await aSeat(product.deps, central.id, { code: 'COM-1' });
    await moveToSeat(product.deps, staff, held.id, { seatId: other.id, on: '2026-12-01', endsOn: '2028-06-30', version: 1 });
    await dawn('2026-12-01');
    await dawn('2027-07-01');
    expect([(await getMembership(product.db, next.id)).status, await seated('2027-07-01')]).toEqual(['ended', ['COM-1']]);
  });

  it('a move taken back leaves the member in the old seat alone, and the other one free', async () => {
    const other = await aSeat(product.deps, central.id, { code: 'COM-1' });
    await moveToSeat(product.deps, staff, held.id, { seatId: other.id, on: '2026-12-01', endsOn: '2027-06-30', version: 1 });
    await takenBack();
    await dawn('2026-12-01');
    expect(await seated('2026-12-01')).toEqual(['FAM-1']);
    const bo = await someone(product.deps, 'Bo Lee');
    const wanted = { seatId: other.id, personId: bo.id, candidacyId: null, termStartsOn: '2026-12-01', termEndsOn: '2027-06-30' };
    expect((await createPendingMembership(product.deps, staff, wanted)).status).toBe('pending');
  });

  describe('a death put down by mistake', () => {
    it('lets the member be written to again, and tells them nothing of it', async () => {
      await ended('died', '2026-11-21');
      await takenBack();
      expect(await product.db('mail_stops').pluck('person_id')).toEqual([]);
      expect(await mailsTo('ana.reyes')).toEqual([]);
      expect(await mailsTo('sam.staff')).toEqual(['membership.ended', 'membership.ending_taken_back']);
    });

    it('stays so while another membership says it', async () => {
      const east = await aSeat(product.deps, (await aCollaborative(product.deps, 'east')).id);
      await aMembership(product.deps, east.id, ana.id, { status: 'ended', endedOn: '2026-11-21', endReason: 'died' });
      await ended('died', '2026-11-21');
      await takenBack();
      expect(await product.db('mail_stops').pluck('person_id')).toEqual([ana.id]);
    });

    it('is not put down ahead of its day', async () => {
      await expect(ended('died', '2026-11-22')).rejects.toMatchObject({ status: 409, key: 'membership.errors.diedAhead' });
      expect(await getMembership(product.db, held.id)).toEqual(held);
      expect((await ended('died', '2026-11-21')).endedOn).toBe('2026-11-21');
    });
  });

  it('an end decided again after it was taken back is told again, even on the same day', async () => {
    await ended('resigned', '2026-11-30');
    await takenBack();
    await ended('resigned', '2026-11-30');
    await dawn('2026-12-01');
    const twice = ['membership.ended', 'membership.ended', 'membership.ending_taken_back'];
    expect([await mailsTo('ana.reyes'), await mailsTo('sam.staff')]).toEqual([twice, twice]);
  });

  it('cannot be taken back once somebody else has accepted the days', async () => {
    await ended('resigned', '2026-11-30');
    const bo = await someone(product.deps, 'Bo Lee');
    const wanted = { seatId: seat.id, personId: bo.id, candidacyId: null, termStartsOn: '2026-12-01', termEndsOn: '2028-11-30' };
    await createPendingMembership(product.deps, staff, wanted);
    await expect(takenBack()).rejects.toMatchObject({ key: 'membership.errors.termsOverlap' });
    expect(await product.db('events').where('action', 'membership.endingTakenBack').pluck('id')).toEqual([]);
  });

  it('two workers at one midnight of Los Angeles carry out an end once, and not an hour early', async () => {
    await ended('resigned', '2026-11-30');
    const left = () => product.db('events').where('action', 'membership.left').pluck('id');
    product.clock.moveTo('2026-12-01T07:59:59.000Z');
    await endMemberships(product.deps);
    expect([(await getMembership(product.db, held.id)).status, (await left()).length]).toEqual(['active', 0]);
    product.clock.moveTo('2026-12-01T08:00:00.000Z');
    await race([() => endMemberships(product.deps), () => endMemberships(product.deps)]);
    expect([(await getMembership(product.db, held.id)).status, (await left()).length]).toEqual(['ended', 1]);
    expect(await mailsTo('ana.reyes')).toEqual(['membership.ended']);
  });
});
