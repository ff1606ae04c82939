import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import { deleteDraft } from '../applications';
import { listAbandoned } from './draft.queries';

/** Throws away drafts that were never sent, 90 days after their cycle closed; the history keeps that they were. For the worker. */
export async function purgeDrafts(deps: Deps): Promise<void> {
  for (const id of await listAbandoned(deps.db, deps.clock.now())) {
    await inTransaction(deps, async (tx) => {
      if (!(await deleteDraft(tx.db, id))) return;
      await recordEvent(tx, { action: 'drafts.purge', actor: 'system', subject: { kind: 'application', id }, collaborativeId: null });
    });
  }
}
