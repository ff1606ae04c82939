import type { Knex } from 'knex';

/** Steps that come round each year, and who entered a step for somebody without e-mail. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table onboarding_tasks add column is_yearly boolean not null default false');
  await knex.raw('alter table onboarding_tasks add column entered_by varchar(26)');
  await knex('onboarding_tasks').where({ key: 'conflict_statement' }).update({ is_yearly: true });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table onboarding_tasks drop column entered_by');
  await knex.raw('alter table onboarding_tasks drop column is_yearly');
}
