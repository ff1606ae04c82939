import type { Knex } from 'knex';

/** Drafts of decision letters, each change a version; and the letters as they were sent. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('letter_texts', (table) => {
    table.string('id', 26).primary();
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('slot', 60).notNullable();
    table.integer('version').notNullable();
    table.string('code', 30);
    table.text('wordings');
    table.string('edited_by', 40);
    table.string('edited_at', 24).notNullable();
    table.unique(['cycle_id', 'collaborative_id', 'slot', 'version']);
  });

  await knex.schema.createTable('decision_letters', (table) => {
    table.string('id', 26).primary();
    table.string('candidacy_id', 26).notNullable().references('candidacies.id');
    table.string('code', 30).notNullable();
    table.string('locale', 12).notNullable();
    table.string('subject', 300).notNullable();
    table.string('dedupe_key', 240).notNullable().unique();
    table.string('channel', 10).notNullable().checkIn(['mail', 'paper', 'none']);
    table.text('body');
    table.integer('kind_version');
    table.integer('own_version');
    table.string('created_at', 24).notNullable();
    table.index(['candidacy_id', 'id'], 'decision_letters_by_candidacy');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('decision_letters');
  await knex.schema.dropTable('letter_texts');
}
