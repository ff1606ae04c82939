import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('sessions', (table) => {
    table.string('id_hash', 64).primary();
    table.string('person_id', 26);
    table.text('data').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('seen_at', 24).notNullable();
    table.string('expires_at', 24).notNullable();
    table.index(['person_id'], 'sessions_by_person');
    table.index(['expires_at'], 'sessions_by_expiry');
  });

  await knex.schema.createTable('event_chains', (table) => {
    table.string('id', 40).primary();
    table.integer('length').notNullable();
    table.string('last_hash', 64).notNullable();
  });

  await knex.schema.createTable('events', (table) => {
    table.string('id', 26).primary();
    table.string('chain', 40).notNullable().references('event_chains.id');
    table.integer('place').notNullable();
    table.string('at', 24).notNullable();
    table.string('action', 80).notNullable();
    table.string('actor_id', 26);
    table.string('capacity', 40).notNullable();
    table.string('subject_kind', 40).notNullable();
    table.string('subject_id', 40).notNullable();
    table.string('collaborative_id', 26);
    table.text('details');
    table.string('salt', 32);
    table.string('digest', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.unique(['chain', 'place']);
    table.index(['subject_kind', 'subject_id', 'at'], 'events_by_subject');
    table.index(['at'], 'events_by_time');
    table.index(['collaborative_id', 'at'], 'events_by_collaborative');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('events');
  await knex.schema.dropTable('event_chains');
  await knex.schema.dropTable('sessions');
}
