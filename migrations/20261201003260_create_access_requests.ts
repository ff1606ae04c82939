import type { Knex } from 'knex';

/** What somebody needs in order to take part in a meeting, and what came of it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('access_requests', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('person_id', 26).references('people.id');
    table.string('name', 100).notNullable();
    table.string('email', 254);
    table.string('phone', 40).notNullable();
    table.string('locale', 10).notNullable();
    table.text('needs').notNullable();
    table.string('language', 100).notNullable();
    table.integer('children').notNullable();
    table.text('words').notNullable();
    table.string('status', 10).notNullable().checkIn(['open', 'arranged', 'refused']);
    table.string('asked_at', 24).notNullable();
    table.boolean('is_late').notNullable();
    table.text('answer').notNullable();
    table.string('answered_at', 24);
    table.string('answered_by', 26);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['meeting_id', 'asked_at'], 'access_requests_by_meeting');
    table.index(['person_id'], 'access_requests_by_person');
    table.index(['email'], 'access_requests_by_email');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('access_requests');
}
