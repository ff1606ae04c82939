import type { Knex } from 'knex';

/** What a member lets everyone see beside their name; a row stands only while they agree, with the words they agreed to. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('member_profiles', (table) => {
    table.string('person_id', 26).primary().references('people.id');
    // JSON by language: an empty one was not written in that language.
    table.text('biography').notNullable();
    table.text('alt').notNullable();
    table.string('photo_sha256', 64);
    table.string('photo_kind', 4);
    table.string('consented_at', 24).notNullable();
    table.text('consent_text').notNullable();
    table.integer('version').notNullable().defaultTo(1);
    table.index('photo_sha256', 'member_profiles_photo_index');
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('member_profiles');
}
