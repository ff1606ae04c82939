import type { Knex } from 'knex';

/** Who stands in for an approver, from the first to the last day, and what was decided or signed for another. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('deputies', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('approver_id', 26).notNullable().references('people.id');
    table.string('deputy_id', 26).notNullable().references('people.id');
    table.string('starts_on', 10).notNullable();
    table.string('ends_on', 10).notNullable();
    table.string('named_by', 26).references('people.id');
    table.string('named_at', 24).notNullable();
    /** Set where it was ended before its last day. */
    table.string('ended_at', 24);
    table.string('ended_by', 26).references('people.id');
    table.index(['deputy_id'], 'deputies_by_deputy');
    table.index(['approver_id'], 'deputies_by_approver');
    table.index(['collaborative_id', 'ends_on'], 'deputies_by_end');
    table.check('approver_id <> deputy_id', [], 'deputies_of_others');
    table.check('starts_on <= ends_on', [], 'deputies_in_order');
  });
  for (const table of ['slates', 'slate_sendings']) await addColumn(knex, table, 'decided_for');
  await addColumn(knex, 'note_answers', 'signed_for');
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('note_answers', (table) => table.dropColumn('signed_for'));
  for (const name of ['slate_sendings', 'slates']) await knex.schema.alterTable(name, (table) => table.dropColumn('decided_for'));
  await knex.schema.dropTable('deputies');
}

const addColumn = (knex: Knex, name: string, column: string) =>
  knex.schema.alterTable(name, (table) => {
    table.string(column, 26);
  });
