import type { Knex } from 'knex';

const meetingKinds = ['regular', 'special', 'emergency', 'orientation', 'community'];
const meetingStatuses = ['draft', 'scheduled', 'posted', 'in_session', 'adjourned', 'cancelled', 'postponed'];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('meetings', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('kind', 12).notNullable().checkIn(meetingKinds);
    table.string('status', 12).notNullable().checkIn(meetingStatuses);
    table.string('kind_reason', 500).notNullable().defaultTo('');
    table.text('title').notNullable();
    table.string('starts_at', 24).notNullable();
    table.string('ends_at', 24).notNullable();
    table.string('place', 200).notNullable();
    table.text('address').notNullable();
    table.string('room', 100).notNullable().defaultTo('');
    table.text('remote_url').notNullable().defaultTo('');
    table.string('remote_phone', 60).notNullable().defaultTo('');
    table.text('interpretation').notNullable().defaultTo('');
    table.string('access_contact', 254).notNullable().defaultTo('');
    table.string('access_ask_by', 10);
    table.text('papers_address').notNullable().defaultTo('');
    table.string('cancel_reason', 500);
    table.string('postponed_to', 26);
    table.string('in_session_at', 24);
    table.string('adjourned_at', 24);
    table.integer('sequence').notNullable().defaultTo(0);
    table.string('changed_at', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
    table.index(['collaborative_id', 'starts_at'], 'meetings_by_collaborative');
    table.index(['starts_at'], 'meetings_by_start');
  });

  await knex.schema.createTable('rsvps', (table) => {
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('answer', 12).notNullable().checkIn(['coming', 'remote', 'not_coming']);
    table.string('reason', 500).notNullable().defaultTo('');
    table.string('answered_at', 24).notNullable();
    table.primary(['meeting_id', 'person_id']);
  });

  await knex.schema.createTable('agenda_items', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.integer('place').notNullable();
    table.string('kind', 16).notNullable().checkIn(['opening', 'public_comment', 'minutes', 'business', 'closing']);
    table.text('title').notNullable();
    table.string('purpose', 10).notNullable().checkIn(['inform', 'promote', 'advise', 'procedure']);
    table.string('presenter', 200).notNullable().defaultTo('');
    table.integer('minutes').notNullable();
    table.text('text').notNullable();
    table.boolean('is_action').notNullable();
    table.string('note_id', 26);
    table.string('approves_minutes_of', 26);
    table.string('added_at', 24).notNullable();
    table.boolean('is_information_only').notNullable().defaultTo(false);
    table.string('outcome', 12).checkIn(['decided', 'postponed', 'no_action']);
    table.text('outcome_words').notNullable().defaultTo('');
    table.integer('version').notNullable().defaultTo(1);
    table.index(['meeting_id', 'place'], 'agenda_items_by_meeting');
    table.index(['note_id'], 'agenda_items_by_note');
  });

  await knex.schema.createTable('postings', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.integer('number').notNullable();
    table.text('snapshot').notNullable();
    table.string('sha256', 64).notNullable();
    table.string('posted_at', 24).notNullable();
    table.string('posted_by', 26).notNullable();
    table.text('put_up_at').notNullable();
    table.boolean('is_late').notNullable();
    table.text('late_reason').notNullable().defaultTo('');
    table.text('changes').notNullable().defaultTo('[]');
    table.unique(['meeting_id', 'number']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['postings', 'agenda_items', 'rsvps', 'meetings']) await knex.schema.dropTable(table);
}
