import type { Knex } from 'knex';

/** What people ask about their data, holds that stop any erasure, and runs of the retention rules. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('erasure_requests', (table) => {
    table.string('id', 26).primary();
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('status', 10).notNullable().checkIn(['asked', 'done', 'refused']);
    table.string('asked_at', 24).notNullable();
    table.string('asked_by', 26);
    table.string('decided_at', 24);
    table.string('decided_by', 26);
    /** Why it was refused. */
    table.text('words').notNullable().defaultTo('');
    /** JSON: how many rows were deleted, blanked and kept, by what they are. */
    table.text('counts').notNullable().defaultTo('{}');
    table.integer('version').notNullable().defaultTo(1);
    table.index(['person_id'], 'erasure_requests_by_person');
  });
  await knex.raw(`create unique index one_open_erasure on erasure_requests (person_id) where status = 'asked'`);
  await knex.schema.createTable('legal_holds', (table) => {
    table.string('id', 26).primary();
    /** Null: of everybody. */
    table.string('person_id', 26).references('people.id');
    table.text('reason').notNullable();
    table.string('put_at', 24).notNullable();
    table.string('put_by', 26);
    table.string('lifted_at', 24);
    table.string('lifted_by', 26);
  });
  await knex.schema.createTable('retention_runs', (table) => {
    table.string('id', 26).primary();
    table.string('rule', 30).notNullable();
    table.string('ran_at', 24).notNullable();
    table.string('ran_by', 26);
    table.integer('count').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['retention_runs', 'legal_holds', 'erasure_requests']) await knex.schema.dropTable(table);
}
