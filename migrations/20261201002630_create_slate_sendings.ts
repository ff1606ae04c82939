import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('slate_sendings', (table) => {
    table.string('slate_id', 26).notNullable().references('slates.id').onDelete('CASCADE');
    table.integer('number').notNullable();
    table.string('sent_by', 26);
    table.string('sent_at', 24).notNullable();
    table.text('entries').notNullable();
    table.text('targets').notNullable();
    table.primary(['slate_id', 'number']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('slate_sendings');
}
