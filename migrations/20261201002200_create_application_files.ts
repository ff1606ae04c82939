import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('application_files', (table) => {
    table.string('id', 26).primary();
    table.string('application_id', 26).notNullable().references('applications.id');
    table.string('question_key', 60).notNullable();
    table.string('name', 200).notNullable();
    table.string('kind', 4).notNullable().checkIn(['pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg']);
    table.integer('bytes').notNullable();
    table.string('sha256', 64).notNullable();
    table.string('added_at', 24).notNullable();
    table.index(['application_id', 'added_at'], 'files_by_application');
    table.index(['sha256'], 'application_files_by_hash');
  });
  await knex.schema.alterTable('applications', (table) => {
    table.string('address_proved_at', 24);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('applications', (table) => {
    table.dropColumn('address_proved_at');
  });
  await knex.schema.dropTable('application_files');
}
