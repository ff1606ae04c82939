import { endMembership, resign } from '../../src/features/membership/membership.actions';
import { endLeave, moveToSeat, reappoint, takeBackEnding, takeLeave } from '../../src/features/membership/life.actions';
import { beginMemberships, endMemberships, getMembership, listMembers, listSeats, listVotingMembers, moveLeaves } from '../../src/features/membership';
import type { Membership, Seat } from '../../src/features/membership';
import { loadSessionActor, type Person } from '../../src/features/accounts';
import type { Collaborative } from '../../src/features/collaboratives';
import type { Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { emptyTables, onEachEngine } from '../support/database';
import { race } from '../support/race';

const whenEnded = (): Promise<void> => Promise.resolve();
const nobodyReady = (): Promise<string[]> => Promise.resolve([]);

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
  const at = (date: string) => product.clock.moveTo(`${date}T20:00:00.000Z`);
  const status = async (id = held.id) => (await getMembership(product.db, id)).status;
  const standing = async (date: string) => (await listMembers(product.db, central.id, date)).map((member) => member.status);
  const mails = async () =>
    (await product.db('outbox').orderBy(['kind', 'to_address']).select('kind', 'to_address')).map((row) => `${row.kind} ${row.to_address.split('@')[0]}`);
  const events = () => product.db('events').where('subject_kind', 'membership').orderBy('place').pluck<string[]>('action');

  describe('a leave', () => {
    const wanted = { startsOn: '2026-12-01', endsOn: '2026-12-31', reason: 'An operation' };

    it('begins and ends on its days by itself, and the past stays true after a second one', async () => {
      await takeLeave(product.deps, staff, held.id, wanted);
      expect(await status()).toBe('active');
      at('2026-12-01');
      await moveLeaves(product.deps);
      await moveLeaves(product.deps);
      expect(await status()).toBe('on_leave');
      at('2026-12-31');
      await moveLeaves(product.deps);
      expect(await status()).toBe('on_leave');
      at('2027-01-01');
      await moveLeaves(product.deps);
      expect(await status()).toBe('active');
      await takeLeave(product.deps, staff, held.id, { startsOn: '2027-01-01', endsOn: null, reason: '' });
      expect(await status()).toBe('on_leave');
      expect(await standing('2026-11-30')).toEqual(['active']);
      expect(await standing('2026-12-15')).toEqual(['on_leave']);
      expect(await standing('2027-03-01')).toEqual(['on_leave']);
      expect((await listVotingMembers(product.db, central.id, '2026-12-15', true)).length).toBe(0);
      expect(await events()).toEqual([
        'membership.leaveTaken',
        'membership.leaveBegan',
        'membership.cameBack',
        'membership.leaveTaken',
        'membership.leaveBegan',
      ]);
    });

    it('is told to the member and the staff once, and its reason to nobody by letter or history', async () => {
      await takeLeave(product.deps, staff, held.id, wanted);
      at('2026-12-01');
      await moveLeaves(product.deps);
      expect(await mails()).toEqual(['membership.leave ana.reyes', 'membership.leave sam.staff']);
      expect(JSON.stringify(await product.db('events').select('details'))).not.toContain('operation');
    });

    it('may share no day with another, whoever is first', async () => {
      const both = await race([
        () => takeLeave(product.deps, staff, held.id, wanted),
        () => takeLeave(product.deps, staff, held.id, { ...wanted, startsOn: '2026-12-31', endsOn: null }),
      ]);
      expect(both).toEqual({ won: 1, refused: [409] });
      await takeLeave(product.deps, staff, held.id, { ...wanted, startsOn: '2027-02-01', endsOn: '2027-02-02' }).catch(() => undefined);
      await expect(
        product.db('membership_leaves').insert({
          id: product.deps.newId(),
          membership_id: held.id,
          starts_on: '2026-12-31',
          ends_on: '2027-02-01',
          reason: '',
        }),
      ).rejects.toThrow(/leaves_never_overlap/);
    });

    it('ends early when the member comes back, and is taken back when it has not begun', async () => {
      const leave = await takeLeave(product.deps, staff, held.id, { ...wanted, startsOn: '2026-11-20' });
      expect(await status()).toBe('on_leave');
      await endLeave(product.deps, staff, leave.id, '2026-11-20');
      expect([await status(), await standing('2026-11-20'), await standing('2026-11-21')]).toEqual(['active', ['on_leave'], ['active']]);
      const later = await takeLeave(product.deps, staff, held.id, { ...wanted, startsOn: '2027-02-01', endsOn: null });
      await endLeave(product.deps, staff, later.id, '2027-01-31');
      expect(await standing('2027-02-01')).toEqual(['active']);
      await expect(endLeave(product.deps, staff, leave.id, '2026-11-25')).rejects.toMatchObject({ key: 'membership.errors.leaveIsOver' });
    });

    it('ends with the membership', async () => {
      await takeLeave(product.deps, staff, held.id, { ...wanted, endsOn: null });
      const { version } = await getMembership(product.db, held.id);
      await endMembership(product.deps, staff, held.id, { reason: 'resigned', lastDay: '2026-12-10', version, whenEnded });
      expect(await product.db('membership_leaves').pluck('ends_on')).toEqual(['2026-12-10']);
      expect(await standing('2026-12-11')).toEqual([]);
    });
  });

  describe('a resignation', () => {
    it('is the member’s own to make, keeps them to the last day, and tells them and the staff', async () => {
      const member = await actorOf(ana);
      const words = 'I am moving away';
      await resign(product.deps, member, held.id, { lastDay: '2026-11-30', words, version: 1, whenEnded });
      expect([await status(), await standing('2026-11-30'), await standing('2026-12-01')]).toEqual(['active', ['active'], []]);
      at('2026-12-01');
      await endMemberships(product.deps);
      expect(await status()).toBe('ended');
      expect(await mails()).toEqual(['membership.ended ana.reyes', 'membership.ended sam.staff']);
      expect(await product.db('memberships').pluck('leaving_words')).toEqual([words]);
      expect(JSON.stringify(await product.db('events').select('details'))).not.toContain('moving');
    });

    it('is nobody else’s, not even the staff’s', async () => {
      const given = { lastDay: '2026-11-30', words: '', version: 1, whenEnded };
      await expect(resign(product.deps, staff, held.id, given)).rejects.toMatchObject({ status: 404 });
      await expect(resign(product.deps, await actorOf(ana), held.id, { ...given, lastDay: '2026-11-20' })).rejects.toMatchObject({ status: 409 });
    });

    it('can be taken back by the staff through its last day, not after', async () => {
      await resign(product.deps, await actorOf(ana), held.id, { lastDay: '2026-11-30', words: '', version: 1, whenEnded });
      at('2026-11-30');
      await expect(takeBackEnding(product.deps, staff, held.id, 1)).rejects.toMatchObject({ status: 409 });
      await takeBackEnding(product.deps, staff, held.id, 2);
      at('2026-12-01');
      await endMemberships(product.deps);
      expect([await status(), await standing('2026-12-01')]).toEqual(['active', ['active']]);
      await endMembership(product.deps, staff, held.id, { reason: 'removed', lastDay: '2026-11-30', version: 3, whenEnded });
      await expect(takeBackEnding(product.deps, staff, held.id, 4)).rejects.toMatchObject({ key: 'membership.errors.isOver' });
    });
  });

  it('a death sends the member nothing, takes back what waits for them, and lets nothing go later', async () => {
    await takeLeave(product.deps, staff, held.id, { startsOn: '2026-11-21', endsOn: null, reason: '' });
    await endMembership(product.deps, staff, held.id, { reason: 'died', lastDay: '2026-11-20', version: 2, whenEnded });
    const rows = await product.db('outbox').orderBy(['kind', 'to_address']).select('kind', 'to_address', 'status');
    expect(rows.map((row) => `${row.kind} ${row.to_address.split('@')[0]} ${row.status}`)).toEqual([
      'membership.ended sam.staff queued',
      'membership.leave ana.reyes cancelled',
      'membership.leave sam.staff queued',
    ]);
    expect(await product.db('mail_stops').pluck('person_id')).toEqual([ana.id]);
  });

  describe('a further term', () => {
    const term = { startsOn: '2027-07-01', endsOn: '2029-06-30' };

    it('begins by itself without a checklist, and the roster has no gap and no letter of farewell', async () => {
      const next = await reappoint(product.deps, staff, held.id, term);
      at('2027-06-30');
      await beginMemberships(product.deps, nobodyReady);
      expect(await status(next.id)).toBe('pending');
      at('2027-07-01');
      await endMemberships(product.deps);
      await beginMemberships(product.deps, nobodyReady);
      expect([await status(), await status(next.id)]).toEqual(['ended', 'active']);
      expect([await standing('2027-06-30'), await standing('2027-07-01')]).toEqual([['active'], ['active']]);
      expect(await mails()).not.toContain('membership.ended ana.reyes');
      expect(await mails()).toContain('membership.reappointed ana.reyes');
    });

    it('is refused past the limit of full terms in a row; the rest of another’s term does not count', async () => {
      const before = { status: 'ended', endReason: 'term_completed' } as const;
      const [first, stub] = [
        { ...before, termStartsOn: '2023-07-01', startedOn: '2023-07-01', termEndsOn: '2025-06-30', endedOn: '2025-06-30' },
        { ...before, termStartsOn: '2023-01-01', startedOn: '2023-01-01', termEndsOn: '2023-06-30', endedOn: '2023-06-30', isStub: true },
      ];
      await aMembership(product.deps, seat.id, ana.id, first);
      await aMembership(product.deps, seat.id, ana.id, stub);
      const next = await reappoint(product.deps, staff, held.id, term);
      at('2027-07-01');
      await beginMemberships(product.deps, nobodyReady);
      const refused = reappoint(product.deps, staff, next.id, { startsOn: '2029-07-01', endsOn: '2031-06-30' });
      await expect(refused).rejects.toMatchObject({ key: 'membership.errors.termLimit', values: { limit: 3 } });
      expect((await product.db('memberships').pluck('id')).length).toBe(4);
    });

    it('waits for the end of the running one', async () => {
      await expect(reappoint(product.deps, staff, held.id, { ...term, startsOn: '2027-06-30' })).rejects.toMatchObject({
        key: 'membership.errors.termRunsStill',
      });
    });
  });

  describe('a move', () => {
    it('ends the one seat and begins the other on the day, without a new checklist', async () => {
      const other = await aSeat(product.deps, central.id, { code: 'COM-1', constituency: 'community' });
      const wanted = { seatId: other.id, on: '2026-12-01', endsOn: '2027-06-30', version: 1 };
      const next = await moveToSeat(product.deps, staff, held.id, wanted);
      at('2026-12-01');
      await endMemberships(product.deps);
      await beginMemberships(product.deps, nobodyReady);
      expect([await status(), await status(next.id)]).toEqual(['ended', 'active']);
      const codes = async (date: string) => (await listMembers(product.db, central.id, date)).map(({ seatCode }) => seatCode);
      expect([await codes('2026-11-30'), await codes('2026-12-01')]).toEqual([['FAM-1'], ['COM-1']]);
      expect(await mails()).toEqual(['membership.moved ana.reyes', 'membership.moved sam.staff']);
    });

    it('into a seat that is taken, or of another collaborative, changes nothing', async () => {
      const other = await aSeat(product.deps, central.id, { code: 'COM-1' });
      await aMembership(product.deps, other.id, (await someone(product.deps, 'Bo Lee')).id);
      const wanted = { seatId: other.id, on: '2026-12-01', endsOn: '2027-06-30', version: 1 };
      await expect(moveToSeat(product.deps, staff, held.id, wanted)).rejects.toMatchObject({ key: 'membership.errors.termsOverlap' });
      const east = await aSeat(product.deps, (await aCollaborative(product.deps, 'east')).id);
      await expect(moveToSeat(product.deps, staff, held.id, { ...wanted, seatId: east.id })).rejects.toMatchObject({ status: 404 });
      expect(await getMembership(product.db, held.id)).toEqual(held);
    });
  });

  it('seats stand as they stood on any day of the past', async () => {
    await product.db('memberships').delete();
    const past = { status: 'ended', termStartsOn: '2021-07-01', termEndsOn: '2023-06-30', startedOn: '2021-08-01', endedOn: '2023-07-15' } as const;
    await aMembership(product.deps, seat.id, ana.id, { ...past, endReason: 'term_completed', acceptedOn: '2021-06-01' });
    const stood = async (date: string) => (await listSeats(product.db, central.id, date))[0]?.status;
    const days = ['2021-05-31', '2021-06-01', '2021-07-31', '2021-08-01', '2023-03-31', '2023-04-01', '2023-06-30', '2023-07-01', '2023-07-15', '2023-07-16'];
    expect(await Promise.all(days.map(stood))).toEqual([
      'vacant',
      'held',
      'held',
      'filled',
      'filled',
      'ending',
      'ending',
      'holdover',
      'holdover',
      'vacant',
    ]);
  });
});
