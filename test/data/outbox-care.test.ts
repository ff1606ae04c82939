import type { Database } from '../../src/db/database';
import type { Deps } from '../../src/deps';
import { cancelMails, confirmArrival, forgetBodies, getMailHealth, readdressMails, sendAgain } from '../../src/mail/outbox-care.queries';
import { listMails } from '../../src/mail/mailbox';
import { queueEmail } from '../../src/mail/queue-email';
import { pauseMail, resumeMail, saveBeat } from '../../src/mail/worker-state.queries';
import { anEmail } from '../support/builders/email';
import { emptyTables, onEachEngine, testDatabase } from '../support/database';
import { mailDeps } from '../support/mail-deps';

onEachEngine((engine) => {
  let database: Database;
  let deps: Deps;

  beforeAll(async () => {
    database = await testDatabase(engine);
    ({ deps } = mailDeps(database, ''));
  });
  beforeEach(() => emptyTables(database.db));
  afterAll(() => database.close());

  const now = () => deps.clock.now();
  const to = (personId: string, address: string) => ({ personId, name: personId, address, locale: 'en' });
  const queued = async (key: string, status: 'queued' | 'held' | 'sent' = 'queued'): Promise<string> => {
    await queueEmail(deps, anEmail(key, { to: to('ana', 'ana@example.org'), about: { kind: 'meeting', id: 'm-1', collaborativeId: null } }));
    const row = (await database.db('outbox').where('dedupe_key', `test.letter:${key}`).first())!;
    await database.db('outbox').where({ id: row.id }).update({ status });
    return row.id;
  };
  const statuses = () => database.db('outbox').orderBy('id').pluck('status');

  it('settles a held mail once, one way or the other', async () => {
    const [first, second] = [await queued('1', 'held'), await queued('2', 'held')];
    expect([await confirmArrival(database.db, first, now()), await confirmArrival(database.db, first, now())]).toEqual([true, false]);
    expect([await sendAgain(database.db, second, now()), await sendAgain(database.db, second, now())]).toEqual([true, false]);
    expect((await statuses()).sort()).toEqual(['queued', 'sent']);
  });

  it('sends again what would expire later with its end, and what is expired without', async () => {
    const [later, over] = [await queued('1', 'held'), await queued('2', 'held')];
    await database.db('outbox').where({ id: later }).update({ expires_at: '2999-01-01T00:00:00.000Z' });
    await database.db('outbox').where({ id: over }).update({ expires_at: now() });
    for (const id of [later, over]) await sendAgain(database.db, id, now());
    expect(await database.db('outbox').orderBy('dedupe_key').pluck('expires_at')).toEqual(['2999-01-01T00:00:00.000Z', null]);
  });

  it('takes back what is queued about a thing, and nothing that is sent', async () => {
    await queued('1');
    await queued('2', 'sent');
    expect(await cancelMails(database.db, { kind: 'meeting', id: 'm-1' }, { now: now(), kinds: ['other.kind'] })).toBe(0);
    expect(await cancelMails(database.db, { kind: 'meeting', id: 'm-1' }, { now: now(), personId: 'bo' })).toBe(0);
    expect(await cancelMails(database.db, { kind: 'meeting', id: 'm-1' }, { now: now(), personId: 'ana', kinds: ['test.letter'] })).toBe(1);
    expect((await statuses()).sort()).toEqual(['cancelled', 'sent']);
  });

  it('sends what waits to the new address', async () => {
    await queued('1');
    await queued('2', 'sent');
    await readdressMails(database.db, { personId: 'ana', from: 'ana@example.org', to: 'ana@new.example' });
    expect(await database.db('outbox').orderBy('status').pluck('to_address')).toEqual(['ana@new.example', 'ana@example.org']);
  });

  it('forgets the text of what is done and keeps what may still be sent', async () => {
    await queued('1', 'sent');
    await queued('2', 'held');
    await forgetBodies(database.db, 'zzz');
    expect((await listMails(deps)).map(({ status, text }) => [status, text === '']).sort()).toEqual([
      ['held', false],
      ['sent', true],
    ]);
  });

  it('tells how mail is', async () => {
    await queued('1');
    await queued('2', 'held');
    await saveBeat(database.db, now());
    await pauseMail(database.db, 'restored', now());
    expect(await getMailHealth(database.db, now())).toEqual({
      counts: { queued: 1, held: 1 },
      oldestDueAt: now(),
      beat: now(),
      pause: { reason: 'restored', since: now() },
    });
    await resumeMail(database.db);
    await database.db('outbox').delete();
    expect(await getMailHealth(database.db, now())).toEqual({ counts: {}, oldestDueAt: null, beat: now(), pause: null });
  });
});
