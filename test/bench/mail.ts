import { performance } from 'node:perf_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { inTransaction, migrate, openDatabase } from '../../src/db/database';
import { deliverDue } from '../../src/mail/deliver';
import type { Email } from '../../src/mail/email';
import { queueEmails } from '../../src/mail/queue-email';
import { openTransport } from '../../src/mail/transport';
import { mailDeps } from '../support/mail-deps';

const many = 10_000;
const drained = 2_000;

/** Queues 10,000 personal mails in one transaction, then drains 2,000 of them and as many through a bare nodemailer pool. */
export async function measureMail() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-mail-'));
  const sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => {
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    sink.listen(0, '127.0.0.1', resolve);
  });
  const address = sink.server.address();
  const url = `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const database = openDatabase(join(folder, 'mail.sqlite'));
  await migrate(database.db);
  const { deps } = mailDeps(database, url);
  const begun = performance.now();
  await inTransaction(deps, (tx) =>
    queueEmails(
      tx,
      Array.from({ length: many }, (_, index) => mail(index)),
    ),
  );
  const queued = performance.now() - begun;
  const transport = openTransport(deps.config.mail);
  const draining = performance.now();
  let sent = 0;
  while (sent < drained) sent += (await deliverDue(deps, transport, { limit: 200 })).sent;
  const ours = sent / (performance.now() - draining);
  transport.close();
  const theirs = await bare(url);
  await database.close();
  await new Promise<void>((resolve) => {
    sink.close(() => {
      resolve();
    });
  });
  rmSync(folder, { recursive: true, force: true });
  const ratio = ours / theirs;
  return [
    {
      name: 'queue 10,000 personal mails in one transaction',
      value: Math.round(queued),
      unit: 'ms',
      goal: 'under 1500 ms',
      holds: queued < 1500,
    },
    {
      name: `drain to a local sink (${Math.round(ours * 1000)} a second) to a bare pool`,
      value: Math.round(ratio * 100) / 100,
      unit: 'of bare',
      goal: 'at least 0.8',
      holds: ratio >= 0.8,
    },
  ];
}

async function bare(url: string): Promise<number> {
  const pool = createTransport({ url, pool: true, maxConnections: 10 });
  const begun = performance.now();
  const message = {
    from: 'a@example.org',
    subject: 'Bench',
    text: 'A line of text. '.repeat(40),
    html: '<p>A line of text.</p>'.repeat(120),
  };
  await Promise.all(
    Array.from({ length: drained }, (_, index) =>
      pool.sendMail({ ...message, to: { name: 'Reader', address: `reader.${index}@example.org` } }),
    ),
  );
  const rate = drained / (performance.now() - begun);
  pool.close();
  return rate;
}

const mail = (index: number): Email => ({
  kind: 'bench.mail',
  to: { personId: null, name: `Reader ${index}`, address: `reader.${index}@example.org`, locale: index % 2 === 0 ? 'en' : 'es' },
  subject: 'The agenda is posted',
  letter: {
    preheader: 'The agenda of Thursday is posted.',
    greeting: `Dear Reader ${index},`,
    paragraphs: ['The agenda of Thursday is posted. Read it before you come.', 'There is an interpreter.'],
    facts: [{ label: 'When', value: 'Thursday, 6 PM' }],
    action: { text: 'Read the agenda', url: 'http://127.0.0.1/agenda' },
    after: [],
    reason: 'You get this because you are a member.',
  },
  dedupeKey: `bench:${index}`,
  stream: 'service',
  priority: 'bulk',
  about: { kind: 'meeting', id: 'bench', collaborativeId: null },
  whenUnknown: 'resend_once',
});
