import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { equalSecrets, newCode, newToken, sha256 } from '../../lib/secret';
import { plusElapsed, type Instant } from '../../lib/time';
import type { TokenRow } from './tables';
import { browserMark, codeTriesAllowed, isGood, type Token } from './token';

/** What a token is for. At least one of person, address and subject says whom or what it opens. */
export interface TokenWanted {
  readonly purpose: string;
  readonly personId?: string;
  readonly email?: string;
  readonly subjectId?: string;
  readonly hours: number;
  readonly returnTo?: string | undefined;
}

export interface TokenUse {
  readonly purpose: string;
  /** SHA-256 of the token's text. */
  readonly hash: string;
  /** The browser's own random mark, so that its second press counts as the same. */
  readonly browser: string;
}

/** Makes a token and answers its text; only the SHA-256 is kept. */
export async function issueToken(tx: Deps, wanted: TokenWanted): Promise<string> {
  const token = newToken();
  await tx.db('tokens').insert(rowOf(tx, wanted, token));
  return token;
}

/** Makes a token with six digits beside it, for typing on another device. Answers its id too. */
export async function issueTokenWithCode(tx: Deps, wanted: TokenWanted): Promise<{ id: string; token: string; code: string }> {
  const token = newToken();
  const code = newCode();
  const row = rowOf(tx, wanted, token);
  await tx.db('tokens').insert({ ...row, code_hash: codeHash(tx, row.id, code) });
  return { id: row.id, token, code };
}

/** Looks at a token by its text without spending it; undefined when it is wrong, used or over. */
export const peekToken = (db: Db, purpose: string, token: string, now: Instant): Promise<Token | undefined> =>
  peekTokenHash(db, { purpose, hash: sha256(token), browser: null }, now);

/** Looks at a token by its hash. */
export async function peekTokenHash(
  db: Db,
  use: { readonly purpose: string; readonly hash: string; readonly browser: string | null },
  now: Instant,
): Promise<Token | undefined> {
  const row = await db('tokens').where({ token_hash: use.hash, purpose: use.purpose }).first();
  const token = row === undefined ? undefined : toToken(row);
  return token !== undefined && isGood(token, now, use.browser) ? token : undefined;
}

/** Spends a token inside a transaction; undefined when it is wrong, over, or used by someone else. */
export async function spendToken(tx: Deps, use: TokenUse): Promise<Token | undefined> {
  const now = tx.clock.now();
  const token = await peekTokenHash(tx.db, use, now);
  if (token === undefined || token.usedAt !== null) return token;
  const spent = await tx
    .db('tokens')
    .where({ id: token.id })
    .whereNull('used_at')
    .update({ used_at: now, used_by: browserMark(use.browser) });
  return spent === 1 ? token : undefined;
}

/** Takes back the unused tokens of this purpose for a person, an address or a subject. */
export const voidTokens = (
  db: Db,
  purpose: string,
  whose: { readonly person_id: string } | { readonly email: string } | { readonly subject_id: string },
): Promise<number> =>
  db('tokens')
    .where({ purpose, ...whose })
    .whereNull('used_at')
    .delete();

/** Takes back a person's unused tokens of this purpose that are younger than this one (ids sort by time). */
export const voidLaterTokens = (db: Db, purpose: string, { id, personId }: Pick<Token, 'id' | 'personId'>): Promise<number> =>
  db('tokens').where({ purpose, person_id: personId }).where('id', '>', id).whereNull('used_at').delete();

/** Counts a try of the six digits and answers the token's hash when they are right; five tries in all. */
export async function tryCode(deps: Deps, tokenId: string, code: string): Promise<string | undefined> {
  const now = deps.clock.now();
  const counted = await deps
    .db('tokens')
    .where({ id: tokenId })
    .where('code_tries', '<', codeTriesAllowed)
    .where('expires_at', '>', now)
    .whereNull('used_at')
    .increment('code_tries', 1);
  const row = await deps.db('tokens').where({ id: tokenId }).first();
  const isRight = equalSecrets(row?.code_hash ?? '', codeHash(deps, tokenId, code));
  return counted === 1 && isRight ? row?.token_hash : undefined;
}

export const findTokensOfSubject = async (db: Db, purpose: string, subjectId: string): Promise<Token[]> =>
  (await db('tokens').where({ purpose, subject_id: subjectId })).map(toToken);

/** Throws away tokens that expired before this moment. Answers how many. */
export const deleteExpiredTokens = (db: Db, before: Instant): Promise<number> => db('tokens').where('expires_at', '<', before).delete();

function rowOf(tx: Deps, wanted: TokenWanted, token: string): TokenRow {
  const now = tx.clock.now();
  return {
    id: tx.newId(),
    purpose: wanted.purpose,
    person_id: wanted.personId ?? null,
    email: wanted.email ?? null,
    subject_id: wanted.subjectId ?? null,
    token_hash: sha256(token),
    code_hash: null,
    code_tries: 0,
    expires_at: plusElapsed(now, { hours: wanted.hours }),
    used_at: null,
    used_by: null,
    return_to: wanted.returnTo ?? null,
    created_at: now,
  };
}

/** Six digits alone could be guessed from their hash in a stolen backup: the application's secret is hashed with them. */
const codeHash = (deps: Deps, tokenId: string, code: string): string => sha256(`${deps.config.secret}:${tokenId}:${code}`);

const toToken = (row: TokenRow): Token => ({
  id: row.id,
  purpose: row.purpose,
  personId: row.person_id,
  email: row.email,
  subjectId: row.subject_id,
  returnTo: row.return_to,
  expiresAt: row.expires_at,
  usedAt: row.used_at,
  usedBy: row.used_by,
  hash: row.token_hash,
});
