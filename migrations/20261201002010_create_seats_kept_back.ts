import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('seats_kept_back', (table) => {
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('seat_id', 26).notNullable().references('seats.id');
    table.text('words').notNullable();
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('at', 24).notNullable();
    table.primary(['cycle_id', 'seat_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('seats_kept_back');
}
