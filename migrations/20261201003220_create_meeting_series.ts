import type { Knex } from 'knex';

/** Meetings made together by a rule, and the day the rule names for each. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('meeting_series', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    /** JSON: weeks, weekday, times, first and last day, what becomes of holidays. */
    table.text('rule').notNullable();
    /** JSON: what each meeting begins with. */
    table.text('template').notNullable();
    table.string('made_at', 24).notNullable();
    table.string('made_by', 26);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['collaborative_id', 'made_at'], 'meeting_series_by_collaborative');
  });
  await knex.raw('alter table meetings add column series_id varchar(26)');
  await knex.raw('alter table meetings add column series_on varchar(10)');
  await knex.raw('create index meetings_by_series on meetings (series_id, series_on)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index meetings_by_series');
  await knex.raw('alter table meetings drop column series_on');
  await knex.raw('alter table meetings drop column series_id');
  await knex.schema.dropTable('meeting_series');
}
