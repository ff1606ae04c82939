import type { Knex } from 'knex';

/** Topics that members propose for an agenda, and what became of each. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('topics', (table) => {
    table.string('id', 26).primary();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('proposed_by', 26).notNullable().references('people.id');
    table.string('proposed_at', 24).notNullable();
    table.string('locale', 10).notNullable();
    table.text('title').notNullable();
    table.text('why').notNullable();
    table.integer('minutes').notNullable();
    table.string('status', 20).notNullable().checkIn(['proposed', 'deferred', 'accepted', 'refused']);
    /** The line and the meeting it was accepted to; no foreign key, since a line may be taken off again. */
    table.string('item_id', 26);
    table.string('meeting_id', 26);
    table.text('answer').notNullable().defaultTo('');
    table.string('decided_at', 24);
    table.string('decided_by', 26);
    table.integer('version').notNullable().defaultTo(1);
    table.index(['collaborative_id', 'proposed_at'], 'topics_by_collaborative');
    table.index(['proposed_by'], 'topics_by_proposer');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('topics');
}
