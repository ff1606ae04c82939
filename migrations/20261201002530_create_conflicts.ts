import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('standing_conflicts', (table) => {
    table.string('id', 26).primary();
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('kind', 12).notNullable().checkIn(['person', 'organization']);
    table.string('name', 200).notNullable();
    table.string('declared_at', 24).notNullable();
    table.index(['person_id'], 'standing_conflicts_by_person');
  });

  await knex.schema.createTable('conflict_findings', (table) => {
    table.string('candidacy_id', 26).notNullable().references('candidacies.id').onDelete('CASCADE');
    table.string('reviewer_id', 26).notNullable().references('people.id');
    table.string('verdict', 10).notNullable().checkIn(['confirmed', 'dismissed']);
    table.text('words').notNullable();
    table.string('decided_by', 26).notNullable();
    table.string('decided_at', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
    table.primary(['candidacy_id', 'reviewer_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['conflict_findings', 'standing_conflicts']) await knex.schema.dropTable(table);
}
