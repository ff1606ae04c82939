import type { Knex } from 'knex';

/** What is talked about now, and the devices that stand in the room of one meeting. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('current_items', (table) => {
    table.string('meeting_id', 26).primary().references('meetings.id');
    table.string('item_id', 26).notNullable().references('agenda_items.id');
    table.string('since', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
  });

  await knex.schema.createTable('room_devices', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('kind', 10).notNullable().checkIn(['projector', 'chair', 'desk']);
    /** SHA-256 of the token in the device's address. */
    table.string('token_hash', 64).notNullable().unique();
    table.string('made_at', 24).notNullable();
    table.string('revoked_at', 24);
    table.index(['meeting_id'], 'room_devices_by_meeting');
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['room_devices', 'current_items']) await knex.schema.dropTable(table);
}
