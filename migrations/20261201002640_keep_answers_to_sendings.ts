import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('slate_sendings', (table) => {
    table.string('outcome', 10);
    table.string('decided_by', 26);
    table.string('decided_at', 24);
    table.text('words');
    table.string('taken_back_by', 26);
    table.string('taken_back_at', 24);
  });
  await knex.raw(`update slate_sendings set
    outcome = (select case when slates.status = 'returned' then 'returned' else 'approved' end from slates where slates.id = slate_sendings.slate_id),
    decided_by = (select slates.decided_by from slates where slates.id = slate_sendings.slate_id),
    decided_at = (select slates.decided_at from slates where slates.id = slate_sendings.slate_id),
    words = (select slates.return_words from slates where slates.id = slate_sendings.slate_id)
    where number = (select max(other.number) from slate_sendings other where other.slate_id = slate_sendings.slate_id)
    and slate_id in (select slates.id from slates where slates.status in ('returned', 'approved', 'released'))`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('slate_sendings', (table) => {
    table.dropColumns('outcome', 'decided_by', 'decided_at', 'words', 'taken_back_by', 'taken_back_at');
  });
}
