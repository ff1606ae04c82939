import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/db/database';
import { deliverDue } from '../../src/mail/deliver';
import type { Email } from '../../src/mail/email';
import { nextGathering } from '../../src/mail/notice-choices';
import { saveChoice } from '../../src/mail/notice-choices.queries';
import { queueEmail } from '../../src/mail/queue-email';
import { smtpTransport } from '../../src/mail/transport';
import { anEmail } from '../support/builders/email';
import { aPerson } from '../support/builders/person';
import { emptyTables, onEachEngine, testDatabase } from '../support/database';
import { mailDeps, type MailDeps } from '../support/mail-deps';
import { smtpSink } from '../support/smtp-sink';

onEachEngine((engine) => {
  let database: Database;
  let kit: MailDeps;
  let personId: string;
  const at = '2026-11-21T20:00:00.000Z';

  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await emptyTables(database.db);
    kit = mailDeps(database, 'smtp://127.0.0.1:1');
    personId = (await aPerson(kit.deps)).id;
  });

  const notice = (key: string, given: Partial<Email> = {}): Email => ({
    ...anEmail(key, { kind: 'vacancy.open', stream: 'subscription', leaveUrl: 'http://127.0.0.1/leave', ...given }),
    to: { personId, name: 'Ana Reyes', address: 'ana@example.org', locale: 'en' },
  });
  const choose = (choice: 'at_once' | 'weekly' | 'never') => saveChoice(database.db, personId, { kind: 'vacancy.open', choice, at });
  const due = async () => (await database.db('outbox').orderBy('dedupe_key').pluck<string[]>('due_at')).map((moment) => moment.slice(0, 16));

  it('gathers a notice on Friday afternoon for who chose that, unless it were of no use by then', async () => {
    await choose('weekly');
    await queueEmail(kit.deps, notice('1'));
    await queueEmail(kit.deps, notice('2', { expiresAt: '2026-11-25T08:00:00.000Z' }));
    await choose('at_once');
    await queueEmail(kit.deps, notice('3'));
    expect(await due()).toEqual(['2026-11-28T00:00', '2026-11-21T20:00', '2026-11-21T20:00']);
  });

  it('never sends a notice to who wants none, not even one that waited already, and service mail always', async () => {
    const sink = await smtpSink();
    kit = mailDeps(database, sink.url);
    await queueEmail(kit.deps, notice('1'));
    await choose('never');
    await queueEmail(kit.deps, notice('2'));
    await queueEmail(kit.deps, notice('3', { stream: 'service' }));
    await queueEmail(kit.deps, notice('4', { kind: 'interest.cycleOpens' }));
    const transport = smtpTransport(kit.deps.config.mail);
    await deliverDue(kit.deps, transport, { limit: 50 });
    transport.close();
    await sink.close();
    expect(await database.db('outbox').orderBy('dedupe_key').pluck('status')).toEqual(['cancelled', 'cancelled', 'sent', 'sent']);
  });
});

it('gathers at four in the afternoon of the district, in winter and in summer, and a week later from that minute on', () => {
  expect(nextGathering('2026-11-27T23:59:59.000Z')).toBe('2026-11-28T00:00:00.000Z');
  expect(nextGathering('2026-11-28T00:00:00.000Z')).toBe('2026-12-05T00:00:00.000Z');
  expect(nextGathering('2026-07-01T12:00:00.000Z')).toBe('2026-07-03T23:00:00.000Z');
});

it('lets a person choose of every kind of mail nobody has to get; invitations, agendas and what is followed go to addresses and have lists of their own', () => {
  const features = join(__dirname, '../../src/features');
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const subscriptions = files.filter((file) => readFileSync(join(features, file), 'utf8').includes("stream: 'subscription',\n    priority"));
  expect(subscriptions.sort()).toEqual([
    'agenda-requests/agenda-request.emails.ts',
    'following/following.emails.ts',
    'outreach/invitation.emails.ts',
    'standing-interest/interest.emails.ts',
    'vacancies/vacancies.emails.ts',
  ]);
});
