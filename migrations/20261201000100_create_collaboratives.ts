import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('collaboratives', (table) => {
    table.string('id', 26).primary();
    table.string('slug', 40).notNullable().unique();
    table.string('code', 4).notNullable().unique();
    table.text('name').notNullable();
    table.text('area').notNullable();
    table.text('purpose').notNullable();
    table.text('duties').notNullable();
    table.string('contact_email', 254).notNullable();
    table.string('contact_phone', 40).notNullable();
    table.text('office_address').notNullable();
    table.text('usual_meeting').notNullable();
    table.string('regime', 10).notNullable().defaultTo('brown').checkIn(['brown', 'greene', 'policy']);
    table.string('regime_decided_by', 200);
    table.string('regime_decided_on', 10);
    table.text('settings').notNullable().defaultTo('{}');
    table.string('starts_on', 10).notNullable();
    table.string('ends_on', 10);
    table.integer('version').notNullable().defaultTo(1);
  });

  await knex.schema.createTable('schools', (table) => {
    table.string('id', 14).primary();
    table.string('name', 200).notNullable();
    table.string('folded_name', 200).notNullable();
    table.string('level', 40).notNullable();
    table.string('grades', 40).notNullable();
    table.string('kind', 20).notNullable().checkIn(['district', 'charter', 'magnet', 'pilot', 'other']);
    table.string('city', 80).notNullable();
    table.string('zip', 5).notNullable();
    table.double('latitude');
    table.double('longitude');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.index(['folded_name'], 'schools_by_name');
    table.index(['collaborative_id', 'name'], 'schools_by_collaborative');
  });

  await knex.schema.createTable('zips', (table) => {
    table.string('zip', 5).primary();
    table.boolean('is_split').notNullable();
    table.double('share_outside').notNullable();
  });

  await knex.schema.createTable('zip_shares', (table) => {
    table.string('zip', 5).notNullable().references('zips.zip').onDelete('CASCADE');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.double('share').notNullable();
    table.boolean('is_primary').notNullable();
    table.primary(['zip', 'collaborative_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['zip_shares', 'zips', 'schools', 'collaboratives']) await knex.schema.dropTable(table);
}
