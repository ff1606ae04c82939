import type { Knex } from 'knex';

/** Matters taken up that were not on the posted agenda, each with its own vote (54954.2(b), 35147(c)). */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('agenda_exceptions', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.text('title').notNullable();
    table.text('why').notNullable();
    table.string('status', 10).notNullable().checkIn(['proposed', 'carried', 'failed', 'withdrawn']);
    table.string('regimes', 60).notNullable();
    table.string('item_id', 26).references('agenda_items.id');
    table.string('proposed_at', 24).notNullable();
    table.string('decided_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['meeting_id'], 'agenda_exceptions_by_meeting');
    table.unique(['item_id'], { indexName: 'agenda_exceptions_by_item' });
  });

  await knex.schema.createTable('agenda_exception_votes', (table) => {
    table.string('exception_id', 26).notNullable().references('agenda_exceptions.id');
    table.string('membership_id', 26).notNullable().references('memberships.id');
    table.string('choice', 10).notNullable().checkIn(['yes', 'no', 'abstain', 'recused', 'absent']);
    table.string('reason', 300).notNullable().defaultTo('');
    table.primary(['exception_id', 'membership_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['agenda_exception_votes', 'agenda_exceptions']) await knex.schema.dropTable(table);
}
