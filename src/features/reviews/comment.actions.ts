import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import { insertComment } from './comment.queries';
import { isBlindPass, mayScoreIn } from './review';
import { reviewPolicy } from './review.policy';
import { getReview, listReviewsOf } from './review.queries';

/** Adds a comment to a file whose scores are locked and whose name shows; scores never change again (domain.md 5). */
export function addComment(deps: Deps, actor: Actor & { readonly id: string }, reviewId: string, text: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const review = await getReview(tx.db, reviewId);
    conceal(reviewPolicy.view(actor, review));
    const cycle = await getCycle(tx.db, review.cycleId);
    const { settings } = await getCollaborative(tx.db, review.collaborativeId);
    const statuses = (await listReviewsOf(tx.db, review.candidacyId)).map(({ status }) => status);
    const mayComment = review.status === 'complete' && mayScoreIn(cycle.status) && !isBlindPass(statuses, { cycle, settings });
    if (!mayComment) throw new Conflict('reviews.errors.notYetComments');
    await insertComment(tx, { candidacyId: review.candidacyId, authorId: actor.id, text, at: tx.clock.now() });
    await recordEvent(tx, {
      action: 'reviews.comment',
      actor,
      subject: { kind: 'candidacy', id: review.candidacyId },
      collaborativeId: review.collaborativeId,
    });
  });
}
