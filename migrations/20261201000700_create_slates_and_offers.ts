import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('slates', (table) => {
    table.string('id', 26).primary();
    table.string('cycle_id', 26).notNullable().references('cycles.id');
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('status', 10).notNullable().checkIn(['draft', 'sent', 'approved', 'returned', 'released']);
    table.string('sent_by', 26);
    table.string('sent_at', 24);
    table.string('decided_by', 26);
    table.string('decided_at', 24);
    table.text('return_words');
    table.string('released_by', 26);
    table.string('released_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['cycle_id', 'collaborative_id']);
  });

  await knex.schema.createTable('slate_entries', (table) => {
    table.string('slate_id', 26).notNullable().references('slates.id').onDelete('CASCADE');
    table.string('candidacy_id', 26).notNullable().references('candidacies.id');
    table.string('placement', 10).notNullable().checkIn(['seat', 'alternate']);
    table.string('seat_id', 26).references('seats.id');
    table.integer('alternate_place');
    table.string('reason', 40);
    table.text('reason_words');
    table.primary(['slate_id', 'candidacy_id']);
    table.unique(['slate_id', 'seat_id']);
  });

  await knex.schema.createTable('offers', (table) => {
    table.string('id', 26).primary();
    table.string('candidacy_id', 26).notNullable().references('candidacies.id');
    table.string('application_id', 26).notNullable().references('applications.id');
    table.string('seat_id', 26).notNullable().references('seats.id');
    table.string('status', 10).notNullable().checkIn(['open', 'accepted', 'declined', 'lapsed']);
    table.string('offered_at', 24).notNullable();
    table.string('answer_by', 24).notNullable();
    table.string('answered_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['status', 'answer_by'], 'offers_by_deadline');
    table.index(['candidacy_id'], 'offers_by_candidacy');
    table.index(['application_id'], 'offers_by_application');
  });
  await knex.raw(`create unique index one_open_offer_per_seat on offers (seat_id) where status = 'open'`);
  await knex.raw(`create unique index one_open_offer_per_application on offers (application_id) where status = 'open'`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['offers', 'slate_entries', 'slates']) await knex.schema.dropTable(table);
}
