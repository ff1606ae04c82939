import type { Knex } from 'knex';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly preferred_name: string | null;
  readonly email: string | null;
  readonly phone: string;
}

/** By what administrators find a person: names and address without accents or capitals, and the digits of the phone. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw("alter table people add column find_text text not null default ''");
  const rows = await knex('people').select<Row[]>('id', 'name', 'preferred_name', 'email', 'phone');
  for (const row of rows)
    await knex('people')
      .where({ id: row.id })
      .update({ find_text: textOf(row) });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table people drop column find_text');
}

const textOf = ({ name, preferred_name, email, phone }: Row): string =>
  [fold(name), fold(preferred_name ?? ''), fold(email ?? ''), phone.replace(/\D/g, '')].join('\n');

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
