import type { Knex } from 'knex';

/** How an offer was answered, and what the applicant asked before answering. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('offers', (table) => {
    table.string('answered_via', 10);
    table.string('answered_by', 40);
    table.text('decline_reason');
    table.text('extension_reason');
  });

  await knex.schema.createTable('offer_questions', (table) => {
    table.string('id', 26).primary();
    table.string('offer_id', 26).notNullable().references('offers.id');
    table.string('status', 10).notNullable().checkIn(['asked', 'answered']);
    table.text('words').notNullable();
    table.string('asked_at', 24).notNullable();
    table.text('answer');
    table.string('answered_at', 24);
    table.string('answered_by', 40);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['offer_id', 'id'], 'offer_questions_by_offer');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('offer_questions');
  await knex.schema.alterTable('offers', (table) => {
    for (const column of ['answered_via', 'answered_by', 'decline_reason', 'extension_reason']) table.dropColumn(column);
  });
}
