import type { Knex } from 'knex';

/** What staff keep beside applications: views of lists, labels, notes and what was done to many at once. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('saved_views', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('owner_id', 26).notNullable().references('people.id');
    table.string('name', 80).notNullable();
    table.string('query', 2000).notNullable();
    table.boolean('is_shared').notNullable();
    table.string('saved_at', 24).notNullable();
    table.unique(['collaborative_id', 'owner_id', 'name']);
  });

  await knex.schema.createTable('staff_labels', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('name', 40).notNullable();
    table.string('tone', 10).notNullable().checkIn(['neutral', 'info', 'success', 'warning', 'danger']);
    table.unique(['collaborative_id', 'name']);
  });

  await knex.schema.createTable('candidacy_labels', (table) => {
    table.string('label_id', 26).notNullable().references('staff_labels.id').onDelete('CASCADE');
    table.string('candidacy_id', 26).notNullable().references('candidacies.id').onDelete('CASCADE');
    table.string('added_by', 26).notNullable();
    table.string('added_at', 24).notNullable();
    table.primary(['label_id', 'candidacy_id']);
    table.index(['candidacy_id'], 'candidacy_labels_by_candidacy');
  });

  await knex.schema.createTable('candidacy_notes', (table) => {
    table.string('id', 26).primary();
    table.string('candidacy_id', 26).notNullable().references('candidacies.id').onDelete('CASCADE');
    table.string('author_id', 26).notNullable().references('people.id');
    table.text('text').notNullable();
    table.string('written_at', 24).notNullable();
    table.index(['candidacy_id', 'written_at'], 'candidacy_notes_by_candidacy');
  });

  await knex.schema.createTable('bulk_runs', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('kind', 20).notNullable();
    table.string('done_by', 26).notNullable();
    table.string('done_at', 24).notNullable();
    table.integer('count').notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['bulk_runs', 'candidacy_notes', 'candidacy_labels', 'staff_labels', 'saved_views'])
    await knex.schema.dropTable(table);
}
