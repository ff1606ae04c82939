import type { Knex } from 'knex';

/** What time and place of a meeting its members were told of before the edits that wait to be told in one mail. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('meeting_changes', (table) => {
    table.string('meeting_id', 26).primary().references('meetings.id');
    table.string('since', 24).notNullable();
    table.text('was').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('meeting_changes');
}
