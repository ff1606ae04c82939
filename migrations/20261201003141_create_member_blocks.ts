import type { Knex } from 'knex';

/** Whom a member wants no messages from, messages that did not reach their reader for it, and reports that were dealt with. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('member_blocks', (table) => {
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('blocked_id', 26).notNullable().references('people.id');
    table.string('blocked_at', 24).notNullable();
    table.primary(['person_id', 'blocked_id']);
    table.index(['blocked_id'], 'blocks_by_blocked');
  });
  await knex.schema.alterTable('member_messages', (table) => {
    /** The reader had blocked the writer: nobody but the writer knows of it. */
    table.string('withheld_at', 24);
    table.string('dealt_with_at', 24);
    table.string('dealt_with_by', 26);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('member_messages', (table) => {
    table.dropColumns('withheld_at', 'dealt_with_at', 'dealt_with_by');
  });
  await knex.schema.dropTable('member_blocks');
}
