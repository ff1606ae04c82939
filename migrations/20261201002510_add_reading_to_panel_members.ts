import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('panel_members', (table) => {
    table.string('acknowledged_guide', 20);
    table.text('languages').notNullable().defaultTo('[]');
    table.integer('most_files');
    table.text('note').notNullable().defaultTo('');
    table.string('left_on', 10);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('panel_members', (table) => {
    table.dropColumns('acknowledged_guide', 'languages', 'most_files', 'note', 'left_on');
  });
}
