import type { Knex } from 'knex';

/** Files that somebody looks at before they are taken in. Their words are dropped once they are taken in, or after a week. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('import_tries', (table) => {
    table.string('id', 26).primary();
    table.string('kind', 20).notNullable().checkIn(['schools', 'zips', 'roster']);
    table.string('file_name', 200).notNullable();
    /** Base64 of the bytes; null once dropped. */
    table.text('content');
    table.string('made_by', 26).references('people.id');
    table.string('made_at', 24).notNullable();
    table.string('taken_at', 24);
    table.string('taken_by', 26).references('people.id');
    /** JSON of what was taken in, in numbers. */
    table.text('counts').notNullable().defaultTo('{}');
    table.index(['made_at'], 'import_tries_by_time');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('import_tries');
}
