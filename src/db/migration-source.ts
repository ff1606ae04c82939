import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Knex } from 'knex';

const load = createRequire(__filename);

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
    getMigration: (name) => Promise.resolve(load(join(directory, name)) as Knex.Migration),
  };
}
