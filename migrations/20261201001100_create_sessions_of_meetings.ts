import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('attendance', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('membership_id', 26).notNullable().references('memberships.id');
    table.string('status', 10).notNullable().checkIn(['present', 'remote', 'excused', 'absent']);
    table.string('reason', 500).notNullable().defaultTo('');
    table.string('recorded_at', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['meeting_id', 'membership_id']);
  });

  await knex.schema.createTable('movements', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('membership_id', 26).notNullable().references('memberships.id');
    table.string('kind', 10).notNullable().checkIn(['arrived', 'left']);
    table.string('at', 24).notNullable();
    table.index(['meeting_id', 'at'], 'movements_by_meeting');
  });

  await knex.schema.createTable('motions', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('item_id', 26).notNullable().references('agenda_items.id');
    table.integer('number').notNullable();
    table.text('text').notNullable();
    table.string('mover_id', 26).notNullable().references('memberships.id');
    table.string('seconder_id', 26).notNullable().references('memberships.id');
    table.string('status', 10).notNullable().checkIn(['moved', 'carried', 'failed', 'withdrawn']);
    table.string('moved_at', 24).notNullable();
    table.string('decided_at', 24);
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['meeting_id', 'number']);
  });

  await knex.schema.createTable('votes', (table) => {
    table.string('motion_id', 26).notNullable().references('motions.id');
    table.string('membership_id', 26).notNullable().references('memberships.id');
    table.string('choice', 10).notNullable().checkIn(['yes', 'no', 'abstain', 'recused', 'absent']);
    table.primary(['motion_id', 'membership_id']);
  });

  await knex.schema.createTable('action_items', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('item_id', 26).references('agenda_items.id');
    table.text('text').notNullable();
    table.string('owner_id', 26).references('people.id');
    table.string('due_on', 10);
    table.string('status', 10).notNullable().checkIn(['open', 'done', 'dropped']);
    table.string('made_at', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
    table.index(['owner_id', 'status'], 'action_items_by_owner');
    table.index(['meeting_id'], 'action_items_by_meeting');
  });

  await knex.schema.createTable('meeting_notes', (table) => {
    table.string('item_id', 26).primary().references('agenda_items.id');
    table.text('text').notNullable();
    table.string('saved_at', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['meeting_notes', 'action_items', 'votes', 'motions', 'movements', 'attendance']) await knex.schema.dropTable(table);
}
