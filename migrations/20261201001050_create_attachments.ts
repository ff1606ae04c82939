import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('attachments', (table) => {
    table.string('id', 26).primary();
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    // No foreign key: a posted version names papers of items that were taken off since.
    table.string('item_id', 26).notNullable();
    table.text('title').notNullable();
    table.string('name', 200).notNullable();
    table.string('kind', 4).notNullable().checkIn(['pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg']);
    table.integer('bytes').notNullable();
    table.string('sha256', 64).notNullable();
    table.string('readable', 6).notNullable().checkIn(['yes', 'no', 'unsure']);
    table.string('added_at', 24).notNullable();
    table.string('added_by', 26).notNullable().references('people.id');
    table.string('published_at', 24);
    table.string('removed_at', 24);
    table.index(['meeting_id', 'added_at'], 'attachments_by_meeting');
    table.index(['sha256'], 'attachments_by_hash');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('attachments');
}
