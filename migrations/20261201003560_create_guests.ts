import type { Knex } from 'knex';

/** Who registered for a community session, and how many places there are. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('guest_lists', (table) => {
    table.string('meeting_id', 26).primary().references('meetings.id');
    /** Null: as many as come. */
    table.integer('places');
    table.integer('version').notNullable().defaultTo(1);
  });
  await knex.schema.createTable('guests', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    /** Of the form it was sent from, so that a second press changes nothing. */
    table.string('form_key', 40).notNullable().unique();
    table.string('name', 100).notNullable();
    table.string('email', 254);
    table.integer('party').notNullable();
    table.string('language', 100).notNullable();
    table.text('needs').notNullable();
    table.string('locale', 10).notNullable();
    table.string('status', 10).notNullable().checkIn(['placed', 'waiting', 'cancelled']);
    table.string('registered_at', 24).notNullable();
    table.string('arrived_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['meeting_id', 'registered_at'], 'guests_by_meeting');
    table.index(['email'], 'guests_by_email');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('guests');
  await knex.schema.dropTable('guest_lists');
}
