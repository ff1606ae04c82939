import type { Knex } from 'knex';

const statuses = ['queued', 'claimed', 'handed', 'sent', 'failed', 'held', 'expired', 'cancelled', 'suppressed'];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('outbox', (table) => {
    table.string('id', 26).primary();
    table.string('dedupe_key', 240).notNullable().unique();
    table.string('kind', 60).notNullable();
    table.string('stream', 12).notNullable().checkIn(['service', 'subscription']);
    table.integer('priority').notNullable();
    table.string('when_unknown', 12).notNullable().checkIn(['hold', 'resend_once', 'drop']);
    table.string('person_id', 40);
    table.string('to_name', 200).notNullable();
    table.string('to_address', 254).notNullable();
    table.string('locale', 12).notNullable();
    table.string('subject', 300).notNullable();
    table.string('about_kind', 40).notNullable();
    table.string('about_id', 60).notNullable();
    table.string('collaborative_id', 40);
    table.string('status', 12).notNullable().checkIn(statuses);
    table.string('created_at', 24).notNullable();
    table.string('due_at', 24).notNullable();
    table.string('expires_at', 24);
    table.string('token', 26);
    table.string('lease_until', 24);
    table.integer('tries').notNullable().defaultTo(0);
    table.string('first_tried_at', 24);
    table.boolean('resent').notNullable().defaultTo(false);
    table.string('problem', 20);
    table.string('reply', 300);
    table.string('finished_at', 24);
    table.index(['status', 'priority', 'due_at'], 'outbox_by_turn');
    table.index(['status', 'lease_until'], 'outbox_by_lease');
    table.index(['status', 'expires_at'], 'outbox_by_expiry');
    table.index(['person_id'], 'outbox_by_person');
    table.index(['about_kind', 'about_id'], 'outbox_by_subject');
  });

  // Apart from the row: its state changes four times, and each change would write the whole letter again.
  await knex.schema.createTable('outbox_bodies', (table) => {
    table.string('outbox_id', 26).primary().references('outbox.id').onDelete('CASCADE');
    table.text('body').notNullable();
  });

  await knex.schema.createTable('suppressions', (table) => {
    table.string('address', 254).primary();
    table.string('reason', 20).notNullable();
    table.string('outbox_id', 26);
    table.string('at', 24).notNullable();
  });

  await knex.schema.createTable('worker_state', (table) => {
    table.string('key', 60).primary();
    table.text('value').notNullable();
    table.string('at', 24).notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('worker_state');
  await knex.schema.dropTable('suppressions');
  await knex.schema.dropTable('outbox_bodies');
  await knex.schema.dropTable('outbox');
}
