import type { Knex } from 'knex';

/** What the public writes before a meeting; shown with the agenda once staff have looked for personal data. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('comments', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    /** The line of the agenda it is about; null: the meeting's public comment. Lines may be taken off, so nothing refers to them. */
    table.string('item_id', 26);
    table.string('name', 100).notNullable().defaultTo('');
    table.string('email', 254).notNullable().defaultTo('');
    table.string('locale', 10).notNullable();
    table.text('text').notNullable();
    table.string('status', 10).notNullable().checkIn(['waiting', 'published', 'held']);
    /** Which personal data holds it back. */
    table.string('reason', 20);
    table.string('sent_at', 24).notNullable();
    table.string('checked_at', 24);
    table.string('checked_by', 26);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['meeting_id', 'status', 'sent_at'], 'comments_by_meeting');
    table.index(['email'], 'comments_by_email');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('comments');
}
