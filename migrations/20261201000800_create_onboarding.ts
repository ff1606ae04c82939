import type { Knex } from 'knex';

const kinds = ['acknowledge', 'fill_in', 'upload', 'attend', 'staff_check', 'read'];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('onboarding_templates', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).references('collaboratives.id');
    table.string('constituency', 20);
    table.integer('number').notNullable();
    table.text('tasks').notNullable();
    table.string('made_at', 24).notNullable();
  });

  await knex.schema.createTable('onboarding_plans', (table) => {
    table.string('id', 26).primary();
    table.string('membership_id', 26).notNullable().unique().references('memberships.id');
    table.string('template_id', 26).notNullable().references('onboarding_templates.id');
    table.string('status', 12).notNullable().checkIn(['not_started', 'in_progress', 'complete', 'abandoned']);
    table.string('begun_at', 24).notNullable();
    table.string('completed_at', 24);
    table.integer('version').notNullable().defaultTo(1);
  });

  await knex.schema.createTable('onboarding_tasks', (table) => {
    table.string('id', 26).primary();
    table.string('plan_id', 26).notNullable().references('onboarding_plans.id');
    table.string('key', 40).notNullable();
    table.integer('place').notNullable();
    table.string('kind', 12).notNullable().checkIn(kinds);
    table.text('title').notNullable();
    table.text('text').notNullable();
    table.integer('text_version').notNullable();
    table.boolean('is_required').notNullable();
    table.string('opens_on', 10);
    table.string('due_on', 10);
    table.string('status', 10).notNullable().checkIn(['open', 'done', 'waived']);
    table.text('answers').notNullable().defaultTo('{}');
    table.string('typed_name', 200);
    table.string('done_at', 24);
    table.string('done_by', 26);
    table.text('waiver_reason');
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['plan_id', 'key']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['onboarding_tasks', 'onboarding_plans', 'onboarding_templates']) await knex.schema.dropTable(table);
}
