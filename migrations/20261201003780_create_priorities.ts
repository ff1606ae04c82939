import type { Knex } from 'knex';

/** What a local district holds most important (its vision), as its own list; a line of an agenda and a note may serve one of them. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('priorities', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    /** The form it came from: sent twice is one. */
    table.string('form_key', 40).notNullable().unique();
    table.integer('place').notNullable();
    /** LocalText as JSON; so is the text. */
    table.text('title').notNullable();
    table.text('text').notNullable();
    /** Whether anything was ever linked to it: then it stays. */
    table.boolean('is_linked').notNullable().defaultTo(false);
    table.string('retired_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['collaborative_id', 'place'], 'priorities_in_order');
  });
  for (const table of ['agenda_items', 'notes'])
    await knex.raw(`alter table ${table} add column priority_id varchar(26) references priorities (id)`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['notes', 'agenda_items']) await knex.raw(`alter table ${table} drop column priority_id`);
  await knex.schema.dropTable('priorities');
}
