import { remindersStillDue, scanReminders } from '../../src/features/messages';
import { insertMeeting } from '../../src/features/meetings';
import type { Collaborative } from '../../src/features/collaboratives';
import { listAttended, listCastVotes } from '../../src/features/attendance/attendance-record.queries';
import type { AttendanceStatus } from '../../src/features/in-session';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import type { Database } from '../../src/db/database';
import { aCollaborative, aMeeting, aMember, someoneAs } from '../support/builders/meeting';
import { countQueries, emptyTables, onEachEngine, testDatabase } from '../support/database';
import { mailDeps, minutes, type MailDeps } from '../support/mail-deps';

onEachEngine((engine) => {
  let database: Database;
  let kit: MailDeps;
  let central: Collaborative;
  let ana: string;
  let membershipId: string;

  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await emptyTables(database.db);
    kit = mailDeps(database, '');
    central = await aCollaborative(kit.deps);
    ana = (await aMember(kit.deps, central, { name: 'Ana Reyes', seat: 'C-1' })).id;
    membershipId = (await database.db('memberships').where({ person_id: ana }).first())!.id;
    kit.clock.moveTo('2026-07-01T20:00:00.000Z');
    await someoneAs(kit.deps, 'staff', central, 'sam@example.org');
  });

  /** A meeting of that month that is over, with how Ana was there; its minutes approved where said. */
  async function held(month: number, status: AttendanceStatus, { approved = false, cameAt = '' } = {}): Promise<string> {
    const id = `meeting-${String(month)}`;
    const day = `2026-${String(month).padStart(2, '0')}-10`;
    const over = { status: 'adjourned', adjournedAt: `${day}T20:00:00.000Z` } as const;
    await insertMeeting(database.db, aMeeting({ id, collaborativeId: central.id, startsAt: `${day}T18:00:00.000Z`, endsAt: `${day}T20:00:00.000Z`, ...over }));
    const recorded = { meeting_id: id, membership_id: membershipId };
    await database.db('attendance').insert({ ...recorded, id: `a-${id}`, status, reason: '', recorded_at: `${day}T18:05:00.000Z`, version: 1 });
    if (cameAt !== '') await database.db('movements').insert({ ...recorded, id: `v-${id}`, kind: 'arrived', at: cameAt });
    const compiled = { meeting_id: id, record: '{}', text: '{}', compiled_at: over.adjournedAt, circulated_at: null, approved_at: null, approved_by_motion: null, version: 1 };
    await database.db('minutes').insert({ ...compiled, id: `x-${id}`, status: approved ? 'approved' : 'circulated' });
    return id;
  }

  const after = async (month: number): Promise<string[]> => {
    kit.clock.moveTo(`2026-${String(month).padStart(2, '0')}-10T20:00:00.000Z`);
    await scanReminders(kit.deps);
    await scanReminders(kit.deps);
    return database.db('outbox').where({ kind: 'attendance.missed' }).orderBy('to_address').pluck('to_address');
  };

  describe('meetings missed in a row', () => {
    it('are told to the member from the second, and to the staff from the third, once each', async () => {
      await held(7, 'absent');
      expect(await after(7)).toEqual([]);
      await held(8, 'absent');
      expect(await after(8)).toEqual(['ana@example.org']);
      await held(9, 'absent');
      expect(await after(9)).toEqual(['ana@example.org', 'ana@example.org', 'sam@example.org']);
    });

    it('are broken by a late arrival, and not by an excuse', async () => {
      await held(7, 'absent');
      await held(8, 'excused');
      await held(9, 'absent', { cameAt: '2026-09-10T19:00:00.000Z' });
      expect(await after(9)).toEqual([]);
      await held(10, 'absent');
      await held(11, 'absent');
      expect(await after(11)).toEqual(['ana@example.org']);
    });

    it('are not told when the roll call is put right before the mail goes out', async () => {
      await held(7, 'absent');
      await held(8, 'absent');
      await after(8);
      await database.db('attendance').where({ meeting_id: 'meeting-8' }).update({ status: 'present' });
      await deliverDue(kit.deps, mailboxTransport, { limit: 10, stillDue: remindersStillDue });
      expect(await database.db('outbox').where({ kind: 'attendance.missed' }).pluck('status')).toEqual(['cancelled']);
    });

    it('are no news three days later', async () => {
      await held(7, 'absent');
      await held(8, 'absent');
      kit.clock.moveTo('2026-08-13T20:00:00.000Z');
      kit.clock.moveBy(minutes(1));
      await scanReminders(kit.deps);
      expect(await database.db('outbox').where({ kind: 'attendance.missed' })).toEqual([]);
    });
  });

  it('the public record knows approved minutes alone, in one query however many there are', async () => {
    await held(7, 'absent', { approved: true });
    const few = await countQueries(database.db, () => listAttended(database.db, { collaborativeId: central.id }));
    await held(8, 'remote', { approved: true });
    await held(9, 'present');
    const ofAna = { collaborativeId: central.id, personId: ana };
    const many = await countQueries(database.db, () => listAttended(database.db, ofAna));
    expect([few, many]).toEqual([1, 1]);
    const result = await listAttended(database.db, ofAna);
    expect(result.map(({ meetingId, status, name }) => [meetingId, status, name])).toEqual([
      ['meeting-8', 'remote', 'Ana Reyes'],
      ['meeting-7', 'absent', 'Ana Reyes'],
    ]);
  });

  it('votes stand there once they are decided and their minutes approved', async () => {
    for (const [month, approved] of [[7, true], [8, false]] as const) {
      const meetingId = await held(month, 'present', { approved });
      const item = { meeting_id: meetingId, place: 1, kind: 'business', title: '{"en":"One"}', purpose: 'advise', presenter: '', minutes: 5, text: '{}' } as const;
      await database.db('agenda_items').insert({ ...item, id: `i-${meetingId}`, is_action: true, added_at: '2026-07-01T00:00:00.000Z' });
      for (const [number, status] of [[1, 'carried'], [2, 'withdrawn']] as const) {
        const motion = { id: `${meetingId}-${String(number)}`, meeting_id: meetingId, item_id: `i-${meetingId}`, number, text: `Motion of ${meetingId}`, status };
        await database.db('motions').insert({ ...motion, mover_id: membershipId, seconder_id: membershipId, moved_at: '2026-07-10T18:10:00.000Z', decided_at: null, version: 1 });
        await database.db('votes').insert({ motion_id: motion.id, membership_id: membershipId, choice: 'no' });
      }
    }
    expect(await listCastVotes(database.db, ana, central.id)).toEqual([
      { meetingId: 'meeting-7', number: 1, text: 'Motion of meeting-7', choice: 'no', carried: true },
    ]);
  });
});
