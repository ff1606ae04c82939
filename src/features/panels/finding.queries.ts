import './tables';
import type { Db } from '../../db/database';
import { Conflict } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { PanelOf } from '../reviews';
import { verdictKey } from './bars';
import type { Verdict } from './conflict';
import type { ConflictFindingRow } from './tables';

/** What staff decided of a suggested conflict, with a word why. */
export interface Finding {
  readonly candidacyId: string;
  readonly reviewerId: string;
  readonly verdict: Verdict;
  readonly words: string;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
}

/** What was decided for the files of a panel, by `verdictKey`. One query. */
export async function listFindings(db: Db, panel: PanelOf): Promise<ReadonlyMap<string, Finding>> {
  const rows = await db('conflict_findings')
    .join('candidacies', 'candidacies.id', 'conflict_findings.candidacy_id')
    .where('candidacies.cycle_id', panel.cycleId)
    .where('candidacies.collaborative_id', panel.collaborativeId)
    .select<ConflictFindingRow[]>('conflict_findings.*');
  return new Map(
    rows.map((row) => [
      verdictKey(row.candidacy_id, row.reviewer_id),
      {
        candidacyId: row.candidacy_id,
        reviewerId: row.reviewer_id,
        verdict: row.verdict,
        words: row.words,
        decidedBy: row.decided_by,
        decidedAt: row.decided_at,
      },
    ]),
  );
}

/** Keeps what was decided; fails when somebody else decided first. A decision may be changed: give the one before. */
export async function saveFinding(db: Db, finding: Finding, before: Verdict | null): Promise<void> {
  const key = { candidacy_id: finding.candidacyId, reviewer_id: finding.reviewerId };
  const decided = { verdict: finding.verdict, words: finding.words, decided_by: finding.decidedBy, decided_at: finding.decidedAt };
  const known = await db('conflict_findings').where(key).first();
  if ((known?.verdict ?? null) !== before) throw new Conflict();
  if (known === undefined) await db('conflict_findings').insert({ ...key, ...decided, version: 1 });
  else await saveAgain(db, key, { ...decided, version: known.version });
}

async function saveAgain(db: Db, key: Key, decided: Decided): Promise<void> {
  const saved = await db('conflict_findings')
    .where({ ...key, version: decided.version })
    .update({ ...decided, version: decided.version + 1 });
  if (saved === 0) throw new Conflict();
}

interface Key {
  readonly candidacy_id: string;
  readonly reviewer_id: string;
}

interface Decided {
  readonly verdict: Verdict;
  readonly words: string;
  readonly decided_by: string;
  readonly decided_at: Instant;
  readonly version: number;
}
