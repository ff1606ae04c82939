import type { Knex } from 'knex';

const columns = [
  `requirements text not null default '{"en":"","es":""}'`,
  // The day from which terms are counted, and how long the first one lasts where seats are staggered.
  'seeds_on varchar(10)',
  'first_term_years integer',
  // Full terms in a row; null: as the collaborative decides.
  'term_limit integer',
  'version integer not null default 1',
];

/** What a seat asks of who holds it, and the days its terms are counted from. */
export async function up(knex: Knex): Promise<void> {
  for (const column of columns) await knex.raw(`alter table seats add column ${column}`);
}

export async function down(knex: Knex): Promise<void> {
  for (const name of ['requirements', 'seeds_on', 'first_term_years', 'term_limit', 'version'])
    await knex.raw(`alter table seats drop column ${name}`);
}
