import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('lots', (table) => {
    table.string('id', 26).primary();
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('constituency', 20).notNullable();
    table.string('status', 10).notNullable().checkIn(['announced', 'drawn', 'replaced', 'cancelled']);
    table.integer('rule_version').notNullable();
    table.string('source', 10).notNullable().checkIn(['public', 'two_people']);
    table.text('source_words').notNullable();
    table.string('draw_at', 24).notNullable();
    table.string('announced_by', 26);
    table.string('announced_at', 24).notNullable();
    table.text('first_part');
    table.string('first_by', 26);
    table.text('seed');
    table.string('drawn_by', 26);
    table.string('drawn_at', 24);
    table.string('replaces', 26).references('lots.id');
    table.text('reason');
    table.integer('version').notNullable().defaultTo(1);
    table.index(['cycle_id', 'collaborative_id', 'announced_at'], 'lots_by_board');
  });

  await knex.schema.createTable('lot_places', (table) => {
    table.string('lot_id', 26).notNullable().references('lots.id').onDelete('CASCADE');
    table.string('candidacy_id', 26).notNullable().references('candidacies.id');
    table.string('reference', 20).notNullable();
    table.integer('place');
    table.primary(['lot_id', 'candidacy_id']);
    table.unique(['lot_id', 'reference']);
    table.index(['candidacy_id'], 'lot_places_by_candidacy');
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['lot_places', 'lots']) await knex.schema.dropTable(table);
}
