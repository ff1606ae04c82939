import type { Application } from '../../src/features/applications';
import { insertReviews, newReview } from '../../src/features/reviews';
import type { TestProduct } from './app';
import { candidacyOf, type Scene } from './selection-scene';

const criteria = ['connection', 'experience', 'reasons', 'listening', 'perspective', 'commitment'];

/** A scoring form with this score on each criterion. */
export const fullForm = (score = '3'): Record<string, string> => ({
  recommendation: 'yes',
  ...Object.fromEntries(criteria.map((key) => [`score-${key}`, score] as const)),
});

/** Hands an application of Central to a reviewer; answers the page of the review. */
export async function handedTo(product: TestProduct, scene: Scene, person: { id: string }, application: Application): Promise<string> {
  const { deps } = product;
  const { id: candidacyId } = await candidacyOf(deps, application, scene.central);
  const id = deps.newId();
  await insertReviews(deps.db, [
    newReview({ id, candidacyId, reviewerId: person.id, assignedAt: deps.clock.now(), assignedBy: scene.staff.id }),
  ]);
  return `/reviews/${id}`;
}
