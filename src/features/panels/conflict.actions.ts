import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { panelPolicy, takeAway, type PanelOf } from '../reviews';
import type { Verdict } from './conflict';
import { findFile } from './file.queries';
import { saveFinding } from './finding.queries';
import { listPanel } from './panelist.queries';

/** Staff's word on a conflict between a file and a reviewer. */
export interface WantedVerdict {
  readonly candidacyId: string;
  readonly reviewerId: string;
  readonly verdict: Verdict;
  readonly words: string;
  /** What the page said had been decided; null: nothing. */
  readonly before: Verdict | null;
}

/** Confirms or dismisses a suggested conflict. Confirmed, it takes away a file that the reviewer has not completed. */
export function decideConflict(deps: Deps, actor: Actor & { readonly id: string }, panel: PanelOf, wanted: WantedVerdict): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const file = await findFile(tx.db, wanted.candidacyId);
    if (file === undefined || file.cycleId !== panel.cycleId || file.collaborativeId !== panel.collaborativeId) throw new NotFound();
    conceal(panelPolicy.viewFile(actor, { collaborativeId: file.collaborativeId, applicantId: file.party.personId }));
    const isOnPanel = (await listPanel(tx.db, panel)).some(({ personId }) => personId === wanted.reviewerId);
    if (!isOnPanel) throw new NotFound();
    const { before, ...finding } = wanted;
    await saveFinding(tx.db, { ...finding, decidedBy: actor.id, decidedAt: tx.clock.now() }, before);
    if (wanted.verdict === 'confirmed') await takeAway(tx.db, wanted.candidacyId, wanted.reviewerId);
    await recordEvent(tx, {
      action: wanted.verdict === 'confirmed' ? 'panels.confirmConflict' : 'panels.dismissConflict',
      actor,
      subject: { kind: 'candidacy', id: wanted.candidacyId },
      collaborativeId: panel.collaborativeId,
      after: { reviewer: wanted.reviewerId },
    });
  });
}
