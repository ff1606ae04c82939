import type { Knex } from 'knex';

/** Who said at the door that they are here, before the roll was called. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('check_ins', (table) => {
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('membership_id', 26).notNullable().references('memberships.id');
    table.string('at', 24).notNullable();
    table.primary(['meeting_id', 'membership_id']);
    table.index(['membership_id'], 'check_ins_by_membership');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('check_ins');
}
