import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { listRecipients } from '../accounts';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { assignedMail, insertReviews, newReview } from '../reviews';
import type { NewAssignment } from './assignment';

export interface Place {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
}

/** Within a transaction: keeps what was handed out and tells each reviewer once. */
export async function handOut(tx: Deps, actor: Actor, place: Place, pairs: readonly NewAssignment[]): Promise<void> {
  const now = tx.clock.now();
  await insertReviews(
    tx.db,
    pairs.map((pair) => newReview({ ...pair, id: tx.newId(), assignedAt: now, assignedBy: actor.id })),
  );
  const reviewers = await listRecipients(tx.db, [...new Set(pairs.map((pair) => pair.reviewerId))]);
  const words = (locale: string) => ({ t: tx.translate(locale), baseUrl: tx.baseUrl });
  await queueEmails(
    tx,
    reviewers.map((to) => assignedMail(to, { ...place, today: dateOf(now) }, words(to.locale))),
  );
}
