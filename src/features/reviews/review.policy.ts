import { isAdministrator, isReviewerOf, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import type { PanelOf } from './panel';
import type { ReviewStatus } from './review';

/** A review with what decides who may see it. */
export interface ReviewSubject extends PanelOf {
  readonly reviewerId: string;
  readonly status: ReviewStatus;
  /** The person who applies, where known: nobody reads or scores their own file. */
  readonly applicantId: string | null;
}

/** A candidacy as staff open it. */
export interface FileSubject {
  readonly collaborativeId: string;
  readonly applicantId: string | null;
}

/** Who arranges panels: staff of the collaborative, and administrators (pages.md). */
export const panelPolicy = {
  manage: (actor: Actor, panel: Pick<PanelOf, 'collaborativeId'>): Decision =>
    allowIf(arranges(actor, panel.collaborativeId), 'reviews.denied.panel'),
  /** A file with its scores and comments; never one's own. */
  viewFile: (actor: Actor, file: FileSubject): Decision =>
    allowIf(arranges(actor, file.collaborativeId) && !isOwn(actor, file.applicantId), 'reviews.denied.panel'),
};

export const reviewPolicy = {
  /** A reviewer sees the files assigned to them, until they recuse. */
  view: (actor: Actor, review: ReviewSubject): Decision =>
    allowIf(isOwnReview(actor, review) && review.status !== 'recused', 'reviews.denied.review'),
  score: (actor: Actor, review: ReviewSubject): Decision => reviewPolicy.view(actor, review),
  recuse: (actor: Actor, review: ReviewSubject): Decision => reviewPolicy.view(actor, review),
  /** Others' reviews of the file, once one's own is in. */
  viewPanel: (actor: Actor, review: ReviewSubject): Decision =>
    allowIf(isOwnReview(actor, review) && review.status === 'complete', 'reviews.denied.review'),
};

const arranges = (actor: Actor, collaborativeId: string): boolean => isStaffOf(actor, collaborativeId) || isAdministrator(actor);

const isOwnReview = (actor: Actor, review: ReviewSubject): boolean =>
  actor.id !== null &&
  actor.id === review.reviewerId &&
  isReviewerOf(actor, review.cycleId, review.collaborativeId) &&
  !isOwn(actor, review.applicantId);

const isOwn = (actor: Actor, applicantId: string | null): boolean => applicantId !== null && applicantId === actor.id;
