import type { Database } from '../../src/db/database';
import { deliverDue } from '../../src/mail/deliver';
import { queueEmail, queueEmails } from '../../src/mail/queue-email';
import type { Answer } from '../../src/mail/reply';
import { smtpTransport, type Transport } from '../../src/mail/transport';
import { findBeat, findPause, resumeMail } from '../../src/mail/worker-state.queries';
import { startWorker } from '../../src/worker';
import { anEmail } from '../support/builders/email';
import { emptyTables, onEachEngine, testDatabase } from '../support/database';
import { mailDeps, minutes, type MailDeps } from '../support/mail-deps';
import { smtpSink, type SmtpSink } from '../support/smtp-sink';

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
    kit = mailDeps(database, sink.url.replace('smtp://', 'smtp://worker:secret@'));
    transport = smtpTransport(kit.deps.config.mail);
  });
  afterEach(async () => {
    transport.close();
    await sink.close();
  });
  afterAll(() => database.close());

  const round = (limit = 50) => deliverDue(kit.deps, transport, { limit });
  const many = (count: number, from = 0) => queueEmails(kit.deps, Array.from({ length: count }, (_, place) => anEmail(String(from + place))));
  const count = async (status: string) => Number((await database.db('outbox').where({ status } as object).count({ n: '*' }))[0]?.['n']);
  const until = async (isSo: () => Promise<boolean>) => {
    for (let tries = 0; tries < 1_000 && !(await isSo()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('pauses everything after five refused sign-ins, until it is resumed', async () => {
    sink.refuse('sign-in', 535);
    await many(8);
    for (let turn = 0; turn < 4; turn += 1) {
      await round(2);
      kit.clock.moveBy(minutes(15));
    }
    expect((await findPause(database.db))?.reason).toBe('sign-in-refused');
    expect((await round()).claimed).toBe(0);

    sink.refuse('sign-in', null);
    await resumeMail(database.db);
    expect((await round()).sent).toBe(8);
    expect(sink.arrived).toHaveLength(8);
  });

  it('pauses everything after fifty failures in a row, and not after forty-nine', async () => {
    sink.behave(() => ({ does: 'answer', code: 554, at: 'message' }));
    await many(49);
    await round();
    expect(await findPause(database.db)).toBeNull();
    await many(1, 49);
    await round();
    expect((await findPause(database.db))?.reason).toBe('failing');
  });

  it('delivers everything once within a quarter of an hour after a day without a server', async () => {
    const { port } = sink;
    await sink.close();
    await many(60);
    for (let passed = 0; passed < 24 * 60; passed += 20) {
      await round();
      kit.clock.moveBy(minutes(20));
    }
    expect(await findPause(database.db)).toBeNull();

    sink = await smtpSink(port);
    for (let passed = 0; passed < 15; passed += 1) {
      await round();
      kit.clock.moveBy(minutes(1));
    }
    expect(await count('sent')).toBe(60);
    expect(new Set(sink.arrived.map(({ messageId }) => messageId)).size).toBe(60);
    expect(sink.arrived).toHaveLength(60);
  });

  it('gives up after 72 hours of "later"', async () => {
    sink.behave(() => ({ does: 'answer', code: 451, at: 'message' }));
    await many(1);
    for (let hour = 0; hour < 80; hour += 1) {
      await round();
      kit.clock.moveBy(minutes(73));
    }
    expect(await count('failed')).toBe(1);
    const { tries } = (await database.db('outbox').first())!;
    expect(tries).toBeGreaterThan(50);
  });

  it('sends once when the lease ends during a slow send and another worker takes the mail', async () => {
    await many(1);
    let release = (): void => undefined;
    const isSlow = new Promise<void>((resolve) => (release = resolve));
    const slow: Transport = {
      ...transport,
      send: async (mail, beforeFinalDot): Promise<Answer> => {
        await isSlow;
        return transport.send(mail, beforeFinalDot);
      },
    };
    const first = deliverDue(kit.deps, slow, { limit: 1 });
    await until(async () => (await count('claimed')) === 1);
    kit.clock.moveBy(minutes(4));
    expect((await round()).sent).toBe(1);
    release();
    expect((await first).sent).toBe(0);
    expect(sink.arrived).toHaveLength(1);
    expect(await count('sent')).toBe(1);
  });

  it('two workers side by side send each mail once', async () => {
    await many(100);
    await Promise.all([round(50), round(50)]);
    expect(new Set(sink.arrived.map(({ messageId }) => messageId)).size).toBe(100);
    expect(sink.arrived).toHaveLength(100);
  });

  it('sends, beats, runs each task when its time has come, and stops in order', async () => {
    const runs: string[] = [];
    const tasks = [
      { name: 'scan', everySeconds: 60, run: () => Promise.resolve(void runs.push('scan')) },
      { name: 'broken', everySeconds: 60, run: () => Promise.reject(new Error('no')) },
      { name: 'after', everySeconds: 60, run: () => Promise.resolve(void runs.push('after')) },
    ];
    const worker = startWorker(kit.deps, { tasks, transport, pollMs: 10 });
    await queueEmail(kit.deps, anEmail('1', { priority: 'now' }));
    await until(async () => (await count('sent')) === 1 && runs.length === 2);
    expect(runs).toEqual(['scan', 'after']);
    kit.clock.moveBy(60_000);
    await until(async () => runs.length === 4 && (await findBeat(database.db)) === kit.clock.now());
    await worker.stop();
    // The clock may move in the middle of a round: each task then has its turn in this round or the next.
    expect(runs.slice(2).sort()).toEqual(['after', 'scan']);
    expect(await findBeat(database.db)).toBe(kit.clock.now());
  });

  it('finishes the mails under way when stopped and gives the others back', async () => {
    sink.behave(() => ({ does: 'accept', afterMs: 200 }));
    await many(20);
    const worker = startWorker(kit.deps, { tasks: [], transport, pollMs: 10 });
    await until(() => Promise.resolve(sink.arrived.length > 0));
    await worker.stop();
    const sent = await count('sent');
    expect(sent).toBe(sink.arrived.length);
    expect(sent).toBeLessThan(20);
    expect(await count('queued')).toBe(20 - sent);
  });
});
