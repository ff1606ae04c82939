import type { Knex } from 'knex';

/** A task belongs to a meeting's agenda, its minutes or a note; what is translated beside a text is kept with the words it was made from. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('create table agenda_tasks as select * from translation_tasks');
  await knex.schema.dropTable('translation_tasks');
  await knex.schema.createTable('translation_tasks', (table) => {
    table.string('kind', 8).notNullable().checkIn(['agenda', 'minutes', 'note'], 'translation_tasks_kind_known');
    /** A meeting's id for its agenda and its minutes; a note's. */
    table.string('subject_id', 26).notNullable();
    /** On an agenda `title` (of the meeting) or the id of an item; else `words`: all of them. */
    table.string('part', 26).notNullable();
    table.string('owner_id', 26).references('people.id');
    table.string('due_on', 10);
    table.integer('version').notNullable().defaultTo(1);
    table.primary(['kind', 'subject_id', 'part']);
    table.index(['owner_id'], 'translation_tasks_by_owner');
  });
  await knex.raw(
    `insert into translation_tasks (kind, subject_id, part, owner_id, due_on, version)
     select 'agenda', meeting_id, part, owner_id, due_on, version from agenda_tasks`,
  );
  await knex.schema.dropTable('agenda_tasks');
  await knex.schema.createTable('translated_texts', (table) => {
    table.string('kind', 12).notNullable().checkIn(['minutes', 'note', 'meeting', 'agenda_item'], 'translated_texts_kind_known');
    table.string('subject_id', 26).notNullable();
    table.string('part', 40).notNullable();
    table.string('language', 8).notNullable();
    /** Empty where the text itself has them. */
    table.text('words').notNullable();
    /** Digest of the text as it was translated. */
    table.string('base', 24).notNullable();
    table.string('saved_at', 24).notNullable();
    table.string('saved_by', 26).references('people.id');
    table.primary(['kind', 'subject_id', 'part', 'language']);
    table.index(['saved_by'], 'translated_texts_by_saver');
  });
}

/** Tasks for minutes and notes are lost, and so is what was translated beside them. */
export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('translated_texts');
  await knex.raw('create table all_tasks as select * from translation_tasks');
  await knex.schema.dropTable('translation_tasks');
  await knex.schema.createTable('translation_tasks', (table) => {
    table.string('meeting_id', 26).notNullable().references('meetings.id');
    table.string('part', 26).notNullable();
    table.string('owner_id', 26).references('people.id');
    table.string('due_on', 10);
    table.integer('version').notNullable().defaultTo(1);
    table.primary(['meeting_id', 'part']);
    table.index(['owner_id'], 'translation_tasks_by_owner');
  });
  await knex.raw(
    `insert into translation_tasks (meeting_id, part, owner_id, due_on, version)
     select subject_id, part, owner_id, due_on, version from all_tasks where kind = 'agenda'`,
  );
  await knex.schema.dropTable('all_tasks');
}
