import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, readDemoConfig, unsafeSettings } from '../../../src/config';
import { unsafeMachine, type Machine } from '../../../src/boot';
import { projectRoot } from '../../../src/lib/project-root';

const safe = {
  NODE_ENV: 'production',
  SECRET: 'a-secret-of-our-own-that-is-long-enough',
  PUBLIC_URL: 'https://collaboratives.example.org',
  ALLOWED_HOSTS: 'collaboratives.example.org',
  SMTP_URL: 'smtps://mail.example.org',
  DATABASE_URL: 'postgres://localhost/collaboratives',
  // Not the folder of this checkout, which a demo may have left here with any rights.
  DATA_FOLDER: join(tmpdir(), 'no-such-folder-of-collaboratives'),
};
const machine: Machine = { nodeVersion: '22.3.0', now: 2000, builtAt: 1000 };
const settings = (given: Readonly<Record<string, string>>) => unsafeSettings(readConfig({ ...safe, ...given }));

describe('production', () => {
  it('starts with safe settings on a sound machine', () => {
    expect(settings({})).toEqual([]);
    expect(unsafeMachine(readConfig(safe), machine)).toEqual([]);
  });

  it.each([
    [{ SECRET: '' }, 'SECRET'],
    [{ SECRET: 'x'.repeat(31) }, 'SECRET'],
    [{ SECRET: 'development-only-secret-do-not-use-in-production' }, 'SECRET'],
    [{ PUBLIC_URL: 'http://collaboratives.example.org' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'ftp://collaboratives.example.org' }, 'PUBLIC_URL'],
    [{ ALLOWED_HOSTS: ' , ' }, 'ALLOWED_HOSTS'],
    [{ MAIL_MODE: 'mailbox' }, 'MAIL_MODE'],
    [{ MAIL_MODE: 'log' }, 'MAIL_MODE'],
    [{ SMTP_URL: '' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtps://mail.example.org?tls.rejectUnauthorized=false' }, 'SMTP_URL'],
    [{ PSEUDO_LOCALES: '1' }, 'PSEUDO_LOCALES'],
    [{ LOG_LEVEL: 'debug' }, 'LOG_LEVEL'],
  ])('does not start with %j and says so in one line', (given, name) => {
    const lines = settings(given);
    expect(lines.map((line) => line.split(/[ =]/)[0])).toEqual([name]);
  });

  it.each([
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '-1'],
    ['PORT', '70000'],
    ['NODE_ENV', 'prod'],
    ['MAIL_MODE', 'carrier pigeon'],
  ])('does not read %s=%s', (name, value) => {
    expect(() => readConfig({ ...safe, [name]: value })).toThrow(name);
  });

  it.each([
    ['20.18.9', 1],
    ['18.20.0', 1],
    ['20.19.0', 0],
    ['24.0.0', 0],
  ])('on Node %s counts %d faults', (nodeVersion, count) => {
    expect(unsafeMachine(readConfig(safe), { ...machine, nodeVersion })).toHaveLength(count);
  });

  it('does not start before the day it was built', () => {
    expect(unsafeMachine(readConfig(safe), { ...machine, now: 999 })).toHaveLength(1);
    expect(unsafeMachine(readConfig(safe), { ...machine, now: 1000 })).toHaveLength(0);
  });
});

describe('the data of production', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'boot-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const faults = (given: Readonly<Record<string, string>>) => unsafeMachine(readConfig({ ...safe, ...given }), machine);

  it('is not open to others on the machine', () => {
    chmodSync(folder, 0o755);
    expect(faults({ DATA_FOLDER: folder })).toEqual([`others on this machine can read ${folder}: chmod o-rwx it`]);
    chmodSync(folder, 0o750);
    expect(faults({ DATA_FOLDER: folder })).toEqual([]);
  });

  it('is not where the public files are', () => {
    expect(faults({ DATA_FOLDER: join(projectRoot, 'public', 'data') })).toEqual([
      'DATA_FOLDER must not be inside the folder of public files',
    ]);
  });

  it('is restored when it is missing, never begun anew in silence', () => {
    const file = join(folder, 'collaboratives.sqlite');
    const [line = ''] = faults({ DATA_FOLDER: folder, DATABASE_URL: file });
    expect(line).toMatch(/^no database at .*: restore the newest backup/);
    writeFileSync(file, '');
    expect(faults({ DATA_FOLDER: folder, DATABASE_URL: file })).toEqual([]);
  });
});

describe('the demo', () => {
  it('does not run in production', () => {
    expect(() => readDemoConfig({ NODE_ENV: 'production' })).toThrow('the demo does not run in production');
  });
});

describe('outside production', () => {
  it('nothing is asked', () => {
    const config = readConfig({ NODE_ENV: 'development' });
    expect([unsafeSettings(config), unsafeMachine(config, { nodeVersion: '1.0.0', now: 0, builtAt: 1 })]).toEqual([[], []]);
  });
});
