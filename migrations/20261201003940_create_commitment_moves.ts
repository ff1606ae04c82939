import type { Knex } from 'knex';

/** What became of the district's promises: every move of a commitment with its words, for anyone to read. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('commitment_moves', (table) => {
    table.string('id', 26).primary();
    table.string('commitment_id', 26).notNullable().references('commitments.id').onDelete('CASCADE');
    table.string('from_status', 10).notNullable();
    table.string('to_status', 10).notNullable();
    table.string('from_on', 10).notNullable();
    table.string('to_on', 10).notNullable();
    /** LocalText as JSON. */
    table.text('words').notNullable();
    table.string('evidence_url', 500);
    table.string('at', 24).notNullable();
    table.string('by_id', 26).notNullable();
    table.index(['commitment_id', 'at'], 'commitment_moves_of_commitment');
  });
  await knex.schema.alterTable('commitments', (table) => table.index(['status', 'due_on'], 'commitments_by_day'));
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('commitments', (table) => table.dropIndex(['status', 'due_on'], 'commitments_by_day'));
  await knex.schema.dropTable('commitment_moves');
}
