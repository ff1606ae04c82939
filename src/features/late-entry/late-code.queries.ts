import './tables';
import type { Db } from '../../db/database';
import { NotFound } from '../../lib/errors';
import { cleanText } from '../../lib/text';
import type { Instant } from '../../lib/time';
import type { LateCode } from './late-code';
import type { LateCodeRow } from './tables';

/** The codes of a cycle made for these collaboratives, the newest first, at most 200. */
export async function listLateCodes(db: Db, cycleId: string, collaborativeIds: readonly string[]): Promise<LateCode[]> {
  const rows = await db('late_codes')
    .where({ cycle_id: cycleId })
    .whereIn('collaborative_id', collaborativeIds)
    .orderBy([
      { column: 'made_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(200);
  return rows.map(toLateCode);
}

/** Throws NotFound. */
export async function getLateCode(db: Db, cycleId: string, id: string): Promise<LateCode> {
  const row = await db('late_codes').where({ cycle_id: cycleId, id }).first();
  if (row === undefined) throw new NotFound();
  return toLateCode(row);
}

/** The code that somebody typed, in any case, with or without its hyphen. */
export async function findLateCode(db: Db, typed: string): Promise<LateCode | undefined> {
  const letters = cleanText(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const row = await db('late_codes')
    .where({ code: `${letters.slice(0, 4)}-${letters.slice(4)}` })
    .first();
  return row === undefined ? undefined : toLateCode(row);
}

export async function insertLateCode(db: Db, code: LateCode): Promise<void> {
  await db('late_codes').insert({
    id: code.id,
    cycle_id: code.cycleId,
    collaborative_id: code.collaborativeId,
    code: code.code,
    for_whom: code.forWhom,
    note: code.note,
    email: code.email,
    use_limit: code.useLimit,
    uses: code.uses,
    expires_at: code.expiresAt,
    made_at: code.madeAt,
    made_by: code.madeBy,
    revoked_at: code.revokedAt,
  });
}

/** Takes one use of a code, if there is one left at this very moment: of two who ask for the last, one gets it. */
export async function takeUse(db: Db, id: string): Promise<boolean> {
  const taken = await db('late_codes').where({ id }).whereNull('revoked_at').whereRaw('uses < use_limit').increment('uses', 1);
  return taken === 1;
}

/** Answers whether this ended it; it may have been ended before. */
export const endLateCode = async (db: Db, id: string, at: Instant): Promise<boolean> =>
  (await db('late_codes').where({ id }).whereNull('revoked_at').update({ revoked_at: at })) === 1;

const toLateCode = (row: LateCodeRow): LateCode => ({
  id: row.id,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  code: row.code,
  forWhom: row.for_whom,
  note: row.note,
  email: row.email,
  useLimit: row.use_limit,
  uses: row.uses,
  expiresAt: row.expires_at,
  madeAt: row.made_at,
  madeBy: row.made_by,
  revokedAt: row.revoked_at,
});
