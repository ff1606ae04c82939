import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('redactions', (table) => {
    table.string('id', 26).primary();
    table.string('application_id', 26).notNullable().references('applications.id');
    table.string('question', 60).notNullable();
    table.string('words', 200).notNullable();
    table.string('hidden_by', 26).notNullable();
    table.string('hidden_at', 24).notNullable();
    table.unique(['application_id', 'question', 'words']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('redactions');
}
