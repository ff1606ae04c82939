import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getCycle, getRubric } from '../cycles';
import { acknowledgePanels, listPanelsOf } from './panel.queries';
import { guideVersion, hasReadGuide } from './guide';
import { begin, complete, mayScoreIn, recuse, type RecusalGround, type ReviewDraft } from './review';
import { reviewPolicy } from './review.policy';
import { getReview, listToScore, saveReview, saveScores, type ReviewOfFile } from './review.queries';

/** What a reviewer sends: their draft, made from this version of the review. */
export interface SentDraft extends ReviewDraft {
  readonly version: number;
}

/** Keeps that the reviewer read the guide and promises confidentiality. */
export function acknowledge(deps: Deps, actor: Actor & { readonly id: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const open = (await listPanelsOf(tx.db, actor.id)).filter((member) => !hasReadGuide(member));
    await acknowledgePanels(
      tx.db,
      open.map((member) => member.id),
      tx.clock.now(),
    );
    for (const member of open)
      await recordEvent(tx, {
        action: 'reviews.acknowledge',
        actor,
        subject: { kind: 'cycle', id: member.cycleId },
        collaborativeId: member.collaborativeId,
        after: { guide: guideVersion },
      });
  });
}

/** Keeps a draft. Answers the review with its new version. */
export function saveDraft(deps: Deps, actor: Actor, id: string, sent: SentDraft): Promise<ReviewOfFile> {
  return inTransaction(deps, async (tx) => {
    const review = await openForScoring(tx, actor, id, sent.version);
    const begun = begin(review, sent);
    const saved = await saveReview(tx.db, begun);
    await saveScores(tx.db, id, sent.scores);
    if (review.status !== begun.status) await record(tx, actor, begun, 'reviews.begin');
    return saved;
  });
}

/** Locks a review. Answers the id of the reviewer's next file, or null when all are done. */
export function completeReview(deps: Deps, actor: Actor & { readonly id: string }, id: string, sent: SentDraft): Promise<string | null> {
  return inTransaction(deps, async (tx) => {
    const review = await openForScoring(tx, actor, id, sent.version);
    const cycle = await getCycle(tx.db, review.cycleId);
    const { criteria } = await getRubric(tx.db, cycle.rubricId);
    const done = complete(review, sent, {
      criteria: criteria.map((criterion) => criterion.key),
      rubricId: cycle.rubricId,
      at: tx.clock.now(),
    });
    await saveReview(tx.db, done);
    await saveScores(tx.db, id, sent.scores);
    await record(tx, actor, done, 'reviews.complete');
    const [next] = await listToScore(tx.db, actor.id, 1);
    return next?.id ?? null;
  });
}

export interface Recusal {
  readonly ground: RecusalGround;
  readonly words: string;
}

/** Takes the file away from the reviewer. Scores given so far go; the ground stays in the record. */
export function recuseFrom(deps: Deps, actor: Actor, id: string, recusal: Recusal): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const review = await getReview(tx.db, id);
    conceal(reviewPolicy.recuse(actor, review));
    const recused = recuse(review, recusal.ground, recusal.words);
    await saveReview(tx.db, recused);
    await saveScores(tx.db, id, []);
    await recordEvent(tx, {
      action: 'reviews.recuse',
      actor,
      subject: { kind: 'candidacy', id: review.candidacyId },
      collaborativeId: review.collaborativeId,
      after: { ground: recusal.ground },
    });
  });
}

async function openForScoring(tx: Deps, actor: Actor, id: string, version: number): Promise<ReviewOfFile> {
  const review = await getReview(tx.db, id);
  conceal(reviewPolicy.score(actor, review));
  const cycle = await getCycle(tx.db, review.cycleId);
  if (!mayScoreIn(cycle.status)) throw new Conflict('reviews.errors.notNow');
  const panels = await listPanelsOf(tx.db, review.reviewerId);
  const panel = panels.find((member) => member.cycleId === review.cycleId && member.collaborativeId === review.collaborativeId);
  if (panel === undefined || !hasReadGuide(panel)) throw new Conflict('reviews.errors.readGuideFirst');
  if (review.version !== version) throw new Conflict();
  return review;
}

const record = (tx: Deps, actor: Actor, review: ReviewOfFile, action: 'reviews.begin' | 'reviews.complete'): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'candidacy', id: review.candidacyId },
    collaborativeId: review.collaborativeId,
    after: { status: review.status },
  });
