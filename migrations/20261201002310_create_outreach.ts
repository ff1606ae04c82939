import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Digests of addresses that want no more invitations; the addresses themselves are not kept.
  await knex.schema.createTable('invitation_stops', (table) => {
    table.string('address_hash', 64).primary();
    table.string('at', 24).notNullable();
  });

  // Which flyer, shared link or invitation an application began with.
  await knex.schema.createTable('application_sources', (table) => {
    table.string('application_id', 26).primary().references('applications.id').onDelete('CASCADE');
    table.string('source', 12).notNullable().checkIn(['flyer', 'share', 'invitation']);
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('application_sources');
  await knex.schema.dropTable('invitation_stops');
}
