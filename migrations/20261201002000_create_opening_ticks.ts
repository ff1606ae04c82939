import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('opening_ticks', (table) => {
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('item', 20).notNullable();
    table.string('about', 60).notNullable();
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('at', 24).notNullable();
    table.primary(['cycle_id', 'item']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('opening_ticks');
}
