import type { Knex } from 'knex';

/** Whose record a person's record was joined to; the row stays for what names it in the history. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table people add column merged_into varchar(26)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table people drop column merged_into');
}
