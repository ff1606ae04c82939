import type { Knex } from 'knex';

const noteStatuses = ['draft', 'open', 'adopted', 'delivered', 'acknowledged', 'answered', 'closed', 'withdrawn'];
const dispositions = ['accepted', 'accepted_with_changes', 'already_in_place', 'declined', 'more_time'];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('notes', (table) => {
    table.string('id', 26).primary();
    table.string('reference', 20).notNullable().unique();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('status', 14).notNullable().checkIn(noteStatuses);
    table.text('title').notNullable();
    table.text('background').notNullable();
    table.string('topic', 40).notNullable();
    table.text('addressee').notNullable();
    table.string('adopted_by_motion', 26).references('motions.id');
    table.string('drafted_at', 24).notNullable();
    table.string('opened_at', 24);
    table.string('adopted_at', 24);
    table.string('delivered_at', 24);
    table.string('acknowledged_at', 24);
    table.string('answered_at', 24);
    table.string('closed_at', 24);
    table.string('acknowledge_by', 10);
    table.string('answer_by', 10);
    table.string('sha256', 64);
    table.string('supersedes_id', 26);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['collaborative_id', 'status', 'delivered_at'], 'notes_by_collaborative');
    table.index(['delivered_at'], 'notes_by_delivery');
  });

  await knex.schema.createTable('recommendations', (table) => {
    table.string('id', 26).primary();
    table.string('note_id', 26).notNullable().references('notes.id');
    table.integer('number').notNullable();
    table.text('text').notNullable();
    table.unique(['note_id', 'number']);
  });

  await knex.schema.createTable('note_people', (table) => {
    table.string('note_id', 26).notNullable().references('notes.id');
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('part', 10).notNullable().checkIn(['author', 'endorser']);
    table.string('at', 24).notNullable();
    table.primary(['note_id', 'person_id', 'part']);
  });

  await knex.schema.createTable('note_schools', (table) => {
    table.string('note_id', 26).notNullable().references('notes.id');
    table.string('school_id', 14).notNullable().references('schools.id');
    table.primary(['note_id', 'school_id']);
  });

  await knex.schema.createTable('note_answers', (table) => {
    table.string('id', 26).primary();
    table.string('note_id', 26).notNullable().unique().references('notes.id');
    table.string('status', 10).notNullable().checkIn(['draft', 'sent', 'signed', 'returned']);
    table.text('opening').notNullable().defaultTo('');
    table.string('written_by', 26).notNullable().references('people.id');
    table.string('sent_at', 24);
    table.string('signed_by', 26).references('people.id');
    table.string('signed_at', 24);
    table.text('return_words').notNullable().defaultTo('');
    table.integer('version').notNullable().defaultTo(1);
  });

  await knex.schema.createTable('dispositions', (table) => {
    table.string('answer_id', 26).notNullable().references('note_answers.id');
    table.string('recommendation_id', 26).notNullable().references('recommendations.id');
    table.string('disposition', 24).notNullable().checkIn(dispositions);
    table.text('reasons').notNullable();
    table.primary(['answer_id', 'recommendation_id']);
  });

  await knex.schema.createTable('commitments', (table) => {
    table.string('id', 26).primary();
    table.string('recommendation_id', 26).notNullable().references('recommendations.id');
    table.text('what').notNullable();
    table.string('who', 200).notNullable();
    table.string('due_on', 10).notNullable();
    table.string('status', 10).notNullable().checkIn(['planned', 'under_way', 'done', 'dropped']);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['recommendation_id'], 'commitments_by_recommendation');
  });

  await knex.schema.createTable('holidays', (table) => {
    table.string('date', 10).primary();
    table.text('name').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  const tables = ['holidays', 'commitments', 'dispositions', 'note_answers', 'note_schools', 'note_people', 'recommendations', 'notes'];
  for (const table of tables) await knex.schema.dropTable(table);
}
