import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('composition_targets', (table) => {
    table.string('id', 26).primary();
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.text('targets').notNullable();
    table.string('saved_by', 26);
    table.string('saved_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['cycle_id', 'collaborative_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('composition_targets');
}
