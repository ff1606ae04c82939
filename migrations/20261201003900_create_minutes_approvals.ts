import type { Knex } from 'knex';

/** Which body approved which wording of minutes, by which motion: those of a joint meeting are approved by each body that met. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('minutes_approvals', (table) => {
    table.string('minutes_id', 26).notNullable();
    /** The number of the wording; that of the approved one once every body has approved. */
    table.integer('wording').notNullable();
    table.string('collaborative_id', 26).notNullable().references('collaboratives.id');
    table.string('motion_id', 26).notNullable().references('motions.id');
    table.string('approved_at', 24).notNullable();
    table.primary(['minutes_id', 'wording', 'collaborative_id']);
    table.foreign(['minutes_id', 'wording']).references(['minutes_id', 'number']).inTable('minutes_versions');
    table.index(['motion_id'], 'minutes_approvals_by_motion');
  });
  await knex.raw(
    `insert into minutes_approvals (minutes_id, wording, collaborative_id, motion_id, approved_at)
     select minutes_versions.minutes_id, minutes_versions.number, meetings.collaborative_id,
       minutes_versions.approved_by_motion, minutes_versions.approved_at
     from minutes_versions
     join minutes on minutes.id = minutes_versions.minutes_id
     join meetings on meetings.id = minutes.meeting_id
     where minutes_versions.approved_by_motion is not null and minutes_versions.approved_at is not null`,
  );
}

/** What one body approved before the others is lost; minutes that stand keep the motion that approved them last. */
export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('minutes_approvals');
}
