import { scanReminders } from '../../src/features/messages';
import type { Collaborative } from '../../src/features/collaboratives';
import { endMemberships, type Seat } from '../../src/features/membership';
import { openVacancies } from '../../src/features/vacancies';
import { insertInterest } from '../../src/features/standing-interest';
import { endMembership } from '../../src/features/membership/membership.actions';
import { reappoint } from '../../src/features/membership/life.actions';
import { loadSessionActor } from '../../src/features/accounts';
import type { Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { aCycle } from '../support/builders/application';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;
  let central: Collaborative;
  let seat: Seat;
  let staff: Actor;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    at('2026-11-21');
    central = await aCollaborative(product.deps);
    seat = await aSeat(product.deps, central.id);
    const actor = await loadSessionActor(product.deps, (await staffOf(product.deps, central.id)).id, product.clock.now(), []);
    if (actor === null) throw new Error('no actor');
    staff = actor;
  });

  const at = (date: string, time = '20:00') => product.clock.moveTo(`${date}T${time}:00.000Z`);
  const mails = async (kind: string) =>
    (await product.db('outbox').where({ kind }).orderBy('to_address').pluck<string[]>('to_address')).map((address) => address.split('@')[0]);
  const ana = async () => aMembership(product.deps, seat.id, (await someone(product.deps, 'Ana Reyes')).id);

  describe('a seat that falls free', () => {
    const leave = async () => {
      const { id } = await ana();
      const whenEnded = (): Promise<void> => Promise.resolve();
      await endMembership(product.deps, staff, id, { reason: 'resigned', lastDay: '2026-11-21', version: 1, whenEnded });
    };
    const interest = (name: string) => ({
      collaborativeId: central.id,
      constituency: null,
      personId: null,
      email: `${name}@example.org`,
      name,
      locale: 'en',
      applicationId: null,
    });

    it('is told once to those who asked to be told of the collaborative, and to nobody of another', async () => {
      const east = await aCollaborative(product.deps, 'east');
      await insertInterest(product.deps, interest('bo'));
      await insertInterest(product.deps, { ...interest('eve'), collaborativeId: east.id });
      await leave();
      await scanReminders(product.deps);
      expect(await mails('vacancy.open')).toEqual([]);
      at('2026-11-22', '18:00');
      await endMemberships(product.deps);
      await scanReminders(product.deps);
      await scanReminders(product.deps);
      at('2026-11-23', '18:00');
      await scanReminders(product.deps);
      expect(await mails('vacancy.open')).toEqual(['bo']);
    });

    it('joins the next planned cycle by itself, unless staff kept it back or another cycle offers it', async () => {
      await leave();
      const next = await aCycle(product.deps, [central], { code: 'next', status: 'scheduled', opensAt: '2026-12-01T08:00:00.000Z', termStartsOn: '2027-07-01' });
      const later = await aCycle(product.deps, [central], { code: 'later', status: 'scheduled', opensAt: '2027-12-01T08:00:00.000Z', closesAt: '2027-12-20T08:00:00.000Z', termStartsOn: '2028-07-01' });
      at('2026-11-22');
      await endMemberships(product.deps);
      const kept = await aSeat(product.deps, central.id, { code: 'FAM-2' });
      await product.db('seats_kept_back').insert({ cycle_id: next.id, seat_id: kept.id, words: 'Not yet', person_id: staff.id ?? '', at: product.clock.now() });
      await openVacancies(product.deps);
      await openVacancies(product.deps);
      const offered = async (cycleId: string) => product.db('seats_on_offer').where({ cycle_id: cycleId }).whereIn('seat_id', [seat.id, kept.id]).pluck<string[]>('seat_id');
      expect([await offered(next.id), await offered(later.id)]).toEqual([[seat.id], [kept.id]]);
      expect(await product.db('events').where({ action: 'vacancies.opened' }).pluck('subject_id')).toEqual([next.id, later.id]);
    });
  });

  describe('the end of a term', () => {
    it('is told to the member and the staff 90 and 30 days before, once each', async () => {
      await ana();
      at('2027-03-31');
      await scanReminders(product.deps);
      expect(await mails('membership.term_ending')).toEqual([]);
      at('2027-04-01');
      await scanReminders(product.deps);
      await scanReminders(product.deps);
      expect(await mails('membership.term_ending')).toEqual(['ana.reyes', 'sam.staff']);
      at('2027-05-31');
      await scanReminders(product.deps);
      expect((await mails('membership.term_ending')).length).toBe(4);
    });

    it('is not told to who has a further term', async () => {
      const { id } = await ana();
      await reappoint(product.deps, staff, id, { startsOn: '2027-07-01', endsOn: '2029-06-30' });
      at('2027-04-01');
      await scanReminders(product.deps);
      expect(await mails('membership.term_ending')).toEqual([]);
    });
  });
});
