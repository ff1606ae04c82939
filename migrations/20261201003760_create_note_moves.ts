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
];
const moves = ['advice.extend', 'advice.ask', 'advice.reply'];

/** How the day an answer is due came about: extensions with their reason, and questions to the authors that stop the clock. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('note_moves', (table) => {
    table.string('id', 26).primary();
    table.string('note_id', 26).notNullable().references('notes.id').onDelete('CASCADE');
    table.string('kind', 20).notNullable().checkIn(['extension', 'question'], 'note_moves_kind');
    table.text('words').notNullable();
    table.text('reply');
    table.string('from_on', 10).notNullable();
    table.string('to_on', 10);
    table.string('at', 24).notNullable();
    table.string('by_id', 26).notNullable();
    table.string('replied_at', 24);
    table.string('replied_by', 26);
    table.index(['note_id', 'at'], 'note_moves_of_note');
  });
  await knex.schema.alterTable('notes', (table) => {
    table.string('stopped_on', 10);
  });
  await watch(knex, [...before, ...moves]);
}

export async function down(knex: Knex): Promise<void> {
  await watch(knex, before);
  await knex.raw('alter table notes drop column stopped_on');
  await knex.schema.dropTable('note_moves');
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
