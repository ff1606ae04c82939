import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '../../../src/db/database';
import { projectRoot } from '../../../src/lib/project-root';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'process-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const port = 20_000 + (process.pid % 20_000);
const file = (): string => join(folder, 'collaboratives.sqlite');
const production = () => ({
  NODE_ENV: 'production',
  PORT: String(port),
  SECRET: 'a-secret-of-our-own-that-is-long-enough',
  PUBLIC_URL: 'https://127.0.0.1',
  ALLOWED_HOSTS: '127.0.0.1',
  SMTP_URL: 'smtps://127.0.0.1:1',
  DATA_FOLDER: folder,
  DATABASE_URL: file(),
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function start(program: string, environment: Readonly<Record<string, string>>): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['--import', 'tsx', join('src', program)], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'], ...environment },
  });
  children.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, said });
    });
  });
  return { child, ended };
}

async function listening(): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const status = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('does not listen');
}

async function migrated(): Promise<void> {
  const database = openDatabase(file());
  await migrate(database.db);
  await database.close();
}

describe('a production start', () => {
  it('lists every unsafe setting and ends with 1', async () => {
    const { code, said } = await start('server.ts', { ...production(), SECRET: 'short', PUBLIC_URL: 'http://127.0.0.1' }).ended;
    expect(code).toBe(1);
    expect(said.split('\n').filter((line) => line.startsWith('  - '))).toEqual([
      '  - SECRET must be at least 32 bytes of your own',
      '  - PUBLIC_URL must begin with https://',
      `  - no database at ${file()}: restore the newest backup there, or begin a new one with npm run migrate`,
    ]);
    expect(existsSync(file())).toBe(false);
  });

  it('refuses a database that lacks migrations', async () => {
    await openDatabase(file()).db.raw('create table x (y)');
    const { code, said } = await start('server.ts', production()).ended;
    expect([code, said]).toEqual([1, expect.stringMatching(/the database lacks \d+ migrations: run npm run migrate/)]);
  });

  it('refuses a damaged database and leaves it as it is', async () => {
    await migrated();
    const bytes = readFileSync(file());
    bytes.fill(0x5a, 4096, 4096 * 12);
    writeFileSync(file(), bytes);
    const { code, said } = await start('server.ts', production()).ended;
    expect([code, said]).toEqual([1, expect.stringContaining('is damaged: keep the file as it is and restore the newest backup')]);
    truncateSync(file(), 0);
    writeFileSync(file(), 'not a database at all, but long enough to be read as one'.repeat(100));
    expect((await start('server.ts', production()).ended).said).toContain('is damaged');
  });

  it('of the demo is refused', async () => {
    const { code, said } = await start('demo.ts', { NODE_ENV: 'production', DATA_FOLDER: folder }).ended;
    expect([code, said]).toEqual([1, expect.stringContaining('the demo does not run in production')]);
  });
});

describe('an orderly stop', () => {
  it('answers what is under way, takes nothing new, and ends with 0 within seconds', async () => {
    await migrated();
    const { child, ended } = start('server.ts', { ...production(), LOG_LEVEL: 'info' });
    await listening();
    const socket = connect(port, '127.0.0.1');
    const answer = new Promise<string>((resolve) => {
      let found = '';
      socket.on('data', (chunk) => (found += chunk.toString()));
      socket.on('close', () => {
        resolve(found);
      });
    });
    const head =
      'POST /language HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 13\r\n\r\n';
    socket.write(`${head}langu`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const begun = Date.now();
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    socket.write('age=es&a');
    expect((await answer).split('\r\n')[0]).toMatch(/^HTTP\/1\.1 [234]\d\d /);
    expect((await ended).code).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
  });
});
