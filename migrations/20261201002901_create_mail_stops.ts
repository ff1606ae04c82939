import type { Knex } from 'knex';

/** People nobody may write to any more, by mail or on paper: they have died. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('mail_stops', (table) => {
    table.string('person_id', 26).primary().references('people.id');
    table.string('since', 24).notNullable();
  });
  await knex.raw('alter table memberships add column accepted_on varchar(10)');
  // What somebody who resigned wants the staff to know: private.
  await knex.raw("alter table memberships add column leaving_words text not null default ''");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table memberships drop column leaving_words');
  await knex.raw('alter table memberships drop column accepted_on');
  await knex.schema.dropTable('mail_stops');
}
