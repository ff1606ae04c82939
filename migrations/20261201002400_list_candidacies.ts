import type { Knex } from 'knex';

/** What lists sort and filter by, beside each candidacy, so that each page is one walk along an index. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('candidacies', (table) => {
    table.string('folded_name', 200).notNullable().defaultTo('');
    table.string('zip', 5).notNullable().defaultTo('');
    table.string('school_id', 14).notNullable().defaultTo('');
    table.string('locale', 10).notNullable().defaultTo('en');
    table.string('came_in', 8).notNullable().defaultTo('web');
    table.integer('choices').notNullable().defaultTo(1);
    table.integer('file_count').notNullable().defaultTo(0);
    table.integer('reviews_assigned').notNullable().defaultTo(0);
    table.integer('reviews_complete').notNullable().defaultTo(0);
    table.boolean('is_listed').notNullable().defaultTo(true);
  });
  await fillFromApplications(knex);
  await knex.schema.alterTable('candidacies', (table) => {
    for (const sort of ['folded_name', 'constituency', 'zip', 'reviews_complete']) {
      table.index(['cycle_id', 'collaborative_id', sort, 'id'], `candidacies_list_${sort}`);
      table.index(['cycle_id', 'preference', sort, 'id'], `candidacies_every_${sort}`);
    }
    for (const filter of ['locale', 'school_id', 'came_in', 'preference'])
      table.index(['cycle_id', 'collaborative_id', filter, 'submitted_at', 'id'], `candidacies_by_${filter}`);
    table.index(['cycle_id', 'preference', 'school_id'], 'candidacies_every_school');
  });
  await countReviews(knex);
}

async function fillFromApplications(knex: Knex): Promise<void> {
  const own = (column: string) => knex.raw(`(select ${column} from applications where applications.id = candidacies.application_id)`);
  await knex('candidacies').update({
    folded_name: own('folded_name'),
    zip: own(`coalesce(zip, '')`),
    school_id: own(`coalesce(school_id, '')`),
    locale: own('locale'),
    came_in: own(`case when entered_by is null then 'web' else 'staff' end`),
  });
  await knex.raw(
    'update candidacies set choices = (select count(*) from candidacies as others where others.application_id = candidacies.application_id)',
  );
  await knex.raw(`update candidacies set
    reviews_assigned = (select count(*) from reviews where reviews.candidacy_id = candidacies.id and reviews.status <> 'recused'),
    reviews_complete = (select count(*) from reviews where reviews.candidacy_id = candidacies.id and reviews.status = 'complete')`);
}

const recount = (candidacy: string): string => `update candidacies set
    reviews_assigned = (select count(*) from reviews where reviews.candidacy_id = candidacies.id and reviews.status <> 'recused'),
    reviews_complete = (select count(*) from reviews where reviews.candidacy_id = candidacies.id and reviews.status = 'complete')
    where candidacies.id = ${candidacy};`;

const isPostgres = (knex: Knex): boolean => (knex.client as { config: { client: unknown } }).config.client === 'pg';

/** Kept by the database itself: whoever writes a review, the counts change with it. */
async function countReviews(knex: Knex): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw(`create function count_reviews() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' then ${recount('old.candidacy_id')} return old; end if;
      ${recount('new.candidacy_id')} return new; end $$`);
    for (const event of ['insert', 'delete', 'update of status'])
      await knex.raw(
        `create trigger count_reviews_${event.slice(0, 6)} after ${event} on reviews for each row execute function count_reviews()`,
      );
    return;
  }
  for (const [event, side] of [
    ['insert', 'new'],
    ['delete', 'old'],
    ['update of status', 'new'],
  ] as const)
    await knex.raw(
      `create trigger count_reviews_${event.slice(0, 6)} after ${event} on reviews begin ${recount(`${side}.candidacy_id`)} end`,
    );
}

export async function down(knex: Knex): Promise<void> {
  for (const event of ['insert', 'delete', 'update'])
    await knex.raw(`drop trigger count_reviews_${event}${isPostgres(knex) ? ' on reviews' : ''}`);
  if (isPostgres(knex)) await knex.raw('drop function count_reviews()');
  const sorts = ['folded_name', 'constituency', 'zip', 'reviews_complete'];
  const names = [
    ...sorts.flatMap((sort) => [`candidacies_list_${sort}`, `candidacies_every_${sort}`]),
    ...['locale', 'school_id', 'came_in', 'preference'].map((filter) => `candidacies_by_${filter}`),
    'candidacies_every_school',
  ];
  for (const name of names) await knex.raw(`drop index ${name}`);
  const columns = ['folded_name', 'zip', 'school_id', 'locale', 'came_in', 'choices', 'file_count'];
  for (const column of [...columns, 'reviews_assigned', 'reviews_complete', 'is_listed'])
    await knex.raw(`alter table candidacies drop column ${column}`);
}
