import type { Knex } from 'knex';

/** SQLite changes a column by building its table anew, and other tables refer to this one: their references are not looked at meanwhile. */
export const config = { transaction: false };

const isPostgres = (knex: Knex): boolean => (knex.client as { config: { client: unknown } }).config.client === 'pg';

const before = ['moved', 'carried', 'failed', 'withdrawn'];
const after = ['waiting', ...before, 'died'];

/** A motion may wait for somebody to second it, and die when nobody does. */
export async function up(knex: Knex): Promise<void> {
  await change(knex, { statuses: [before, after], isRequired: [true, false] });
}

/** Those without a second are withdrawn, and count as seconded by who made them. */
export async function down(knex: Knex): Promise<void> {
  await knex('motions').whereIn('status', ['waiting', 'died']).update({ status: 'withdrawn' });
  await knex('motions')
    .whereNull('seconder_id')
    .update({ seconder_id: knex.ref('mover_id') });
  await change(knex, { statuses: [after, before], isRequired: [false, true] });
}

interface Change {
  readonly statuses: readonly [from: readonly string[], to: readonly string[]];
  readonly isRequired: readonly [from: boolean, to: boolean];
}

async function change(knex: Knex, wanted: Change): Promise<void> {
  if (!isPostgres(knex)) return rebuild(knex, wanted);
  await knex.transaction(async (trx) => {
    await trx.raw('alter table motions drop constraint motions_status_check');
    await trx.raw(`alter table motions add constraint motions_status_check check (status in (${listed(wanted.statuses[1])}))`);
    await trx.raw(`alter table motions alter column seconder_id ${wanted.isRequired[1] ? 'set' : 'drop'} not null`);
  });
}

/** The procedure of sqlite.org/lang_altertable.html, section 7. */
async function rebuild(knex: Knex, { statuses, isRequired }: Change): Promise<void> {
  await knex.raw('PRAGMA foreign_keys = OFF');
  try {
    await knex.transaction(async (trx) => {
      const made = await trx('sqlite_master')
        .where({ tbl_name: 'motions' })
        .whereNotNull('sql')
        .select<{ type: string; sql: string }[]>('type', 'sql');
      const table = made.find(({ type }) => type === 'table')?.sql ?? '';
      const seconder = (required: boolean): string => `\`seconder_id\` varchar(26)${required ? ' not null' : ''},`;
      const wanted = replaced(replaced(table, seconder(isRequired[0]), seconder(isRequired[1])), listed(statuses[0]), listed(statuses[1]));
      await trx.raw(wanted.replace(/^create table [`"]motions[`"]/i, 'create table motions_anew'));
      await trx.raw('insert into motions_anew select * from motions');
      await trx.raw('drop table motions');
      await trx.raw('alter table motions_anew rename to motions');
      for (const { type, sql } of made) if (type !== 'table') await trx.raw(sql);
      const broken = await trx.raw<{ parent: string }[]>('PRAGMA foreign_key_check');
      if (broken.some(({ parent }) => parent === 'motions')) throw new Error('references to motions would break');
    });
  } finally {
    await knex.raw('PRAGMA foreign_keys = ON');
  }
}

const listed = (statuses: readonly string[]): string => statuses.map((status) => `'${status}'`).join(',');

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the table of motions was made without ${from}`);
  return text.replace(from, to);
}
