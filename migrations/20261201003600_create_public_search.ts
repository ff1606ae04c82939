import type { Knex } from 'knex';

const isPostgres = (knex: Knex): boolean => (knex.client as { config: { client: unknown } }).config.client === 'pg';

/** Which source of the public index a row belongs to: `row` is the row that came, changed or went. */
const touches: readonly (readonly [table: string, select: (row: string) => string])[] = [
  ['collaboratives', (row) => `select 'collaborative', ${row}.id`],
  [
    'collaboratives',
    (row) =>
      `select 'meeting', minutes.meeting_id from minutes join meetings on meetings.id = minutes.meeting_id
       where minutes.status = 'circulated' and meetings.collaborative_id = ${row}.id`,
  ],
  ['meetings', (row) => `select 'meeting', ${row}.id`],
  ['postings', (row) => `select 'meeting', ${row}.meeting_id`],
  ['attachments', (row) => `select 'meeting', ${row}.meeting_id`],
  ['minutes', (row) => `select 'meeting', ${row}.meeting_id`],
  ['notes', (row) => `select 'note', ${row}.id`],
  ['note_answers', (row) => `select 'note', ${row}.note_id`],
  ['commitments', (row) => `select 'note', note_id from recommendations where id = ${row}.recommendation_id`],
  ['seats', (row) => `select 'roster', ${row}.collaborative_id`],
  ['offices', (row) => `select 'roster', ${row}.collaborative_id`],
  ['memberships', (row) => `select 'roster', collaborative_id from seats where id = ${row}.seat_id`],
  [
    'membership_leaves',
    (row) =>
      `select 'roster', seats.collaborative_id from memberships join seats on seats.id = memberships.seat_id
       where memberships.id = ${row}.membership_id`,
  ],
  [
    'people',
    (row) =>
      `select distinct 'roster', seats.collaborative_id from memberships join seats on seats.id = memberships.seat_id
       where memberships.person_id = ${row}.id`,
  ],
];

const note = (select: string): string => `insert into public_changes (source_kind, source_id) ${select};`;

/** What anyone may find by its words. Whatever touches a source notes it in the same transaction; the worker indexes it anew. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('public_changes', (table) => {
    table.increments('number');
    table.string('source_kind', 20).notNullable();
    table.string('source_id', 26).notNullable();
    table.index(['source_kind', 'source_id'], 'public_changes_by_source');
  });
  await knex.schema.createTable('public_documents', (table) => {
    table.bigInteger('place').primary();
    table.string('kind', 20).notNullable();
    table.string('subject_id', 60).notNullable();
    table.string('source_kind', 20).notNullable();
    table.string('source_id', 26).notNullable();
    table.string('collaborative_id', 26).notNullable();
    table.string('day', 10).notNullable();
    table.string('last_on', 10);
    table.string('state', 20).notNullable();
    table.string('href', 300).notNullable();
    table.text('title').notNullable();
    table.text('body').notNullable();
    if (isPostgres(knex)) table.specificType('words', 'tsvector');
    table.unique(['kind', 'subject_id']);
    table.index(['source_kind', 'source_id'], 'public_documents_by_source');
  });
  if (isPostgres(knex)) await knex.raw('create index public_documents_by_words on public_documents using gin (words)');
  else
    await knex.raw(
      `create virtual table public_words using fts5(words, content='', contentless_delete=1, detail=none, prefix='2 3 4', tokenize="ascii tokenchars '_'")`,
    );
  for (const [index, [table, select]] of touches.entries()) await watch(knex, `public_${table}_${index}`, table, select);
  for (const source of ['collaborative', 'roster'])
    await knex.raw(`insert into public_changes (source_kind, source_id) select '${source}', id from collaboratives`);
  await knex.raw(`insert into public_changes (source_kind, source_id) select 'meeting', id from meetings`);
  await knex.raw(`insert into public_changes (source_kind, source_id) select 'note', id from notes`);
}

export async function down(knex: Knex): Promise<void> {
  for (const [index, [table]] of touches.entries()) await unwatch(knex, `public_${table}_${index}`, table);
  if (!isPostgres(knex)) await knex.raw('drop table public_words');
  await knex.schema.dropTable('public_documents');
  await knex.schema.dropTable('public_changes');
}

async function watch(knex: Knex, name: string, table: string, select: (row: string) => string): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw(
      `create function ${name}() returns trigger language plpgsql as $$ begin
         if tg_op = 'DELETE' then ${note(select('old'))} else ${note(select('new'))} end if;
         return null;
       end $$`,
    );
    await knex.raw(`create trigger ${name} after insert or update or delete on ${table} for each row execute function ${name}()`);
    return;
  }
  for (const [when, row] of [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ] as const)
    await knex.raw(`create trigger ${name}_${when} after ${when} on ${table} begin ${note(select(row))} end`);
}

async function unwatch(knex: Knex, name: string, table: string): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw(`drop trigger ${name} on ${table}`);
    await knex.raw(`drop function ${name}()`);
    return;
  }
  for (const when of ['insert', 'update', 'delete']) await knex.raw(`drop trigger ${name}_${when}`);
}
