import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('help_requests', (table) => {
    table.string('id', 26).primary();
    table.string('name', 200).notNullable();
    table.string('email', 254).notNullable();
    table.string('collaborative_id', 26).references('collaboratives.id');
    table.text('text').notNullable();
    table.string('locale', 10).notNullable();
    table.string('asked_at', 24).notNullable();
    table.string('answered_at', 24);
    table.string('answered_by', 26);
    table.text('answer');
    table.integer('version').notNullable().defaultTo(1);
    table.index(['asked_at'], 'help_requests_by_time');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('help_requests');
}
