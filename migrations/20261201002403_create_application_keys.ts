import type { Knex } from 'knex';

/** By what the same person, or a household, is found twice; and what staff said of two applications. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('application_keys', (table) => {
    table.string('application_id', 26).notNullable().references('applications.id').onDelete('CASCADE');
    table.string('cycle_id', 26).notNullable();
    table.string('kind', 10).notNullable().checkIn(['email', 'phone', 'name', 'name_zip', 'address']);
    table.string('value', 254).notNullable();
    table.primary(['application_id', 'kind']);
    table.index(['cycle_id', 'kind', 'value'], 'application_keys_by_value');
  });

  await knex.schema.createTable('duplicate_judgements', (table) => {
    table.string('first_id', 26).notNullable().references('applications.id');
    table.string('second_id', 26).notNullable().references('applications.id');
    table.string('verdict', 10).notNullable().checkIn(['suspected', 'different', 'merged']);
    table.string('judged_by', 26).notNullable();
    table.string('judged_at', 24).notNullable();
    table.primary(['first_id', 'second_id']);
    table.index(['second_id'], 'duplicate_judgements_by_second');
  });

  await knex.schema.alterTable('applications', (table) => {
    table.string('merged_into', 26);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table applications drop column merged_into');
  await knex.schema.dropTable('duplicate_judgements');
  await knex.schema.dropTable('application_keys');
}
