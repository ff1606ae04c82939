import type { Knex } from 'knex';

/** Why a member stepped aside from a vote. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw("alter table votes add column reason varchar(300) not null default ''");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table votes drop column reason');
}
