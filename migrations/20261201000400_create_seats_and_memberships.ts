import type { Knex } from 'knex';

const constituencies = ['families', 'students', 'community', 'organizations', 'philanthropy', 'business', 'at_large'];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('seats', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('code', 20).notNullable();
    table.string('constituency', 20).notNullable().checkIn(constituencies);
    table.boolean('is_voting').notNullable();
    table.boolean('takes_applications').notNullable();
    table.integer('term_years').notNullable();
    table.string('starts_on', 10).notNullable();
    table.string('ends_on', 10);
    table.unique(['collaborative_id', 'code']);
  });

  await knex.schema.createTable('memberships', (table) => {
    table.string('id', 26).primary();
    table.string('seat_id', 26).notNullable().references('seats.id');
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('candidacy_id', 26);
    table.string('status', 12).notNullable().checkIn(['pending', 'active', 'on_leave', 'holdover', 'ended']);
    table.string('term_starts_on', 10).notNullable();
    table.string('term_ends_on', 10).notNullable();
    table.boolean('is_stub').notNullable().defaultTo(false);
    table.string('started_on', 10);
    table.string('ended_on', 10);
    table.string('end_reason', 20).checkIn(['term_completed', 'resigned', 'removed', 'died', 'transferred', 'abandoned']);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['person_id'], 'memberships_by_person');
    table.index(['seat_id', 'term_starts_on'], 'memberships_by_seat');
  });
  await knex.raw(`create unique index one_holder_per_seat on memberships (seat_id) where status in ('active', 'on_leave', 'holdover')`);

  await knex.schema.createTable('offices', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('membership_id', 26).notNullable().references('memberships.id');
    table.string('office', 12).notNullable().checkIn(['chair', 'vice_chair', 'secretary']);
    table.string('starts_on', 10).notNullable();
    table.string('ends_on', 10);
    table.index(['collaborative_id', 'office', 'starts_on'], 'offices_by_collaborative');
    table.index(['membership_id'], 'offices_by_membership');
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['offices', 'memberships', 'seats']) await knex.schema.dropTable(table);
}
