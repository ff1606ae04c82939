import type { Knex } from 'knex';

const isPostgres = (knex: Knex): boolean => (knex.client as { config: { client: unknown } }).config.client === 'pg';

/** Words by which staff find an application. Filled by `npm run cli -- search` and by every change from then on. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('search_documents', (table) => {
    table.increments('number');
    table.string('subject_id', 26).notNullable().unique();
    if (isPostgres(knex)) table.specificType('words', 'tsvector');
  });
  if (isPostgres(knex)) await knex.raw('create index search_documents_by_words on search_documents using gin (words)');
  else
    await knex.raw(
      `create virtual table search_words using fts5(words, content='', contentless_delete=1, detail=none, prefix='2 3 4', tokenize="unicode61 remove_diacritics 2 tokenchars '_'")`,
    );
}

export async function down(knex: Knex): Promise<void> {
  if (!isPostgres(knex)) await knex.raw('drop table search_words');
  await knex.schema.dropTable('search_documents');
}
