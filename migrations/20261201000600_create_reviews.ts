import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('panel_members', (table) => {
    table.string('id', 26).primary();
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('kind', 10).notNullable().checkIn(['staff', 'member', 'public']);
    table.string('acknowledged_at', 24);
    table.unique(['cycle_id', 'collaborative_id', 'person_id']);
  });

  await knex.schema.createTable('reviews', (table) => {
    table.string('id', 26).primary();
    table.string('candidacy_id', 26).notNullable().references('candidacies.id');
    table.string('reviewer_id', 26).notNullable().references('people.id');
    table.string('status', 12).notNullable().checkIn(['assigned', 'in_progress', 'complete', 'recused']);
    table.string('recommendation', 10).checkIn(['yes', 'maybe', 'no']);
    table.string('recusal_ground', 20);
    table.text('recusal_words');
    table.string('assigned_at', 24).notNullable();
    table.string('assigned_by', 26);
    table.string('completed_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['candidacy_id', 'reviewer_id']);
    table.index(['reviewer_id', 'status'], 'reviews_by_reviewer');
  });

  await knex.schema.createTable('review_scores', (table) => {
    table.string('review_id', 26).notNullable().references('reviews.id').onDelete('CASCADE');
    table.string('criterion', 40).notNullable();
    table.integer('score');
    table.text('comment').notNullable().defaultTo('');
    table.primary(['review_id', 'criterion']);
    table.check('score is null or (score >= 0 and score <= 4)', [], 'score_in_range');
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['review_scores', 'reviews', 'panel_members']) await knex.schema.dropTable(table);
}
