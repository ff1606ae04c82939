import type { Knex } from 'knex';

/** Each time somebody phoned a person who had not answered an offer. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('offer_calls', (table) => {
    table.string('id', 26).primary();
    table.string('offer_id', 26).notNullable().references('offers.id').onDelete('CASCADE');
    table.string('caller_id', 40).notNullable();
    table.string('at', 24).notNullable();
    table.string('outcome', 12).notNullable().checkIn(['reached', 'no_answer', 'left_word', 'wrong_number', 'yes', 'no']);
    table.string('again_at', 24);
    table.string('said_name', 200);
    table.index(['offer_id', 'id'], 'offer_calls_by_offer');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('offer_calls');
}
