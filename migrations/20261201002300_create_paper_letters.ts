import type { Knex } from 'knex';

/** Letters for people who have no e-mail address, to be printed and posted by the staff of one collaborative. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('paper_letters', (table) => {
    table.string('id', 26).primary();
    table.string('dedupe_key', 240).notNullable().unique();
    table.string('kind', 60).notNullable();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('person_id', 40);
    table.string('to_name', 200).notNullable();
    table.string('locale', 12).notNullable();
    table.string('subject', 300).notNullable();
    table.string('about_kind', 40).notNullable();
    table.string('about_id', 60).notNullable();
    table.text('body').notNullable();
    table.string('status', 10).notNullable().checkIn(['waiting', 'printed', 'posted', 'told', 'dropped']);
    table.string('created_at', 24).notNullable();
    table.string('due_at', 24).notNullable();
    table.string('expires_at', 24);
    table.string('batch_id', 26);
    table.integer('prints').notNullable().defaultTo(0);
    table.string('printed_at', 24);
    table.string('printed_by', 40);
    table.string('finished_at', 24);
    table.string('finished_by', 40);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['collaborative_id', 'status', 'id'], 'paper_letters_by_queue');
    table.index(['batch_id'], 'paper_letters_by_batch');
    table.index(['about_kind', 'about_id'], 'paper_letters_by_subject');
    table.index(['person_id'], 'paper_letters_by_person');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('paper_letters');
}
