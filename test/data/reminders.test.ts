import { remindersStillDue, scanReminders } from '../../src/features/messages';
import { insertMeeting, type Meeting } from '../../src/features/meetings';
import type { Collaborative } from '../../src/features/collaboratives';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import type { Database } from '../../src/db/database';
import { aCollaborative, aMeeting, aMember } from '../support/builders/meeting';
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
});
