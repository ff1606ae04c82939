import type { Db } from '../../db/database';
import type { Answers, Constituency } from '../cycles';
import { formDifferences, listFormVersions, touchesOf, type FormVersion, type Touch } from '../forms';

/** An application that a new version touches, and how. */
export interface TouchedApplication {
  readonly reference: string;
  readonly touches: readonly Touch[];
}

interface SentRow {
  reference: string;
  constituency: Constituency | null;
  answers: string;
  form_id: string | null;
}

/** Applications of a cycle that were sent and that these pages would touch, compared with the version each one answered. */
export async function listTouched(db: Db, cycleId: string, wanted: FormVersion): Promise<TouchedApplication[]> {
  const rows: SentRow[] = await db('applications')
    .where({ cycle_id: cycleId, status: 'submitted' })
    .orderBy(['submitted_at', 'id'])
    .select('reference', 'constituency', 'answers', 'form_id');
  const versions = await listFormVersions(db, wanted.line);
  const differences = new Map(versions.map((version) => [version.id, formDifferences(version.pages, wanted.pages)]));
  return rows.flatMap((row) => {
    const sent = { answers: JSON.parse(row.answers) as Answers, constituency: row.constituency };
    const touches = touchesOf(differences.get(row.form_id ?? '') ?? [], sent).map(({ touch }) => touch);
    return touches.length === 0 ? [] : [{ reference: row.reference, touches }];
  });
}

/** Applications of a cycle that are being written. */
export async function countDrafts(db: Db, cycleId: string): Promise<number> {
  const row = await db('applications').where({ cycle_id: cycleId, status: 'draft' }).count({ number: '*' }).first();
  return Number(row?.number ?? 0);
}
