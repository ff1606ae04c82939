import type { Knex } from 'knex';

const isPostgres = (knex: Knex): boolean => (knex.client as { config: { client: unknown } }).config.client === 'pg';
const before = [
  'agendas.posted',
  'agendas.postedLate',
  'minutes.approved',
  'advice.adopt',
  'advice.deliver',
  'advice.acknowledge',
  'advice.sign',
  'advice.extend',
  'advice.ask',
  'advice.reply',
];

/** What became of the district's promises: every move of a commitment with its words, for anyone to read. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('commitment_moves', (table) => {
    table.string('id', 26).primary();
    table.string('commitment_id', 26).notNullable().references('commitments.id').onDelete('CASCADE');
    table.string('from_status', 10).notNullable();
    table.string('to_status', 10).notNullable();
    table.string('from_on', 10).notNullable();
    table.string('to_on', 10).notNullable();
    /** LocalText as JSON. */
    table.text('words').notNullable();
    table.string('evidence_url', 500);
    table.string('at', 24).notNullable();
    table.string('by_id', 26).notNullable();
    table.index(['commitment_id', 'at'], 'commitment_moves_of_commitment');
  });
  await knex.schema.alterTable('commitments', (table) => table.index(['status', 'due_on'], 'commitments_by_day'));
  await watch(knex, [...before, 'commitments.moved']);
}

export async function down(knex: Knex): Promise<void> {
  await watch(knex, before);
  await knex.schema.alterTable('commitments', (table) => table.dropIndex(['status', 'due_on'], 'commitments_by_day'));
  await knex.schema.dropTable('commitment_moves');
}

/** What of the history is news for followers. */
async function watch(knex: Knex, actions: readonly string[]): Promise<void> {
  const told = actions.map((action) => `'${action}'`).join(', ');
  const when = `when (new.collaborative_id is not null and new.action in (${told}))`;
  const columns = 'id, action, subject_kind, subject_id, collaborative_id, at';
  await knex.raw(isPostgres(knex) ? 'drop trigger news_of_events on events' : 'drop trigger news_of_events');
  if (isPostgres(knex)) {
    await knex.raw(`create trigger news_of_events after insert on events for each row ${when} execute function news_of_events()`);
    return;
  }
  const note = `insert into public_news (${columns}) values (${columns.replace(/\w+/g, (column) => `new.${column}`)});`;
  await knex.raw(`create trigger news_of_events after insert on events ${when} begin ${note} end`);
}
