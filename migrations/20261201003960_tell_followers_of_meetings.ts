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
const since = ['commitments.moved', 'meetings.scheduled', 'meetings.moved', 'meetings.cancelled', 'scheduling.postponed'];

/** Followers hear of promises that move, and of meetings that are planned, moved, called off and put off. */
export const up = (knex: Knex): Promise<void> => watch(knex, [...before, ...since]);

/** What is noted of them by then is told no more. */
export async function down(knex: Knex): Promise<void> {
  await knex('public_news').whereIn('action', since).delete();
  await watch(knex, before);
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
