import type { Knex } from 'knex';

/** What an ending still to come cut short, as it was before: given back when the ending is taken back, forgotten when it happens. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ending_cuts', (table) => {
    table.string('id', 26).primary();
    table.string('membership_id', 26).notNullable().references('memberships.id');
    table.string('kind', 10).notNullable().checkIn(['office', 'leave']);
    /** The whole row, as JSON. A leave's reason in it is private. */
    table.text('was').notNullable();
    table.index(['membership_id'], 'cuts_by_membership');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('ending_cuts');
}
