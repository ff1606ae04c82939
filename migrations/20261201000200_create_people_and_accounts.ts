import type { Knex } from 'knex';

const roles = ['administrator', 'staff', 'approver', 'reviewer', 'caller'];

export async function up(knex: Knex): Promise<void> {
  await createPeople(knex);
  await createAccounts(knex);
  await createTokens(knex);
  await createRoles(knex);
  await knex.schema.createTable('limits', (table) => {
    table.string('key', 64).primary();
    table.integer('points').notNullable();
    table.string('ends_at', 24).notNullable().index('limits_by_end');
  });
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['limits', 'roles', 'tokens', 'recovery_codes', 'accounts', 'people']) await knex.schema.dropTable(table);
}

async function createPeople(knex: Knex): Promise<void> {
  await knex.schema.createTable('people', (table) => {
    table.string('id', 40).primary();
    table.string('name', 200).notNullable();
    table.string('preferred_name', 200);
    table.string('pronouns', 60);
    table.string('email', 254);
    table.string('email_verified_at', 24);
    table.string('phone', 40).notNullable().defaultTo('');
    table.string('locale', 16).notNullable().defaultTo('en');
    table.text('access_needs').notNullable().defaultTo('{}');
    table.string('address', 300).notNullable().defaultTo('');
    table.string('zip', 10).notNullable().defaultTo('');
    table.string('created_at', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
    table.index(['name', 'id'], 'people_by_name');
  });
  // People of one household share an address, so it is not unique; people write it with and without capitals.
  await knex.raw('create index people_by_email on people (lower(email))');
}

async function createAccounts(knex: Knex): Promise<void> {
  await knex.schema.createTable('accounts', (table) => {
    table.string('id', 40).primary();
    table.string('person_id', 40).notNullable().unique().references('id').inTable('people');
    table.string('password_hash', 200);
    table.string('password_changed_at', 24);
    table.string('totp_sealed', 300);
    table.string('totp_confirmed_at', 24);
    table.integer('totp_last_step');
    table.string('closed_at', 24);
    table.string('last_sign_in_at', 24);
    table.string('created_at', 24).notNullable();
    table.integer('version').notNullable().defaultTo(1);
  });
  await knex.schema.createTable('recovery_codes', (table) => {
    table.string('id', 40).primary();
    table.string('account_id', 40).notNullable().references('id').inTable('accounts').onDelete('CASCADE');
    table.string('code_hash', 64).notNullable();
    table.string('used_at', 24);
    table.unique(['account_id', 'code_hash']);
  });
}

async function createTokens(knex: Knex): Promise<void> {
  await knex.schema.createTable('tokens', (table) => {
    table.string('id', 40).primary();
    table.string('purpose', 60).notNullable();
    table.string('person_id', 40).references('id').inTable('people').onDelete('CASCADE');
    table.string('email', 254);
    table.string('subject_id', 40);
    table.string('token_hash', 64).notNullable().unique();
    table.string('code_hash', 64);
    table.integer('code_tries').notNullable().defaultTo(0);
    table.string('expires_at', 24).notNullable().index('tokens_by_expiry');
    table.string('used_at', 24);
    table.string('used_by', 64);
    table.string('return_to', 2000);
    table.string('created_at', 24).notNullable();
    table.index(['purpose', 'person_id'], 'tokens_by_person');
    table.index(['purpose', 'subject_id'], 'tokens_by_subject');
  });
}

async function createRoles(knex: Knex): Promise<void> {
  await knex.schema.createTable('roles', (table) => {
    table.string('id', 40).primary();
    table.string('person_id', 40).notNullable().references('id').inTable('people');
    table.string('role', 20).notNullable().checkIn(roles, 'roles_role_known');
    table.string('collaborative_id', 40).references('id').inTable('collaboratives');
    table.string('cycle_id', 40);
    table.string('starts_on', 10).notNullable();
    table.string('ends_on', 10);
    table.string('granted_by', 40);
    table.string('created_at', 24).notNullable();
    table.index(['person_id', 'ends_on'], 'roles_by_person');
    table.index(['collaborative_id', 'role'], 'roles_by_collaborative');
  });
}
