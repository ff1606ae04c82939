import type { Knex } from 'knex';

/** The wordings of a motion before its mover changed it on the floor. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('motion_wordings', (table) => {
    table.string('motion_id', 26).notNullable().references('motions.id');
    table.integer('number').notNullable();
    table.text('text').notNullable();
    table.string('replaced_at', 24).notNullable();
    table.primary(['motion_id', 'number']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('motion_wordings');
}
