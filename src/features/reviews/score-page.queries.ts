import type { Db } from '../../db/database';
import type { Actor } from '../../lib/actor';
import type { LocalText } from '../../lib/local-text';
import {
  answersForReview,
  formAnswered,
  getApplication,
  type AnsweredQuestion,
  filesForReview,
  listApplicationFiles,
  type ApplicationFile,
} from '../applications';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { getCycle, getForm, getRubric, type Cycle, type Rubric } from '../cycles';
import { namesInAnswers } from './answer-names.queries';
import { listComments, type PanelComment } from './comment.queries';
import { hiddenByQuestion } from './redaction.queries';
import { isBlindPass, mayScoreIn, type Score } from './review';
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
  /** Words that staff hid, by question. */
  readonly hidden: ReadonlyMap<string, readonly string[]>;
  /** Files of the application; none in the blind pass. */
  readonly files: readonly ApplicationFile[];
  /** The applicant's name, once no score of the file can change any more. */
  readonly name: string | null;
  /** Complete reviews of the whole panel; none before one's own is in. */
  readonly panel: readonly NamedReview[];
  readonly scores: ReadonlyMap<string, readonly Score[]>;
  readonly isOpen: boolean;
  /** Scores are locked and names show: the panel adds comments. */
  readonly mayComment: boolean;
  readonly comments: readonly PanelComment[];
  /** The reviewer's own scores, as saved. */
  readonly own: readonly Score[];
}

/** Reads a file as its reviewer may see it: blind until no score can change, others' reviews only after one's own. */
export async function loadScorePage(db: Db, actor: Actor, review: ReviewOfFile): Promise<ScorePage> {
  const cycle = await getCycle(db, review.cycleId);
  const collaborative = await getCollaborative(db, review.collaborativeId);
  const application = await getApplication(db, review.applicationId);
  const all = await listReviewsOf(db, review.candidacyId);
  const isBlind = isBlindPass(
    all.map(({ status }) => status),
    { cycle, settings: collaborative.settings },
  );
  const form = await getForm(db, formAnswered(application, cycle));
  const files = filesForReview(application, await listApplicationFiles(db, application.id), { form, blind: isBlind });
  return {
    review,
    cycle,
    collaborative,
    files,
    rubric: await getRubric(db, review.rubricId ?? cycle.rubricId),
    counts: await countQueue(db, review.reviewerId),
    answers: answersForReview(application, form, { blind: isBlind }),
    names: await namesInAnswers(db, application.answers),
    hidden: await hiddenByQuestion(db, review.applicationId),
    name: isBlind ? null : application.name,
    isOpen: review.status !== 'complete' && mayScoreIn(cycle.status),
    ...(await panelOf(db, review, reviewPolicy.viewPanel(actor, review).allowed ? all : [])),
    ...(await commentsOf(db, review, { isBlind, isScored: mayScoreIn(cycle.status) })),
  };
}

async function panelOf(db: Db, review: ReviewOfFile, all: readonly NamedReview[]): Promise<Pick<ScorePage, 'panel' | 'scores' | 'own'>> {
  const panel = all.filter((one) => one.status === 'complete');
  const scores = await listScores(db, [...new Set([review.id, ...panel.map((one) => one.id)])]);
  return { panel, scores, own: scores.get(review.id) ?? [] };
}

async function commentsOf(
  db: Db,
  review: ReviewOfFile,
  { isBlind, isScored }: { isBlind: boolean; isScored: boolean },
): Promise<Pick<ScorePage, 'mayComment' | 'comments'>> {
  if (isBlind || review.status !== 'complete') return { mayComment: false, comments: [] };
  return { mayComment: isScored, comments: await listComments(db, review.candidacyId) };
}
