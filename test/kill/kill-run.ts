import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { readConfig } from '../../src/config';
import { migrate, openDatabase, type Database } from '../../src/db/database';
import { makeDeps } from '../../src/deps';
import { silentLogger } from '../../src/lib/logger';
import { queueEmails } from '../../src/mail/queue-email';
import { resumeMail } from '../../src/mail/worker-state.queries';
import { anEmail } from '../support/builders/email';
import { smtpSink, type Behaviour, type SmtpSink } from '../support/smtp-sink';
import { childProgram } from './child-program';
import { fastClock } from './fast-clock';

export interface KillPlan {
  readonly kills: number;
  readonly mails: number;
  readonly seed: number;
  /** A PostgreSQL database to use; a SQLite file of its own when left out. */
  readonly databaseUrl?: string | undefined;
}

export interface KillReport {
  readonly kills: number;
  readonly queued: number;
  readonly sent: number;
  readonly failed: number;
  /** Of unknown fate, for a person to look at; not lost. */
  readonly held: number;
  readonly heldButArrived: number;
  readonly duplicates: number;
  readonly lost: number;
  readonly seconds: number;
}

const outputs = join(__dirname, '..', 'output');

/** Two workers against a hostile server, killed at random moments: what came of each mail. */
export async function killMail(plan: KillPlan): Promise<KillReport> {
  const begun = Date.now();
  const random = randomFrom(plan.seed);
  mkdirSync(outputs, { recursive: true });
  const folder = mkdtempSync(join(outputs, 'kill-'));
  const databaseUrl = plan.databaseUrl ?? join(folder, 'mail.sqlite');
  const database = openDatabase(databaseUrl);
  const sink = await smtpSink();
  sink.behave(() => hostile(random()));
  const field = new Field([childProgram('mail-child', folder), databaseUrl, sink.url, String(begun)]);
  try {
    await migrate(database.db);
    await database.db('outbox').delete();
    await killAll({ plan, field, database, random, epoch: begun });
    await drained(database);
    return { ...(await reportOf(plan, database, sink)), seconds: Math.round((Date.now() - begun) / 1000) };
  } finally {
    await field.clear();
    await sink.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 10 % try again, 5 % refused, 5 % cut after the message, 2 % silent after it, 20 % slow. */
function hostile(chance: number): Behaviour {
  if (chance < 0.1) return { does: 'answer', code: 451, at: 'message' };
  if (chance < 0.15) return { does: 'answer', code: 554, at: 'message' };
  if (chance < 0.2) return { does: 'cut', at: 'end' };
  if (chance < 0.22) return { does: 'hang', at: 'end' };
  return { does: 'accept', afterMs: chance < 0.42 ? 250 : 0 };
}

/** The workers on the field: killed ones are replaced. */
class Field {
  private readonly workers: ChildProcess[] = [];

  constructor(private readonly command: readonly string[]) {}

  async fill(count: number): Promise<void> {
    while (this.workers.length < count) {
      const worker = spawn(process.execPath, this.command, { stdio: ['ignore', 'pipe', 'inherit'] });
      this.workers.push(worker);
      await once(worker.stdout, 'data');
    }
  }

  async kill(place: number): Promise<void> {
    const [worker] = this.workers.splice(place, 1);
    if (worker === undefined) return;
    const gone = once(worker, 'exit');
    worker.kill('SIGKILL');
    await gone;
  }

  async clear(): Promise<void> {
    while (this.workers.length > 0) await this.kill(0);
  }
}

interface Battle {
  readonly plan: KillPlan;
  readonly field: Field;
  readonly database: Database;
  readonly random: () => number;
  readonly epoch: number;
}

/** Queues mails a few at a time, so that every kill meets workers at work. */
async function killAll({ plan, field, database, random, epoch }: Battle): Promise<void> {
  const config = readConfig({ NODE_ENV: 'test' });
  const deps = makeDeps(config, { database, clock: fastClock(epoch), logger: silentLogger });
  let queued = 0;
  for (let kill = 1; kill <= plan.kills; kill += 1) {
    const upTo = Math.round((plan.mails * kill) / plan.kills);
    await queueEmails(
      deps,
      Array.from({ length: upTo - queued }, (_, place) => anEmail(String(queued + place))),
    );
    queued = upTo;
    await field.fill(2);
    await after(20 + random() * 300);
    await field.kill(Math.floor(random() * 2));
    // This server fails on purpose more often than any real one: the pause is another test's business.
    await resumeMail(database.db);
  }
  await field.fill(2);
}

/** Waits until nothing is on its way any more: an undelivered row is not a lost one. */
async function drained({ db }: Database): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const open = await db('outbox').whereIn('status', ['queued', 'claimed', 'handed']).first();
    if (open === undefined) return;
    await resumeMail(db);
    await after(100);
  }
}

async function reportOf(plan: KillPlan, { db }: Database, sink: SmtpSink): Promise<Omit<KillReport, 'seconds'>> {
  const rows = await db('outbox').select('id', 'status', 'problem');
  const arrivals = new Map<string, number>();
  for (const { messageId } of sink.arrived) arrivals.set(messageId, (arrivals.get(messageId) ?? 0) + 1);
  const arrived = ({ id }: { id: string }) => arrivals.has(`<${id}@collaboratives.example>`);
  const having = (status: string) => rows.filter((row) => row.status === status);
  const answered = having('failed').filter(({ problem }) => problem === 'refused');
  const accounted = having('sent').filter(arrived).length + having('held').length + answered.length;
  return {
    kills: plan.kills,
    queued: plan.mails,
    sent: having('sent').length,
    failed: having('failed').length,
    held: having('held').length,
    heldButArrived: having('held').filter(arrived).length,
    duplicates: [...arrivals.values()].filter((count) => count > 1).length,
    lost: plan.mails - accounted,
  };
}

/** The same row of numbers from 0 to 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
