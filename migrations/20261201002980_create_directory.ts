import type { Knex } from 'knex';

/** Who shows fellow members how to reach them, messages among members, and private calendar addresses. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('directory_entries', (table) => {
    table.string('id', 26).primary();
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.boolean('shows_email').notNullable();
    table.boolean('shows_phone').notNullable();
    table.string('opted_in_at', 24).notNullable();
    table.string('opted_out_at', 24);
    table.unique(['person_id', 'collaborative_id']);
  });
  await knex.schema.createTable('member_messages', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('from_id', 26).notNullable().references('people.id');
    table.string('to_id', 26).notNullable().references('people.id');
    table.text('text').notNullable();
    table.string('sent_at', 24).notNullable();
    table.string('reported_at', 24);
    table.text('report_words').notNullable().defaultTo('');
    table.index(['to_id'], 'messages_by_reader');
    table.index(['from_id'], 'messages_by_writer');
    table.index(['collaborative_id', 'reported_at'], 'messages_reported');
  });
  await knex.schema.createTable('calendar_feeds', (table) => {
    table.string('person_id', 26).primary().references('people.id');
    table.string('token_hash', 64).notNullable().unique();
    table.string('made_at', 24).notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['calendar_feeds', 'member_messages', 'directory_entries']) await knex.schema.dropTable(table);
}
