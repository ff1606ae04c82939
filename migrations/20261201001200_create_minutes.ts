import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('minutes', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().unique().references('meetings.id');
    table.string('status', 12).notNullable().checkIn(['drafted', 'circulated', 'approved']);
    table.text('record').notNullable();
    table.text('text').notNullable();
    table.string('compiled_at', 24).notNullable();
    table.string('circulated_at', 24);
    table.string('approved_at', 24);
    table.string('approved_by_motion', 26).references('motions.id');
    table.integer('version').notNullable().defaultTo(1);
  });

  await knex.schema.createTable('minutes_corrections', (table) => {
    table.string('id', 26).primary();
    table.string('minutes_id', 26).notNullable().references('minutes.id');
    table.string('proposed_by', 26).notNullable().references('people.id');
    table.string('proposed_at', 24).notNullable();
    table.text('text').notNullable();
    table.string('status', 10).notNullable().checkIn(['proposed', 'taken', 'declined']);
    table.text('answer').notNullable().defaultTo('');
    table.index(['minutes_id', 'proposed_at'], 'corrections_by_minutes');
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['minutes_corrections', 'minutes']) await knex.schema.dropTable(table);
}
