import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('panel_comments', (table) => {
    table.string('id', 26).primary();
    table.string('candidacy_id', 26).notNullable().references('candidacies.id').onDelete('CASCADE');
    table.string('author_id', 26).notNullable().references('people.id');
    table.text('text').notNullable();
    table.string('written_at', 24).notNullable();
    table.index(['candidacy_id', 'written_at'], 'panel_comments_by_file');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('panel_comments');
}
