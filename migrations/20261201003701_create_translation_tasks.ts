import type { Knex } from 'knex';

/** Who translates a text, and until when. Which texts lack Spanish is read from the texts themselves. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('translation_tasks', (table) => {
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    /** `title`: of the meeting; else the id of an agenda item. */
    table.string('part', 26).notNullable();
    table.string('owner_id', 26).references('people.id');
    table.string('due_on', 10);
    table.integer('version').notNullable().defaultTo(1);
    table.primary(['meeting_id', 'part']);
    table.index(['owner_id'], 'translation_tasks_by_owner');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('translation_tasks');
}
