import type { Knex } from 'knex';

/** Requests of refused applicants for a review of procedure, and their answers. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('procedure_reviews', (table) => {
    table.string('id', 26).primary();
    table.string('candidacy_id', 26).notNullable().unique().references('candidacies.id');
    table.string('application_id', 26).notNullable().references('applications.id');
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('status', 10).notNullable().checkIn(['received', 'answered']);
    table.text('words').notNullable();
    table.string('asked_at', 24).notNullable();
    table.string('asked_by', 40);
    table.string('answer_by', 24).notNullable();
    table.string('outcome', 10).checkIn(['upheld', 'corrected']);
    table.text('answer');
    table.string('answered_at', 24);
    table.string('answered_by', 40);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['collaborative_id', 'cycle_id', 'status', 'answer_by'], 'procedure_reviews_by_clock');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('procedure_reviews');
}
