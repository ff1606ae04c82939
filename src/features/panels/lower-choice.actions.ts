import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getCandidacy, saveReviewed } from '../applications';
import { getCycle } from '../cycles';
import { mayAssignIn, panelPolicy } from '../reviews';

/** Has the panel read a lower choice too: staff ask for it, and the file joins those to hand out (domain.md 4). */
export function requestReview(deps: Deps, actor: Actor, candidacyId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const candidacy = await getCandidacy(tx.db, candidacyId);
    conceal(panelPolicy.manage(actor, candidacy));
    const cycle = await getCycle(tx.db, candidacy.cycleId);
    if (!cycle.settings.reviewsLowerChoices || !mayAssignIn(cycle.status)) throw new Conflict('reviews.errors.notNow');
    if (candidacy.status !== 'in_review' || candidacy.isReviewed) throw new Conflict();
    await saveReviewed(tx, candidacy);
    await recordEvent(tx, {
      action: 'panels.requestReview',
      actor,
      subject: { kind: 'candidacy', id: candidacyId },
      collaborativeId: candidacy.collaborativeId,
      after: { preference: candidacy.preference },
    });
  });
}
