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

  await createMemberships(knex);
  await createOffices(knex);
}

export async function down(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw('drop trigger if exists terms_never_overlap on memberships');
    await knex.raw('drop function if exists refuse_overlapping_term()');
  }
  for (const table of ['offices', 'memberships', 'seats']) await knex.schema.dropTable(table);
}

async function createMemberships(knex: Knex): Promise<void> {
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
    table.string('leave_from', 10);
    table.string('leave_until', 10);
    table.integer('version').notNullable().defaultTo(1);
    table.check('term_starts_on <= term_ends_on', [], 'terms_have_days');
    table.index(['person_id'], 'memberships_by_person');
    table.index(['status', 'term_starts_on'], 'memberships_by_status');
    table.index(['seat_id', 'term_starts_on'], 'memberships_by_seat');
  });
  await knex.raw(`create unique index one_holder_per_seat on memberships (seat_id) where status in ('active', 'on_leave', 'holdover')`);
  await forbidOverlappingTerms(knex);
}

async function createOffices(knex: Knex): Promise<void> {
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
  await knex.raw('create unique index one_open_end_per_office on offices (collaborative_id, office) where ends_on is null');
}

const isPostgres = (knex: Knex): boolean => (knex.client as Knex.Client).config.client === 'pg';

/** A term lasts to its end or to the day its member left, if that was earlier; a pending one that never began takes no days. */
const lastDay = (row: string) => `case when ${row}.ended_on < ${row}.term_ends_on then ${row}.ended_on else ${row}.term_ends_on end`;
const counts = (row: string) => `not (${row}.status = 'ended' and ${row}.started_on is null)`;

const overlap = `select 1 from memberships as other
  where other.seat_id = new.seat_id and other.id <> new.id and ${counts('new')} and ${counts('other')}
    and other.term_starts_on <= ${lastDay('new')} and new.term_starts_on <= ${lastDay('other')}`;

/** The unique index above sees holders only; two terms to come would pass it. */
async function forbidOverlappingTerms(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw(`create function refuse_overlapping_term() returns trigger language plpgsql as $$ begin
      if exists (${overlap}) then raise exception 'terms_never_overlap' using errcode = 'exclusion_violation'; end if;
      return new;
    end $$`);
    await knex.raw(
      'create trigger terms_never_overlap before insert or update on memberships for each row execute function refuse_overlapping_term()',
    );
    return;
  }
  for (const change of ['insert', 'update'])
    await knex.raw(`create trigger terms_never_overlap_on_${change} before ${change} on memberships
      when exists (${overlap}) begin select raise(abort, 'terms_never_overlap'); end`);
}
