import type { Knex } from 'knex';

/** Which line of which earlier meeting an agenda line carries over; each at most once to one meeting. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table agenda_items add column carried_item varchar(26)');
  await knex.raw('alter table agenda_items add column carried_meeting varchar(26)');
  await knex.raw('alter table agenda_items add column carried_at varchar(24)');
  await knex.schema.alterTable('agenda_items', (table) => {
    table.unique(['carried_item', 'meeting_id'], { indexName: 'agenda_items_by_origin' });
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('agenda_items', (table) => {
    table.dropUnique(['carried_item', 'meeting_id'], 'agenda_items_by_origin');
  });
  for (const column of ['carried_item', 'carried_meeting', 'carried_at']) await knex.raw(`alter table agenda_items drop column ${column}`);
}
