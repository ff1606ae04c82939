import type { Knex } from 'knex';

/** Every wording of minutes that was saved, and corrections of approved ones; none is ever changed or taken away. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('minutes_versions', (table) => {
    table.string('minutes_id', 26).notNullable().references('minutes.id');
    table.integer('number').notNullable();
    table.string('stage', 12).notNullable().checkIn(['drafted', 'circulated', 'approved', 'proposed', 'withdrawn', 'corrected']);
    table.text('text').notNullable();
    /** Why a correction is asked for; empty for the wordings before the approval. */
    table.text('reason').notNullable();
    table.string('saved_at', 24).notNullable();
    table.string('saved_by', 26);
    table.string('approved_at', 24);
    table.string('approved_by_motion', 26).references('motions.id');
    table.primary(['minutes_id', 'number']);
  });
  await knex.raw(`insert into minutes_versions (minutes_id, number, stage, text, reason, saved_at, approved_at, approved_by_motion)
    select id, 1, status, text, '', coalesce(circulated_at, compiled_at), approved_at, approved_by_motion from minutes`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('minutes_versions');
}
