import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('reviewer_absences', (table) => {
    table.string('id', 26).primary();
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('from_on', 10).notNullable();
    table.string('to_on', 10).notNullable();
    table.unique(['person_id', 'from_on', 'to_on']);
    table.check('to_on >= from_on', [], 'absence_in_order');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('reviewer_absences');
}
