import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Instant } from '../../lib/time';
import type { Account } from './account';
import type { AccountRow } from './tables';

export async function findAccount(db: Db, personId: string): Promise<Account | undefined> {
  const row = await db('accounts').where({ person_id: personId }).first();
  return row === undefined ? undefined : toAccount(row);
}

/** The account of a person, made when there is none yet. */
export async function ensureAccount(tx: Deps, personId: string): Promise<Account> {
  const row = { id: tx.newId(), person_id: personId, created_at: tx.clock.now() };
  await tx.db('accounts').insert(row).onConflict('person_id').ignore();
  const account = await findAccount(tx.db, personId);
  if (account === undefined) throw new Error('no account was made');
  return account;
}

/** Open accounts with a password at this address: a household may have several. */
export async function listPasswordsAt(db: Db, email: string): Promise<Account[]> {
  const rows = await db('accounts')
    .join('people', 'people.id', 'accounts.person_id')
    .whereRaw('lower(people.email) = ?', [email.toLowerCase()])
    .whereNull('accounts.closed_at')
    .whereNotNull('accounts.password_hash')
    .orderBy('accounts.created_at')
    .limit(4)
    .select<AccountRow[]>('accounts.*');
  return rows.map(toAccount);
}

export const markSignIn = (db: Db, personId: string, at: Instant): Promise<number> =>
  db('accounts').where({ person_id: personId }).update({ last_sign_in_at: at });

export const savePasswordHash = (db: Db, accountId: string, hash: string, at: Instant): Promise<number> =>
  db('accounts').where({ id: accountId }).update({ password_hash: hash, password_changed_at: at });

/** Forgets a password that was set at or after this moment: its owner may be somebody else. */
export const forgetPasswordSince = (db: Db, personId: string, since: Instant): Promise<number> =>
  db('accounts').where({ person_id: personId }).where('password_changed_at', '>=', since).update({ password_hash: null });

export const saveAuthenticator = (db: Db, accountId: string, sealed: string | null, at: Instant | null): Promise<number> =>
  db('accounts').where({ id: accountId }).update({ totp_sealed: sealed, totp_confirmed_at: at, totp_last_step: null });

/** Keeps the step of a code that was used; false when it, or a later one, was used before. */
export async function useStep(db: Db, accountId: string, step: number): Promise<boolean> {
  const used = await db('accounts')
    .where({ id: accountId })
    .where((query) => {
      void query.whereNull('totp_last_step').orWhere('totp_last_step', '<', step);
    })
    .update({ totp_last_step: step });
  return used === 1;
}

export const closeAccountAt = (db: Db, accountId: string, at: Instant | null): Promise<number> =>
  db('accounts').where({ id: accountId }).update({ closed_at: at });

/** Puts new recovery codes in the place of all old ones. */
export async function replaceRecoveryCodes(tx: Deps, accountId: string, hashes: readonly string[]): Promise<void> {
  await tx.db('recovery_codes').where({ account_id: accountId }).delete();
  if (hashes.length === 0) return;
  await tx.db('recovery_codes').insert(hashes.map((hash) => ({ id: tx.newId(), account_id: accountId, code_hash: hash, used_at: null })));
}

/** Uses a recovery code; false when there is none such, or it was used. */
export async function useRecoveryCode(db: Db, accountId: string, hash: string, at: Instant): Promise<boolean> {
  const used = await db('recovery_codes').where({ account_id: accountId, code_hash: hash }).whereNull('used_at').update({ used_at: at });
  return used === 1;
}

export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const [row] = await db('recovery_codes').where({ account_id: accountId }).whereNull('used_at').count({ count: '*' });
  return Number(row?.['count'] ?? 0);
}

const toAccount = (row: AccountRow): Account => ({
  id: row.id,
  personId: row.person_id,
  passwordHash: row.password_hash,
  passwordChangedAt: row.password_changed_at,
  totpSealed: row.totp_sealed,
  totpConfirmedAt: row.totp_confirmed_at,
  totpLastStep: row.totp_last_step,
  closedAt: row.closed_at,
  lastSignInAt: row.last_sign_in_at,
});
