import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Instant } from '../../lib/time';

/** What somebody of the panel adds once scores are locked; private to panel and staff. */
export interface PanelComment {
  readonly author: string;
  readonly text: string;
  readonly writtenAt: Instant;
}

/** The comments on a file, the first first. One query. */
export async function listComments(db: Db, candidacyId: string): Promise<PanelComment[]> {
  const rows: { author: string; text: string; written_at: Instant }[] = await db('panel_comments')
    .join('people', 'people.id', 'panel_comments.author_id')
    .where('panel_comments.candidacy_id', candidacyId)
    .orderBy(['panel_comments.written_at', 'panel_comments.id'])
    .select({
      author: 'people.name',
      text: 'panel_comments.text',
      written_at: 'panel_comments.written_at',
    });
  return rows.map(({ author, text, written_at }) => ({ author, text, writtenAt: written_at }));
}

export async function insertComment(
  tx: Pick<Deps, 'db' | 'newId'>,
  comment: { candidacyId: string; authorId: string; text: string; at: Instant },
): Promise<void> {
  const { candidacyId, authorId, text, at } = comment;
  await tx.db('panel_comments').insert({ id: tx.newId(), candidacy_id: candidacyId, author_id: authorId, text, written_at: at });
}
