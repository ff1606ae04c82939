import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';

/**
 * Migrations named without their extension: knex's own source records `.ts` or `.js`, so a database migrated by the
 * sources could not be opened by the compiled server.
 */
export function migrationSource(directory: string): Knex.MigrationSource<string> {
  return {
    getMigrations: () =>
      Promise.resolve(
        readdirSync(directory)
          .filter((file) => /^\d{14}_\w+\.(ts|js)$/.test(file))
          .map((file) => file.replace(/\.(ts|js)$/, ''))
          .sort(),
      ),
    getMigrationName: (name) => name,
    getMigration: (name) => import(join(directory, name)) as Promise<Knex.Migration>,
  };
}
