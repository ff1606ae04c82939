import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // How an application reached staff who typed it, and when they had it in hand.
  await knex.schema.createTable('application_entries', (table) => {
    table.string('application_id', 26).primary().references('applications.id').onDelete('CASCADE');
    table.string('way', 10).notNullable().checkIn(['paper', 'phone', 'in_person']);
    table.string('received_on', 10).notNullable();
    table.string('best_time', 100).notNullable().defaultTo('');
    table.string('entered_at', 24).notNullable();
  });

  // What a staff member has typed so far: one sheet of paper at a time for each place.
  await knex.schema.createTable('entry_drafts', (table) => {
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('person_id', 40).notNullable().references('people.id');
    table.text('fields').notNullable();
    table.string('saved_at', 24).notNullable();
    table.primary(['cycle_id', 'collaborative_id', 'person_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('entry_drafts');
  await knex.schema.dropTable('application_entries');
}
