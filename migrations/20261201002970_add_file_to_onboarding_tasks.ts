import type { Knex } from 'knex';

const columns = ['file_name varchar(200)', 'file_kind varchar(10)', 'file_bytes integer', 'file_sha256 varchar(64)'] as const;

/** The file of a step that asks for one. */
export async function up(knex: Knex): Promise<void> {
  for (const column of columns) await knex.raw(`alter table onboarding_tasks add column ${column}`);
}

export async function down(knex: Knex): Promise<void> {
  for (const column of [...columns].reverse()) await knex.raw(`alter table onboarding_tasks drop column ${column.split(' ')[0] ?? ''}`);
}
