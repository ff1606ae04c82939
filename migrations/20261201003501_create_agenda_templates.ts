import type { Knex } from 'knex';

/** The usual lines of a body's agendas: each saved version is a row of its own, so that the history stands. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('agenda_templates', (table) => {
    table.string('id', 26).primary();
    /** The same in all versions of a template. */
    table.string('template_id', 26).notNullable();
    table.integer('number').notNullable();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.text('name').notNullable();
    table.text('lines').notNullable();
    table.boolean('is_retired').notNullable();
    table.string('saved_at', 24).notNullable();
    table.string('saved_by', 26).notNullable();
    table.unique(['template_id', 'number'], { indexName: 'agenda_templates_by_number' });
    table.index(['collaborative_id'], 'agenda_templates_by_collaborative');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('agenda_templates');
}
