import type { Knex } from 'knex';

/** Several leaves a membership, so that a roster of the past stays true; `follows_id` names the membership this one continues. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('membership_leaves', (table) => {
    table.string('id', 26).primary();
    table.string('membership_id', 26).notNullable().references('memberships.id');
    table.string('starts_on', 10).notNullable();
    table.string('ends_on', 10);
    /** Private: seen by the staff of the collaborative alone. */
    table.text('reason').notNullable().defaultTo('');
    table.string('recorded_by', 26);
    table.string('recorded_at', 24);
    table.check('ends_on is null or starts_on <= ends_on', [], 'leaves_have_days');
    table.index(['membership_id', 'starts_on'], 'leaves_by_membership');
  });
  await knex.raw(`insert into membership_leaves (id, membership_id, starts_on, ends_on, reason)
    select id, id, leave_from, leave_until, '' from memberships where leave_from is not null`);
  await forbidOverlap(knex);
  await knex.raw('alter table memberships drop column leave_from');
  await knex.raw('alter table memberships drop column leave_until');
  await knex.raw('alter table memberships add column follows_id varchar(26)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table memberships drop column follows_id');
  await knex.raw('alter table memberships add column leave_from varchar(10)');
  await knex.raw('alter table memberships add column leave_until varchar(10)');
  if (isPostgres(knex)) await knex.raw('drop trigger leaves_never_overlap on membership_leaves');
  await knex.schema.dropTable('membership_leaves');
  if (isPostgres(knex)) await knex.raw('drop function refuse_overlapping_leave()');
}

const isPostgres = (knex: Knex): boolean => (knex.client as Knex.Client).config.client === 'pg';

const overlap = `select 1 from membership_leaves as other
  where other.membership_id = new.membership_id and other.id <> new.id
    and other.starts_on <= coalesce(new.ends_on, '9999-12-31') and new.starts_on <= coalesce(other.ends_on, '9999-12-31')`;

async function forbidOverlap(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw(`create function refuse_overlapping_leave() returns trigger language plpgsql as $$ begin
      if exists (${overlap}) then raise exception 'leaves_never_overlap' using errcode = 'exclusion_violation'; end if;
      return new;
    end $$`);
    await knex.raw(
      'create trigger leaves_never_overlap before insert or update on membership_leaves for each row execute function refuse_overlapping_leave()',
    );
    return;
  }
  for (const change of ['insert', 'update'])
    await knex.raw(`create trigger leaves_never_overlap_on_${change} before ${change} on membership_leaves
      when exists (${overlap}) begin select raise(abort, 'leaves_never_overlap'); end`);
}
