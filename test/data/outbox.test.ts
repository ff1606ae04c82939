import { inTransaction, type Database } from '../../src/db/database';
import { deliverDue } from '../../src/mail/deliver';
import { claimMails, markHanded, markSent, saveEnding, sweepOutbox, type Claim } from '../../src/mail/outbox.queries';
import { findMail, listMails } from '../../src/mail/mailbox';
import { queueEmail, queueEmails } from '../../src/mail/queue-email';
import { mailboxTransport } from '../../src/mail/transport';
import type { Deps } from '../../src/deps';
import { plusElapsed } from '../../src/lib/time';
import { anEmail, aLetter } from '../support/builders/email';
import { emptyTables, onEachEngine, testDatabase } from '../support/database';
import { mailDeps, type MailDeps } from '../support/mail-deps';

onEachEngine((engine) => {
  let database: Database;
  let kit: MailDeps;
  let deps: Deps;

  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  beforeEach(async () => {
    await emptyTables(database.db);
    kit = mailDeps(database, 'smtp://127.0.0.1:1');
    ({ deps } = kit);
  });
  afterAll(() => database.close());

  const statuses = async (): Promise<Record<string, string>> => {
    const rows = await database.db('outbox').select('dedupe_key', 'status');
    return Object.fromEntries<string>(rows.map((row) => [row.dedupe_key.split(':')[1] ?? '', row.status]));
  };
  const claim = (token: string, now = kit.clock.now()): Claim => ({ token, now, leaseSeconds: 120 });
  const take = (token: string) => claimMails(database.db, claim(token), { lane: 'rest', limit: 10 });
  const later = (seconds: number) => plusElapsed(kit.clock.now(), { seconds });

  describe('queueing', () => {
    it('belongs to the transaction it was queued in', async () => {
      const failing = inTransaction(deps, async (tx) => {
        await queueEmail(tx, anEmail());
        throw new Error('the rest failed');
      });
      await expect(failing).rejects.toThrow('the rest failed');
      expect(await statuses()).toEqual({});
    });

    it('queues the same occasion once, also within one batch and from many at once', async () => {
      expect(await queueEmail(deps, anEmail())).toBe(true);
      expect(await queueEmail(deps, anEmail())).toBe(false);
      expect(await queueEmails(deps, [anEmail(), anEmail('2'), anEmail('2')])).toBe(1);
      const answers = await Promise.all(Array.from({ length: 10 }, () => queueEmail(deps, anEmail('3'))));
      expect(answers.filter(Boolean)).toEqual([true]);
      expect(await statuses()).toEqual({ 1: 'queued', 2: 'queued', 3: 'queued' });
    });

    it('leaves nothing behind when a letter cannot be stored, also without a transaction of the caller', async () => {
      await database.db.schema.renameTable('outbox_bodies', 'away');
      await expect(queueEmail(deps, anEmail())).rejects.toThrow('outbox_bodies');
      await database.db.schema.renameTable('away', 'outbox_bodies');
      expect(await statuses()).toEqual({});
    });

    it('queues nothing for a person without an address', async () => {
      expect(await queueEmail(deps, anEmail('1', { to: { personId: null, name: 'Bo', address: '', locale: 'en' } }))).toBe(false);
      expect(await statuses()).toEqual({});
    });

    it('queues 1,140 letters in one call', async () => {
      expect(await queueEmails(deps, Array.from({ length: 1_140 }, (_, place) => anEmail(String(place))))).toBe(1_140);
    });

    it.each([
      ['no subject', { subject: ' \n' }],
      ['a link that is not absolute', { letter: aLetter({ action: { text: 'Go', url: '/offers/1' } }) }],
      ['a subscription without a leave address', { stream: 'subscription' as const }],
      ['an empty paragraph', { letter: aLetter({ paragraphs: [''] }) }],
    ])('refuses a mail with %s where it is queued', async (fault, given) => {
      await expect(queueEmail(deps, anEmail('1', given))).rejects.toThrow(`mail test.letter has ${fault}`);
    });

    it('keeps live links sealed, and gives them to those who may read', async () => {
      await queueEmail(deps, anEmail('1', { letter: aLetter({ action: { text: 'Sign in', url: 'http://127.0.0.1/sign-in/tok3n' } }) }));
      const row = (await database.db('outbox').first())!;
      expect(JSON.stringify(row)).not.toContain('tok3n');
      expect((await findMail(deps, row.id))?.text).toContain('http://127.0.0.1/sign-in/tok3n');
      expect((await listMails(deps, { about: { kind: 'application', id: '1' } })).map(({ id }) => id)).toEqual([row.id]);
      expect(await listMails(deps, { address: 'someone.else@example.org' })).toEqual([]);
    });
  });

  describe('claiming', () => {
    it('gives each mail to one worker', async () => {
      await queueEmails(deps, Array.from({ length: 30 }, (_, place) => anEmail(String(place))));
      const taken = await Promise.all(['a', 'b', 'c'].map(take));
      const ids = taken.flat().map(({ id }) => id);
      expect(ids).toHaveLength(30);
      expect(new Set(ids).size).toBe(30);
    });

    it('takes nothing before its time, nor from the other lane', async () => {
      await queueEmail(deps, anEmail('later', { sendAt: later(1) }));
      await queueEmail(deps, anEmail('now', { priority: 'now' }));
      expect(await take('a')).toEqual([]);
      kit.clock.moveBy(1_000);
      expect((await take('a')).map(({ dedupe_key }) => dedupe_key)).toEqual(['test.letter:later']);
    });

    it('lets a worker whose lease is over change nothing', async () => {
      await queueEmail(deps, anEmail());
      const [mail] = await take('slow');
      await sweepOutbox(database.db, later(121));
      await take('quick');
      expect(await markHanded(database.db, claim('slow'), [mail!.id])).toEqual(new Set());
      expect(await markHanded(database.db, claim('quick'), [mail!.id])).toEqual(new Set([mail!.id]));
      await markSent(database.db, claim('slow'), [mail!.id]);
      await saveEnding(database.db, claim('slow'), { id: mail!.id, status: 'failed', problem: 'refused', reply: null });
      expect(await statuses()).toEqual({ 1: 'handed' });
    });
  });

  describe('sweeping', () => {
    it('puts back what was claimed, only when the lease is over', async () => {
      await queueEmail(deps, anEmail());
      await take('dead');
      await sweepOutbox(database.db, later(120));
      expect(await statuses()).toEqual({ 1: 'claimed' });
      await sweepOutbox(database.db, later(121));
      expect(await statuses()).toEqual({ 1: 'queued' });
    });

    it('holds what was handed over, resends once or drops it, as its kind says', async () => {
      for (const whenUnknown of ['hold', 'resend_once', 'drop'] as const) await queueEmail(deps, anEmail(whenUnknown, { whenUnknown }));
      const mails = await take('dead');
      await markHanded(database.db, claim('dead'), mails.map(({ id }) => id));
      await sweepOutbox(database.db, later(121));
      expect(await statuses()).toEqual({ hold: 'held', resend_once: 'queued', drop: 'cancelled' });
    });

    it('learns that a held mail was sent when its worker was only slow', async () => {
      await queueEmail(deps, anEmail());
      const ids = (await take('slow')).map(({ id }) => id);
      await markHanded(database.db, claim('slow'), ids);
      await sweepOutbox(database.db, later(121));
      await markSent(database.db, claim('slow'), ids);
      expect(await statuses()).toEqual({ 1: 'sent' });
    });

    it('lets a mail expire at the moment it is of no more use', async () => {
      await queueEmail(deps, anEmail('1', { expiresAt: later(600) }));
      await sweepOutbox(database.db, later(599));
      expect(await statuses()).toEqual({ 1: 'queued' });
      await sweepOutbox(database.db, later(600));
      expect(await statuses()).toEqual({ 1: 'expired' });
    });
  });

  describe('before sending', () => {
    it('cancels what is no longer due, asking by kind', async () => {
      await queueEmail(deps, anEmail('1'));
      await queueEmail(deps, anEmail('2', { kind: 'test.other' }));
      const asked: string[] = [];
      const stillDue = { 'test.letter': (_deps: Deps, mail: { about_id: string }) => Promise.resolve(asked.push(mail.about_id) === 0) };
      await deliverDue(deps, mailboxTransport, { limit: 10, stillDue });
      expect(asked).toEqual(['1']);
      expect(await statuses()).toEqual({ 1: 'cancelled', 2: 'sent' });
    });

    it('refuses addresses outside the allowed domains, except in production', async () => {
      const to = { personId: null, name: 'Bo', address: 'bo@lausd.example', locale: 'en' };
      await queueEmail(deps, anEmail('1', { to }));
      await deliverDue(deps, mailboxTransport, { limit: 10 });
      expect(await statuses()).toEqual({ 1: 'suppressed' });

      await queueEmail(deps, anEmail('2', { to }));
      await deliverDue({ ...deps, config: { ...deps.config, mode: 'production' } }, mailboxTransport, { limit: 10 });
      expect(await statuses()).toEqual({ 1: 'suppressed', 2: 'sent' });
    });

    it('fails a mail that was sealed under another secret', async () => {
      await queueEmail(deps, anEmail());
      await deliverDue({ ...deps, config: { ...deps.config, secret: 'another secret of thirty-two bytes' } }, mailboxTransport, { limit: 10 });
      expect(await statuses()).toEqual({ 1: 'failed' });
    });
  });
});
