import type { Knex } from 'knex';

/** Who signed up to speak at a meeting, under a number; a name is never asked for. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('speakers', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.integer('number').notNullable();
    /** The line of the agenda; null: the meeting's public comment. */
    table.string('item_id', 26);
    table.string('name', 100).notNullable().defaultTo('');
    table.string('email', 254).notNullable().defaultTo('');
    table.string('way', 10).notNullable().checkIn(['in_person', 'remote']);
    /** The language to interpret from; empty: no interpreter. */
    table.string('interpreter', 60).notNullable().defaultTo('');
    table.string('locale', 10).notNullable();
    table.string('status', 10).notNullable().checkIn(['waiting', 'speaking', 'spoke', 'absent', 'cancelled']);
    table.string('signed_at', 24).notNullable();
    table.string('began_at', 24);
    table.string('ended_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['meeting_id', 'number'], { indexName: 'speakers_by_number' });
    table.index(['email'], 'speakers_by_email');
  });
  await knex.raw(`create unique index one_speaker_at_a_time on speakers (meeting_id) where status = 'speaking'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('speakers');
}
