import type { Knex } from 'knex';

/** Who asked for a collaborative's agendas by mail (54954.1): an address, and until which 31 December. Leaving deletes the row. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('agenda_requests', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('email', 254).notNullable();
    table.string('locale', 10).notNullable();
    table.string('asked_at', 24).notNullable();
    table.string('lapses_on', 10).notNullable();
    table.unique(['collaborative_id', 'email'], { indexName: 'agenda_requests_once' });
    table.index(['lapses_on'], 'agenda_requests_by_end');
    table.index(['email'], 'agenda_requests_by_email');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('agenda_requests');
}
