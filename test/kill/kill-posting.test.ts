import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inTransaction, migrate, openDatabase, type Database } from '../../src/db/database';
import { readConfig } from '../../src/config';
import { makeDeps, type Deps } from '../../src/deps';
import { addItem } from '../../src/features/agendas';
import { visitor, type Actor } from '../../src/lib/actor';
import { silentLogger } from '../../src/lib/logger';
import { businessItem } from '../support/agenda-scene';
import { aCollaborative, aMember, aStoredMeeting } from '../support/builders/meeting';
import { childProgram } from './child-program';

const now = '2026-11-25T20:00:00.000Z';
const outputs = join(__dirname, '..', 'output');

let folder: string;
let program: string;
let database: Database;
let deps: Deps;
let chair: Actor & { readonly id: string };
let collaborative: Awaited<ReturnType<typeof aCollaborative>>;

beforeAll(async () => {
  mkdirSync(outputs, { recursive: true });
  folder = mkdtempSync(join(outputs, 'posting-'));
  program = childProgram('posting-child', folder);
  database = openDatabase(join(folder, 'posting.sqlite'));
  await migrate(database.db);
  deps = makeDeps(readConfig({ NODE_ENV: 'test' }), { database, clock: { now: () => now }, logger: silentLogger });
  collaborative = await aCollaborative(deps);
  const ana = await aMember(deps, collaborative, { seat: 'C-1', office: 'chair' });
  await aMember(deps, collaborative, { seat: 'C-2', name: 'Bo Lee', email: 'bo@example.org' });
  await database.db('agenda_requests').insert({
    id: 'request-1',
    collaborative_id: collaborative.id,
    email: 'zoe@example.org',
    locale: 'en',
    asked_at: now,
    lapses_on: '2026-12-31',
  });
  chair = { ...visitor('en'), id: ana.id, name: 'Ana', offices: [{ office: 'chair', collaborativeId: collaborative.id }] };
}, 60_000);

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function aPlannedMeeting(id: string): Promise<void> {
  await aStoredMeeting(deps, collaborative, { id });
  await inTransaction(deps, (tx) => addItem(tx, visitor('en'), id, businessItem('Safe routes')));
}

/** Posts in a process of its own; answers what it said, or that it was killed. */
async function post(meetingId: string, dieAt = 0): Promise<string> {
  const order = { databaseUrl: join(folder, 'posting.sqlite'), meetingId, actor: chair, now, dieAt };
  const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (words: Buffer) => (said += String(words)));
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal === 'SIGKILL' ? 'killed' : said.trim();
}

async function whatStands(meetingId: string): Promise<{ versions: number[]; mails: string[]; events: number; status: string }> {
  const { db } = database;
  const mails = await db('outbox').where('dedupe_key', 'like', `%:${meetingId}:%`).orderBy('to_address').pluck('to_address');
  const events = await db('events').where({ subject_id: meetingId, action: 'agendas.posted' }).pluck('id');
  const meeting = await db('meetings').where({ id: meetingId }).first('status');
  return {
    versions: await db('postings').where({ meeting_id: meetingId }).pluck('number'),
    mails,
    events: events.length,
    status: meeting!.status,
  };
}

const nothing = { versions: [], mails: [], events: 0, status: 'scheduled' };
const whole = { versions: [1], mails: ['ana@example.org', 'bo@example.org', 'zoe@example.org'], events: 1, status: 'posted' };

it('posts all or nothing, wherever the server dies, and once when the poster tries again', async () => {
  const deaths: number[] = [];
  for (let dieAt = 1; dieAt < 120; dieAt += 1) {
    const id = `dies-${dieAt}`;
    await aPlannedMeeting(id);
    if ((await post(id, dieAt)) !== 'killed') break;
    deaths.push(dieAt);
    expect([dieAt, [nothing, whole]]).toEqual([dieAt, expect.arrayContaining([await whatStands(id)])]);
    if (dieAt % 4 !== 0) continue;
    expect(['posted', 'nothingNew']).toContain(await post(id));
    expect([dieAt, await whatStands(id)]).toEqual([dieAt, whole]);
  }
  expect(deaths.length).toBeGreaterThan(15);
}, 240_000);

it('posts once from two browsers on two servers, also when one of them dies on the way', async () => {
  for (const [round, dieAt] of [0, 8, 14, 20].entries()) {
    const id = `two-${round}`;
    await aPlannedMeeting(id);
    const said = await Promise.all([post(id), post(id, dieAt)]);
    expect(['posted', 'nothingNew']).toContain(said[0]);
    expect([said, await whatStands(id)]).toEqual([said, whole]);
  }
}, 120_000);
