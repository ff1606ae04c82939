import type { Knex } from 'knex';

/** How somebody came to an office: voted, by acclamation or appointed, when, and the votes of each candidate. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('elections', (table) => {
    table.string('office_id', 26).primary().references('offices.id').onDelete('CASCADE');
    table.string('method', 12).notNullable().checkIn(['vote', 'acclamation', 'appointed']);
    table.string('held_on', 10).notNullable();
    /** One candidate a line, with the votes: public, as votes are. */
    table.text('votes').notNullable().defaultTo('');
    table.string('recorded_by', 26);
    table.string('recorded_at', 24).notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('elections');
}
