import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('guardian_consents', (table) => {
    table.string('application_id', 26).primary().references('applications.id');
    table.string('answer', 8).notNullable().checkIn(['given', 'refused']);
    table.string('method', 5).notNullable().checkIn(['link', 'paper']);
    table.string('name', 200).notNullable();
    table.string('answered_at', 24).notNullable();
    table.string('recorded_by', 26).references('people.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('guardian_consents');
}
