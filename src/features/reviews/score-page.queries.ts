import type { Db } from '../../db/database';
import type { Actor } from '../../lib/actor';
import type { LocalText } from '../../lib/local-text';
import { answersForReview, formAnswered, getApplication, type AnsweredQuestion } from '../applications';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { getCycle, getForm, getRubric, type Cycle, type Rubric } from '../cycles';
import { namesInAnswers } from './answer-names.queries';
import { mayScoreIn, namesAreOpen, type Score } from './review';
import { reviewPolicy } from './review.policy';
import { countQueue, listReviewsOf, listScores, type NamedReview, type ReviewOfFile } from './review.queries';

/** What a reviewer's page of one file holds. */
export interface ScorePage {
  readonly review: ReviewOfFile;
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly rubric: Rubric;
  readonly counts: { readonly all: number; readonly done: number };
  readonly answers: readonly AnsweredQuestion[];
  readonly names: ReadonlyMap<string, LocalText>;
  /** The applicant's name, once no score of the file can change any more. */
  readonly name: string | null;
  /** Complete reviews of the whole panel; none before one's own is in. */
  readonly panel: readonly NamedReview[];
  readonly scores: ReadonlyMap<string, readonly Score[]>;
  readonly isOpen: boolean;
}

/** Reads a file as its reviewer may see it: blind until no score can change, others' reviews only after one's own. */
export async function loadScorePage(db: Db, actor: Actor, review: ReviewOfFile): Promise<ScorePage> {
  const cycle = await getCycle(db, review.cycleId);
  const collaborative = await getCollaborative(db, review.collaborativeId);
  const application = await getApplication(db, review.applicationId);
  const all = await listReviewsOf(db, review.candidacyId);
  const isBlind = isBlindPass(cycle, collaborative, all);
  const panel = reviewPolicy.viewPanel(actor, review).allowed ? all.filter((one) => one.status === 'complete') : [];
  return {
    review,
    cycle,
    collaborative,
    panel,
    rubric: await getRubric(db, cycle.rubricId),
    counts: await countQueue(db, review.reviewerId),
    answers: answersForReview(application, await getForm(db, formAnswered(application, cycle)), { blind: isBlind }),
    names: await namesInAnswers(db, application.answers),
    name: isBlind ? null : application.name,
    scores: await listScores(
      db,
      panel.map((one) => one.id),
    ),
    isOpen: review.status !== 'complete' && mayScoreIn(cycle.status),
  };
}

function isBlindPass(cycle: Cycle, { settings }: Collaborative, reviews: readonly NamedReview[]): boolean {
  if (!cycle.settings.blindFirstPass || !settings.blindFirstPass) return false;
  return !namesAreOpen(
    reviews.map((review) => review.status),
    settings.minimumReviews,
  );
}
