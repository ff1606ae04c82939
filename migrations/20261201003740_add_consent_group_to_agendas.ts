import type { Knex } from 'knex';

/** Routine items that an agenda puts together for one motion, what members took out of them, and what else a motion decides. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table agenda_items add column is_consent boolean not null default false');
  await knex.raw("alter table motions add column also_items text not null default '[]'");
  await knex.schema.createTable('consent_removals', (table) => {
    table.string('item_id', 26).primary().references('agenda_items.id');
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('membership_id', 26).notNullable().references('memberships.id');
    table.string('at', 24).notNullable();
    table.index(['meeting_id'], 'consent_removals_by_meeting');
    table.index(['membership_id'], 'consent_removals_by_membership');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('consent_removals');
  await knex.raw('alter table motions drop column also_items');
  await knex.raw('alter table agenda_items drop column is_consent');
}
