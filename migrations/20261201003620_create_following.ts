import type { Knex } from 'knex';

const isPostgres = (knex: Knex): boolean => (knex.client as { config: { client: unknown } }).config.client === 'pg';

const told = `('agendas.posted', 'agendas.postedLate', 'minutes.approved', 'advice.adopt', 'advice.deliver', 'advice.acknowledge', 'advice.sign')`;
const columns = 'id, action, subject_kind, subject_id, collaborative_id, at';

/** News for those who follow without an account: noted from the history, in the transaction that makes it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('public_news', (table) => {
    table.string('id', 26).primary();
    table.string('action', 60).notNullable();
    table.string('subject_kind', 40).notNullable();
    table.string('subject_id', 26).notNullable();
    table.string('collaborative_id', 26).notNullable();
    table.string('at', 24).notNullable();
    table.string('told_at', 24);
    table.index(['told_at', 'id'], 'public_news_to_tell');
    table.index(['collaborative_id', 'at'], 'public_news_of_collaborative');
    table.index(['at'], 'public_news_by_time');
  });
  await knex.schema.createTable('followers', (table) => {
    table.string('id', 26).primary();
    table.string('email', 254).notNullable().unique();
    table.string('locale', 10).notNullable();
    table.string('confirmed_at', 24).notNullable();
    table.string('digest_on', 10);
  });
  await knex.schema.createTable('followings', (table) => {
    table.string('id', 26).primary();
    table.string('follower_id', 26).notNullable().references('followers.id').onDelete('CASCADE');
    table.string('subject_kind', 20).notNullable().checkIn(['all', 'collaborative', 'topic', 'note'], 'followings_kind');
    table.string('subject_id', 40).notNullable();
    table.string('frequency', 10).notNullable().checkIn(['at_once', 'weekly'], 'followings_frequency');
    table.string('since', 24).notNullable();
    table.unique(['follower_id', 'subject_kind', 'subject_id'], { indexName: 'followings_once' });
    table.index(['subject_kind', 'subject_id', 'frequency'], 'followings_by_subject');
  });
  await knex.raw(
    `insert into public_news (${columns}, told_at) select ${columns}, at from events where collaborative_id is not null and action in ${told}`,
  );
  await watch(knex);
}

export async function down(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw('drop trigger news_of_events on events');
    await knex.raw('drop function news_of_events()');
  } else await knex.raw('drop trigger news_of_events');
  for (const table of ['followings', 'followers', 'public_news']) await knex.schema.dropTable(table);
}

async function watch(knex: Knex): Promise<void> {
  const when = `when (new.collaborative_id is not null and new.action in ${told})`;
  const values = columns.replace(/\w+/g, (column) => `new.${column}`);
  const note = `insert into public_news (${columns}) values (${values});`;
  if (isPostgres(knex)) {
    await knex.raw(`create function news_of_events() returns trigger language plpgsql as $$ begin ${note} return null; end $$`);
    await knex.raw(`create trigger news_of_events after insert on events for each row ${when} execute function news_of_events()`);
  } else await knex.raw(`create trigger news_of_events after insert on events ${when} begin ${note} end`);
}
