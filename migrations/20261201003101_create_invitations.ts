import type { Knex } from 'knex';

/** First links mailed to people who were given a role: when, by whom, until when, and what became of them. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('invitations', (table) => {
    table.string('id', 26).primary();
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('role_id', 26).notNullable().references('roles.id');
    table.string('sent_by', 26).references('people.id');
    table.string('sent_at', 24).notNullable();
    table.string('expires_at', 24).notNullable();
    table.string('outcome', 12).checkIn(['accepted', 'replaced', 'taken_back']);
    table.string('settled_at', 24);
    table.string('settled_by', 26).references('people.id');
    table.index(['person_id'], 'invitations_by_person');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('invitations');
}
