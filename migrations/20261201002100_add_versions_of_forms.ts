import type { Knex } from 'knex';

const versioned = ['forms', 'rubrics'] as const;

export async function up(knex: Knex): Promise<void> {
  for (const name of versioned) {
    await knex.schema.alterTable(name, (table) => {
      table.string('line', 26).notNullable().defaultTo('');
      table.text('note');
      table.string('written_at', 24);
      table.integer('version').notNullable().defaultTo(1);
    });
    await knex(name).update({ line: knex.ref('id') });
    await knex.schema.alterTable(name, (table) => table.index(['line', 'number'], `${name}_by_line`));
  }
  await knex.schema.alterTable('forms', (table) => table.string('written_by', 200).notNullable().defaultTo(''));

  await knex.schema.createTable('form_edits', (table) => {
    table.string('id', 26).primary();
    table.string('form_id', 26).notNullable().references('forms.id').onDelete('CASCADE');
    table.integer('place').notNullable();
    table.text('questions').notNullable();
    table.string('verb', 12).notNullable();
    table.text('subject').notNullable();
    table.string('by', 200).notNullable();
    table.string('at', 24).notNullable();
    table.unique(['form_id', 'place']);
  });

  await knex.schema.createTable('form_previews', (table) => {
    table.string('form_id', 26).notNullable().references('forms.id').onDelete('CASCADE');
    table.integer('form_version').notNullable();
    table.string('locale', 10).notNullable();
    table.string('person_id', 26).notNullable().references('people.id');
    table.string('at', 24).notNullable();
    table.primary(['form_id', 'form_version', 'locale', 'person_id']);
  });

  for (const name of ['applications', 'application_submissions'])
    await knex.schema.alterTable(name, (table) => table.string('form_id', 26));
  await knex.schema.alterTable('reviews', (table) => table.string('rubric_id', 26));
  await rememberVersions(knex);
  await knex.schema.alterTable('applications', (table) => table.index(['form_id'], 'applications_by_form'));
}

/** What was sent and scored before there were versions was so by the one there was. */
async function rememberVersions(knex: Knex): Promise<void> {
  await knex.raw(
    `update applications set form_id = (select form_id from cycles where cycles.id = applications.cycle_id)
     where submitted_at is not null`,
  );
  await knex.raw(
    `update application_submissions set form_id =
     (select form_id from applications where applications.id = application_submissions.application_id)`,
  );
  await knex.raw(
    `update reviews set rubric_id = (select cycles.rubric_id from candidacies
     join cycles on cycles.id = candidacies.cycle_id where candidacies.id = reviews.candidacy_id)
     where status = 'complete'`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('applications', (table) => table.dropIndex(['form_id'], 'applications_by_form'));
  await knex.schema.alterTable('reviews', (table) => table.dropColumn('rubric_id'));
  for (const name of ['application_submissions', 'applications'])
    await knex.schema.alterTable(name, (table) => table.dropColumn('form_id'));
  await knex.schema.dropTable('form_previews');
  await knex.schema.dropTable('form_edits');
  await knex.schema.alterTable('forms', (table) => table.dropColumn('written_by'));
  for (const name of versioned) {
    await knex.schema.alterTable(name, (table) => table.dropIndex(['line', 'number'], `${name}_by_line`));
    await knex.schema.alterTable(name, (table) => table.dropColumns('line', 'note', 'written_at', 'version'));
  }
}
