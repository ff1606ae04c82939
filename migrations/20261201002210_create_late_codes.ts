import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('late_codes', (table) => {
    table.string('id', 26).primary();
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('code', 12).notNullable().unique();
    table.string('for_whom', 200).notNullable();
    table.text('note').notNullable();
    table.string('email', 254);
    table.integer('use_limit').notNullable();
    table.integer('uses').notNullable().defaultTo(0);
    table.string('expires_at', 24).notNullable();
    table.string('made_at', 24).notNullable();
    table.string('made_by', 26).notNullable().references('people.id');
    table.string('revoked_at', 24);
    table.index(['cycle_id', 'made_at', 'id'], 'late_codes_by_cycle');
  });
  await knex.schema.alterTable('applications', (table) => {
    table.string('late_code_id', 26);
    table.string('extended_until', 24);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('applications', (table) => {
    table.dropColumn('late_code_id');
    table.dropColumn('extended_until');
  });
  await knex.schema.dropTable('late_codes');
}
