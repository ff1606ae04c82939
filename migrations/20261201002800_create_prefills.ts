import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Which drafts began with the answers of an earlier application, and when that one was sent.
  await knex.schema.createTable('application_prefills', (table) => {
    table.string('application_id', 26).primary().references('applications.id').onDelete('CASCADE');
    table.string('last_sent_at', 24).notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('application_prefills');
}
