import type { Knex } from 'knex';

const cycleStatuses = ['draft', 'scheduled', 'open', 'closed', 'in_review', 'deciding', 'released', 'complete', 'cancelled'];
const candidacyStatuses = ['in_review', 'offered', 'alternate', 'not_selected', 'accepted', 'declined', 'lapsed', 'expired', 'withdrawn'];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('forms', (table) => {
    table.string('id', 26).primary();
    table.integer('number').notNullable();
    table.text('questions').notNullable();
    table.string('frozen_at', 24);
    table.string('frozen_by', 26);
  });

  await knex.schema.createTable('rubrics', (table) => {
    table.string('id', 26).primary();
    table.integer('number').notNullable();
    table.text('criteria').notNullable();
    table.string('written_by', 200).notNullable();
    table.string('frozen_at', 24);
  });

  await knex.schema.createTable('cycles', (table) => {
    table.string('id', 26).primary();
    table.string('code', 20).notNullable().unique();
    table.text('name').notNullable();
    table.string('status', 12).notNullable().checkIn(cycleStatuses);
    table.string('opens_at', 24).notNullable();
    table.string('closes_at', 24).notNullable();
    table.string('review_by', 10).notNullable();
    table.string('decisions_on', 10).notNullable();
    table.integer('answer_days').notNullable().defaultTo(10);
    table.string('term_starts_on', 10).notNullable();
    table.string('term_ends_on', 10).notNullable();
    table.string('form_id', 26).notNullable().references('forms.id');
    table.string('rubric_id', 26).notNullable().references('rubrics.id');
    table.text('settings').notNullable().defaultTo('{}');
    table.integer('version').notNullable().defaultTo(1);
    table.index(['status', 'opens_at'], 'cycles_by_status');
  });

  await knex.schema.createTable('cycle_collaboratives', (table) => {
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.primary(['cycle_id', 'collaborative_id']);
  });

  await knex.schema.createTable('seats_on_offer', (table) => {
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('seat_id', 26).notNullable().references('seats.id');
    table.primary(['cycle_id', 'seat_id']);
  });

  await knex.schema.createTable('applications', (table) => {
    table.string('id', 26).primary();
    table.string('reference', 12).notNullable().unique();
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('person_id', 26).references('people.id');
    table.string('status', 12).notNullable().checkIn(['draft', 'submitted', 'withdrawn', 'discarded']);
    table.string('locale', 10).notNullable();
    table.string('email', 254);
    table.string('name', 200).notNullable().defaultTo('');
    table.string('folded_name', 200).notNullable().defaultTo('');
    table.string('constituency', 20);
    table.string('zip', 5);
    table.string('school_id', 14);
    table.text('answers').notNullable().defaultTo('{}');
    table.text('pending_answers');
    table.string('entered_by', 26);
    table.string('begun_at', 24).notNullable();
    table.string('saved_at', 24).notNullable();
    table.string('submitted_at', 24);
    table.string('withdrawn_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['cycle_id', 'status', 'submitted_at', 'id'], 'applications_by_cycle');
    table.index(['cycle_id', 'folded_name', 'id'], 'applications_by_name');
    table.index(['person_id'], 'applications_by_person');
    table.index(['email'], 'applications_by_email');
  });
  await knex.raw(
    `create unique index one_live_application on applications (cycle_id, person_id) where person_id is not null and status in ('draft', 'submitted')`,
  );

  await knex.schema.createTable('application_submissions', (table) => {
    table.string('id', 26).primary();
    table.string('application_id', 26).notNullable().references('applications.id');
    table.integer('number').notNullable();
    table.string('submitted_at', 24).notNullable();
    table.text('answers').notNullable();
    table.unique(['application_id', 'number']);
  });

  await knex.schema.createTable('application_demographics', (table) => {
    table.string('application_id', 26).primary().references('applications.id');
    table.text('answers').notNullable();
  });

  await knex.schema.createTable('candidacies', (table) => {
    table.string('id', 26).primary();
    table.string('application_id', 26).notNullable().references('applications.id');
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.integer('preference').notNullable();
    table.string('status', 12).notNullable().checkIn(candidacyStatuses);
    table.boolean('is_reviewed').notNullable();
    table.string('constituency', 20).notNullable();
    table.string('submitted_at', 24).notNullable();
    table.string('decided_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['application_id', 'collaborative_id']);
    table.index(['cycle_id', 'collaborative_id', 'submitted_at', 'id'], 'candidacies_by_list');
    table.index(['cycle_id', 'preference', 'submitted_at', 'id'], 'candidacies_by_choice');
    table.index(['cycle_id', 'collaborative_id', 'status'], 'candidacies_by_status');
  });
}

export async function down(knex: Knex): Promise<void> {
  const tables = ['candidacies', 'application_demographics', 'application_submissions', 'applications', 'seats_on_offer'];
  for (const table of [...tables, 'cycle_collaboratives', 'cycles', 'rubrics', 'forms']) await knex.schema.dropTable(table);
}
