import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import type { Meeting } from '../meetings';
import type { AgendaItem } from './agenda-item';
import { hasRoom } from './attachment';
import { insertAttachment, listAttachments, listPapersOf } from './attachment.queries';

/**
 * Lays the papers of earlier lines to the lines of a meeting that were made after them: the same files, drafts until the
 * next posting. Those taken off stay behind. Throws Conflict where a meeting would have more than its papers may weigh.
 */
export async function copyPapers(tx: Deps, meeting: Pick<Meeting, 'id'>, after: ReadonlyMap<string, AgendaItem>): Promise<void> {
  const papers = await listPapersOf(tx.db, [...after.keys()]);
  if (papers.length === 0) return;
  const present = await listAttachments(tx.db, meeting.id);
  if (!hasRoom([...present, ...papers], 0)) throw new Conflict('agendas.papers.noRoom');
  for (const paper of papers) {
    const item = after.get(paper.itemId);
    if (item === undefined) continue;
    const copied = { id: tx.newId(), meetingId: meeting.id, itemId: item.id, addedAt: tx.clock.now(), publishedAt: null };
    await insertAttachment(tx.db, { ...paper, ...copied });
  }
}
