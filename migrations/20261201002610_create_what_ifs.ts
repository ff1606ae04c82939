import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('what_ifs', (table) => {
    table.string('id', 26).primary();
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('name', 80).notNullable();
    table.string('made_by', 26);
    table.string('made_at', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['cycle_id', 'collaborative_id', 'name']);
  });

  await knex.schema.createTable('what_if_entries', (table) => {
    table.string('what_if_id', 26).notNullable().references('what_ifs.id').onDelete('CASCADE');
    table.string('candidacy_id', 26).notNullable().references('candidacies.id');
    table.string('placement', 10).notNullable().checkIn(['seat', 'alternate']);
    table.string('seat_id', 26).references('seats.id');
    table.integer('alternate_place');
    table.string('reason', 40);
    table.text('reason_words');
    table.primary(['what_if_id', 'candidacy_id']);
    table.unique(['what_if_id', 'seat_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['what_if_entries', 'what_ifs']) await knex.schema.dropTable(table);
}
