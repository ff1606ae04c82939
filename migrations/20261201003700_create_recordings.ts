import type { Knex } from 'knex';

/** Links to recordings of a meeting, each with its captions and transcript. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('recordings', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    /** Of the form it was sent from, so that a second press changes nothing. */
    table.string('form_key', 40).notNullable().unique();
    table.string('url', 500).notNullable();
    table.string('language', 4).notNullable().checkIn(['room', 'en', 'es', 'asl', 'hy', 'ko', 'zh', 'ar']);
    /** Null: no captions yet. */
    table.string('captions_url', 500);
    /** Null: there is none. */
    table.string('transcript_url', 500);
    table.string('added_at', 24).notNullable();
    table.string('added_by', 26).notNullable().references('people.id');
    table.integer('version').notNullable().defaultTo(1);
    table.index(['meeting_id', 'added_at'], 'recordings_by_meeting');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('recordings');
}
