import { remindersStillDue, scanReminders } from '../../src/features/messages';
import { insertMeeting, type Meeting } from '../../src/features/meetings';
import type { Collaborative } from '../../src/features/collaboratives';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import type { Database } from '../../src/db/database';
import { aCollaborative, aMeeting, aMember, someoneAs } from '../support/builders/meeting';
import { emptyTables, onEachEngine, testDatabase } from '../support/database';
import { mailDeps, minutes, type MailDeps } from '../support/mail-deps';

onEachEngine((engine) => {
  let database: Database;
  let kit: MailDeps;
  let central: Collaborative;
  let people: Record<'ana' | 'bo' | 'cy', string>;
  let meeting: Meeting;

  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  beforeEach(async () => {
    await emptyTables(database.db);
    kit = mailDeps(database, '');
    central = await aCollaborative(kit.deps);
    const member = async (name: string, seat: string) => (await aMember(kit.deps, central, { name, email: `${name}@example.org`, seat })).id;
    people = { ana: await member('ana', 'C-1'), bo: await member('bo', 'C-2'), cy: await member('cy', 'C-3') };
    meeting = aMeeting({ collaborativeId: central.id });
    await insertMeeting(database.db, meeting);
    await answer('bo', 'coming');
    await answer('cy', 'not_coming');
    kit.clock.moveTo('2026-12-03T02:00:00.000Z');
  });
  afterAll(() => database.close());

  const answer = (name: keyof typeof people, given: 'coming' | 'remote' | 'not_coming') =>
    database.db('rsvps').insert({ meeting_id: meeting.id, person_id: people[name], answer: given, reason: '', answered_at: kit.clock.now() });
  const told = async (status = 'queued') => database.db('outbox').where({ status } as object).orderBy('to_address').pluck('to_address');
  const send = () => deliverDue(kit.deps, mailboxTransport, { limit: 10, stillDue: remindersStillDue });

  it('reminds the day before who is coming and who has not answered, once', async () => {
    await scanReminders(kit.deps);
    await scanReminders(kit.deps);
    expect(await told()).toEqual(['ana@example.org', 'bo@example.org']);
    expect(await database.db('outbox').distinct('subject').pluck('subject')).toEqual(['Tomorrow: December meeting']);
  });

  it('is not early, and not later than twelve hours', async () => {
    kit.clock.moveBy(-1);
    await scanReminders(kit.deps);
    kit.clock.moveBy(minutes(12 * 60) + 1);
    await scanReminders(kit.deps);
    expect(await told()).toEqual([]);
  });

  it('says nothing of a meeting that was called off', async () => {
    await database.db('meetings').update({ status: 'cancelled' });
    await scanReminders(kit.deps);
    expect(await told()).toEqual([]);
  });

  it('is taken back when the person declines, or the meeting is called off or moved, before it is sent', async () => {
    await scanReminders(kit.deps);
    await answer('ana', 'not_coming');
    await send();
    expect(await told('cancelled')).toEqual(['ana@example.org']);
    expect(await told('sent')).toEqual(['bo@example.org']);
  });

  it.each([{ status: 'cancelled' as const }, { starts_at: '2026-12-05T02:00:00.000Z' }])('is taken back when the meeting becomes %p', async (change) => {
    await scanReminders(kit.deps);
    await database.db('meetings').update(change);
    await send();
    expect(await told('cancelled')).toEqual(['ana@example.org', 'bo@example.org']);
  });

  describe('five days before', () => {
    const asked = () => database.db('outbox').where({ kind: 'meeting.coming', status: 'queued' }).orderBy('to_address').pluck('to_address');
    beforeEach(() => {
      kit.clock.moveTo('2026-11-29T02:00:00.000Z');
    });

    it('asks who has not answered, once', async () => {
      kit.clock.moveBy(-1);
      await scanReminders(kit.deps);
      expect(await asked()).toEqual([]);
      kit.clock.moveBy(1);
      await scanReminders(kit.deps);
      await scanReminders(kit.deps);
      expect(await asked()).toEqual(['ana@example.org']);
    });

    it('is taken back when the answer comes before the mail is sent', async () => {
      await scanReminders(kit.deps);
      await answer('ana', 'not_coming');
      await send();
      expect(await database.db('outbox').where({ kind: 'meeting.coming' }).pluck('status')).toEqual(['cancelled']);
    });

    it('is left out where the meeting was planned or moved since, for that mail has asked', async () => {
      await database.db('meetings').update({ changed_at: '2026-11-29T02:00:00.001Z' });
      kit.clock.moveBy(minutes(60));
      await scanReminders(kit.deps);
      expect(await asked()).toEqual([]);
    });
  });

  it('two hours before tells who is coming, though it be at night', async () => {
    await database.db('meetings').update({ starts_at: '2026-12-04T07:00:00.000Z' });
    kit.clock.moveTo('2026-12-04T05:00:00.000Z');
    await scanReminders(kit.deps);
    expect(await database.db('outbox').where({ kind: 'meeting.soon' }).pluck('to_address')).toEqual(['bo@example.org']);
  });

  describe('a quorum in doubt', () => {
    const warned = () => database.db('outbox').where({ kind: 'meeting.quorumAtRisk' }).orderBy('id').pluck('to_address');
    beforeEach(async () => {
      kit.clock.moveTo('2026-11-27T17:00:00.000Z');
      await someoneAs(kit.deps, 'staff', central, 'sam@example.org');
    });

    it('is told to the staff once a day from nine, while even all the others are too few', async () => {
      await scanReminders(kit.deps);
      expect(await warned()).toEqual([]);
      await answer('ana', 'not_coming');
      kit.clock.moveBy(-1);
      await scanReminders(kit.deps);
      expect(await warned()).toEqual([]);
      for (const turn of [1, minutes(5), minutes(24 * 60)]) {
        kit.clock.moveBy(turn);
        await scanReminders(kit.deps);
      }
      expect(await warned()).toEqual(['sam@example.org', 'sam@example.org']);
    });

    it('is not sent once enough say that they come', async () => {
      await answer('ana', 'not_coming');
      await scanReminders(kit.deps);
      await database.db('rsvps').update({ answer: 'coming' });
      await send();
      expect(await database.db('outbox').where({ kind: 'meeting.quorumAtRisk' }).pluck('status')).toEqual(['cancelled']);
    });
  });
});
