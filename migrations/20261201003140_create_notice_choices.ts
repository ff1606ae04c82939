import type { Knex } from 'knex';

/** What people chose of the mails nobody has to get: never, or gathered once a week. No row: at once. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('notice_choices', (table) => {
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('kind', 40).notNullable();
    table.string('choice', 10).notNullable().checkIn(['weekly', 'never']);
    table.string('chosen_at', 24).notNullable();
    table.primary(['person_id', 'kind']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('notice_choices');
}
