import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('standing_interests', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('constituency', 20);
    table.string('person_id', 26).references('people.id');
    table.string('email', 254).notNullable();
    table.string('name', 200).notNullable();
    table.string('locale', 10).notNullable();
    // The application whose answers fill the next one in; none when the interest was said otherwise.
    table.string('application_id', 26);
    table.string('since', 24).notNullable();
    table.string('ended_at', 24);
    table.index(['collaborative_id', 'ended_at', 'since'], 'standing_interests_by_collaborative');
    table.index(['application_id'], 'standing_interests_by_application');
  });
  await knex.raw('create unique index one_standing_interest on standing_interests (collaborative_id, email) where ended_at is null');
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('standing_interests');
}
