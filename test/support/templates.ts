import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import knex from 'knex';
import { migrate, openDatabase } from '../../src/db/database';

/** Where the migrated and empty databases are that each test file begins with a copy of, by the names of their variables. */
export const templateVariables = { sqlite: 'TEST_TEMPLATE_SQLITE', postgres: 'TEST_TEMPLATE_POSTGRES' } as const;

/** Jest's start of a run: the migrations run once, and not again for each of several hundred databases. */
export async function makeTemplates(): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'collaboratives-template-')), 'template.sqlite');
  const database = openDatabase(file);
  await migrate(database.db);
  await database.db.raw('PRAGMA journal_mode = DELETE');
  await database.close();
  process.env[templateVariables.sqlite] = file;
  await makePostgresTemplate(process.env['TEST_POSTGRES_URL']);
}

async function makePostgresTemplate(url: string | undefined): Promise<void> {
  if (url === undefined) return;
  const name = `template_${randomBytes(6).toString('hex')}`;
  await asAdmin(url, `create database ${name}`);
  const database = openDatabase(url.replace(/\/[^/]*$/, `/${name}`));
  await migrate(database.db);
  await database.close();
  process.env[templateVariables.postgres] = name;
}

/** Jest's end of a run: takes the templates away. */
export async function dropTemplates(): Promise<void> {
  const file = process.env[templateVariables.sqlite];
  const name = process.env[templateVariables.postgres];
  const url = process.env['TEST_POSTGRES_URL'];
  if (file !== undefined) await rm(dirname(file), { recursive: true, force: true });
  if (name !== undefined && url !== undefined) await asAdmin(url, `drop database if exists ${name} with (force)`);
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const admin = knex({ client: 'pg', connection: url });
  await admin.raw(statement);
  await admin.destroy();
}
