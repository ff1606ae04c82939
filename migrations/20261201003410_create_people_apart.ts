import type { Knex } from 'knex';

/** Two records of which an administrator said that they are different people; the smaller id stands first. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('people_apart', (table) => {
    table.string('first_id', 26).notNullable().references('people.id');
    table.string('second_id', 26).notNullable().references('people.id');
    table.string('judged_by', 26);
    table.string('judged_at', 24).notNullable();
    table.primary(['first_id', 'second_id']);
    table.index(['second_id'], 'apart_by_second');
    table.check('first_id < second_id', [], 'apart_in_order');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('people_apart');
}
