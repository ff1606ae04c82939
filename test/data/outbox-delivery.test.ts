import { deliverDue, type DeliverCounts } from '../../src/mail/deliver';
import type { Email } from '../../src/mail/email';
import { queueEmail } from '../../src/mail/queue-email';
import type { OutboxRow } from '../../src/mail/tables';
import { smtpTransport, type Transport } from '../../src/mail/transport';
import type { Database } from '../../src/db/database';
import { anEmail } from '../support/builders/email';
import { emptyTables, onEachEngine, testDatabase } from '../support/database';
import { mailDeps, minutes, type MailDeps } from '../support/mail-deps';
import { smtpSink, type SmtpSink } from '../support/smtp-sink';

/** A server that says nothing is given up after this; every other answer has as long as a busy machine takes. */
const short = { connectionMs: 500, socketMs: 300, mailMs: 3_000 };
const patient = { connectionMs: 20_000, socketMs: 20_000, mailMs: 20_000 };

onEachEngine((engine) => {
  let database: Database;
  let sink: SmtpSink;
  let kit: MailDeps;
  let transport: Transport;

  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  beforeEach(async () => {
    await emptyTables(database.db);
    sink = await smtpSink();
    kit = mailDeps(database, sink.url);
    transport = smtpTransport(kit.deps.config.mail, patient);
  });
  afterEach(async () => {
    transport.close();
    await sink.close();
  });
  afterAll(() => database.close());

  const queue = (key = '1', given: Partial<Email> = {}) => queueEmail(kit.deps, anEmail(key, given));
  const round = (): Promise<DeliverCounts> => deliverDue(kit.deps, transport, { limit: 50 });
  const row = async (key = '1'): Promise<OutboxRow> => (await database.db('outbox').where({ dedupe_key: `test.letter:${key}` }).first())!;
  const state = async (key = '1') => {
    const { status, problem } = await row(key);
    return `${status}${problem === null ? '' : ` ${problem}`}`;
  };
  const at = async () => (await row()).due_at;

  it('sends a queued mail once', async () => {
    await queue();

    expect(await round()).toEqual({ claimed: 1, sent: 1, retried: 0, failed: 0, held: 0, unsent: 0 });
    expect((await round()).claimed).toBe(0);
    expect(await state()).toBe('sent');
    expect(sink.arrived.map(({ recipients }) => recipients)).toEqual([['ana.1@example.org']]);
  });

  it('waits while the server cannot be reached, and sends once when it is back', async () => {
    const { port } = sink;
    await sink.close();
    await queue();
    await round();
    expect(await state()).toBe('queued unreachable');
    expect(await at()).toBe('2026-11-21T20:01:00.000Z');

    sink = await smtpSink(port);
    kit.clock.moveBy(minutes(1) - 1);
    expect((await round()).claimed).toBe(0);
    kit.clock.moveBy(1);
    expect((await round()).sent).toBe(1);
    expect(sink.arrived).toHaveLength(1);
  });

  it('retries a greylisted mail after 1, 2, 5, 15, 30 and 60 minutes and sends it once', async () => {
    const waits = [1, 2, 5, 15, 30, 60];
    sink.behave((_recipient, nth) => (nth <= waits.length ? { does: 'answer', code: 450, at: 'recipient' } : { does: 'accept' }));
    await queue();
    for (const wait of waits) {
      expect((await round()).retried).toBe(1);
      kit.clock.moveBy(minutes(wait) - 1);
      expect((await round()).claimed).toBe(0);
      kit.clock.moveBy(1);
    }
    expect((await round()).sent).toBe(1);
    expect(sink.arrived).toHaveLength(1);
  });

  it.each([
    [451, 'message', 'queued deferred'],
    [421, 'recipient', 'queued unreachable'],
    [421, 'message', 'queued deferred'],
    [452, 'recipient', 'queued deferred'],
    [550, 'recipient', 'failed refused'],
    [552, 'message', 'failed refused'],
    [554, 'message', 'failed refused'],
  ] as const)('takes %i at the %s for an answer', async (code, stage, expected) => {
    sink.behave(() => ({ does: 'answer', code, at: stage }));
    await queue();
    await round();
    expect(await state()).toBe(expected);
    expect(sink.arrived).toEqual([]);
  });

  it('flags an address the server does not know, and sends nothing to it again', async () => {
    sink.behave(() => ({ does: 'answer', code: 550, at: 'recipient', text: '5.1.1 no such user' }));
    await queue();
    await round();
    expect(await database.db('suppressions').pluck('address')).toEqual(['ana.1@example.org']);

    await queue('2', { to: { personId: null, name: 'Ana', address: 'Ana.1@example.org', locale: 'en' } });
    await round();
    expect(await state('2')).toBe('suppressed suppressed');
  });

  it('does not flag an address for a refused message', async () => {
    sink.behave(() => ({ does: 'answer', code: 554, at: 'message', text: '5.7.1 looks like spam' }));
    await queue();
    await round();
    expect(await database.db('suppressions').pluck('address')).toEqual([]);
  });

  it.each(['cut', 'hang'] as const)('holds a mail whose connection was %s after the final dot, and never sends it again', async (does) => {
    transport.close();
    transport = smtpTransport(kit.deps.config.mail, short);
    sink.behave(() => ({ does, at: 'end' }));
    await queue();
    expect((await round()).held).toBe(1);
    expect(await state()).toBe('held unknown');

    sink.behave(() => ({ does: 'accept' }));
    kit.clock.moveBy(minutes(60 * 24));
    await round();
    expect(sink.arrived).toHaveLength(1);
  });

  it('retries a mail that was cut in its body', async () => {
    sink.behave((_recipient, nth) => (nth === 1 ? { does: 'cut', at: 'body' } : { does: 'accept' }));
    await queue('1', { letter: { ...anEmail().letter, paragraphs: ['word '.repeat(60_000)] } });
    await round();
    expect(await state()).toBe('queued unreachable');

    kit.clock.moveBy(minutes(1));
    await round();
    expect(await state()).toBe('sent');
    expect(sink.arrived).toHaveLength(1);
  });

  it('sends a mail of unknown fate once more where its kind says so, under the same Message-ID', async () => {
    sink.behave(() => ({ does: 'cut', at: 'end' }));
    await queue('1', { whenUnknown: 'resend_once' });
    await round();
    expect(await state()).toBe('queued unknown');
    kit.clock.moveBy(minutes(1));
    await round();
    expect(await state()).toBe('held unknown');
    expect(sink.arrived.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${(await row()).id}@collaboratives.example>`));
  });

  it('drops a mail of unknown fate that the reader will ask for anew', async () => {
    sink.behave(() => ({ does: 'cut', at: 'end' }));
    await queue('1', { whenUnknown: 'drop' });
    await round();
    expect(await state()).toBe('cancelled unknown');
  });

  it('lets a sign-in link through while the other lane waits for a slow server', async () => {
    sink.behave((recipient) => ({ does: 'accept', afterMs: recipient.startsWith('ana.now') ? 0 : 250 }));
    for (const key of ['1', '2', '3', '4', '5']) await queue(key, { priority: 'bulk' });
    await queue('now', { priority: 'now' });
    await round();
    expect(sink.arrived).toHaveLength(6);
    expect((await row('now')).finished_at).not.toBeNull();
  });

  it('sends soon before bulk, and within them the oldest first', async () => {
    await queue('bulk', { priority: 'bulk' });
    kit.clock.moveBy(1);
    await queue('later');
    await queue('earlier', { sendAt: '2026-11-21T19:00:00.000Z' });
    for (let turn = 0; turn < 3; turn += 1) await deliverDue(kit.deps, transport, { limit: 1, lane: 'rest' });
    expect(sink.arrived.map(({ recipients }) => recipients[0])).toEqual(['ana.earlier@example.org', 'ana.later@example.org', 'ana.bulk@example.org']);
  });

  it('writes the headers of an automatic mail, in the reader’s language, to the stored address alone', async () => {
    await queue('1', { to: { personId: null, name: 'Ana, Reyes <x@evil.example>', address: 'ana.1@example.org', locale: 'es' } });
    await round();
    const { raw, recipients } = sink.arrived[0]!;
    expect(recipients).toEqual(['ana.1@example.org']);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^Content-Language: es\r$/m);
    expect(raw).not.toMatch(/^List-Unsubscribe/m);
  });

  it('gives subscriptions, and only them, the two headers of a one-click leave', async () => {
    await queue('1', { stream: 'subscription', leaveUrl: 'https://example.org/leave/abc' });
    await round();
    const { raw } = sink.arrived[0]!;
    expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/example\.org\/leave\/abc>\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  });

  it('carries a calendar part with its method', async () => {
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    await queue('1', { calendar: { method: 'REQUEST', content } });
    await round();
    expect(sink.arrived[0]!.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
  });
});
