import type { Knex } from 'knex';

/** The other bodies of a joint meeting: ids as JSON, read with each meeting and never changed once it is scheduled. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('meetings', (table) => {
    table.text('with_bodies').notNullable().defaultTo('[]');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('meetings', (table) => {
    table.dropColumn('with_bodies');
  });
}
