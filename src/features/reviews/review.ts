import { Conflict } from '../../lib/errors';
import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';

export type ReviewStatus = 'assigned' | 'in_progress' | 'complete' | 'recused';
export type ReviewEvent = 'begin' | 'complete' | 'recuse';

export const recommendations = ['yes', 'maybe', 'no'] as const;
export type Recommendation = (typeof recommendations)[number];

export const recusalGrounds = ['family', 'household', 'friend', 'work', 'school', 'another'] as const;
/** `left`: the reviewer left the panel with the file begun; `found`: staff confirmed a conflict. Nobody chooses these. */
export type RecusalGround = (typeof recusalGrounds)[number] | 'left' | 'found';

/** A complete review is locked; a recused one stays in the record and never comes back. */
export const reviewMachine = defineMachine<ReviewStatus, ReviewEvent>({
  assigned: { begin: 'in_progress', complete: 'complete', recuse: 'recused' },
  in_progress: { begin: 'in_progress', complete: 'complete', recuse: 'recused' },
  complete: {},
  recused: {},
});

/** One criterion's score (0 to 4, null while not given) and the private comment beside it. */
export interface Score {
  readonly criterion: string;
  readonly score: number | null;
  readonly comment: string;
}

export interface Review {
  readonly id: string;
  readonly candidacyId: string;
  readonly reviewerId: string;
  readonly status: ReviewStatus;
  readonly recommendation: Recommendation | null;
  readonly recusalGround: RecusalGround | null;
  readonly recusalWords: string | null;
  readonly assignedAt: Instant;
  readonly assignedBy: string | null;
  readonly completedAt: Instant | null;
  /** The rubric it was scored by; null until it is complete. */
  readonly rubricId: string | null;
  /** What the reviewer said it took, in minutes. */
  readonly minutes: number | null;
  readonly version: number;
}

/** A file handed to a reviewer, not begun. */
export const newReview = (handedOut: Pick<Review, 'id' | 'candidacyId' | 'reviewerId' | 'assignedAt' | 'assignedBy'>): Review => ({
  ...handedOut,
  status: 'assigned',
  recommendation: null,
  recusalGround: null,
  recusalWords: null,
  completedAt: null,
  rubricId: null,
  minutes: null,
  version: 1,
});

/** What a reviewer writes down. */
export interface ReviewDraft {
  readonly scores: readonly Score[];
  readonly recommendation: Recommendation | null;
  /** Minutes spent, if the reviewer says so. */
  readonly minutes: number | null;
}

/** Criteria that have no score yet; a review is complete only when there are none. */
export const criteriaWithoutScore = (draft: ReviewDraft, criteria: readonly string[]): string[] =>
  criteria.filter((key) => !draft.scores.some(({ criterion, score }) => criterion === key && score !== null));

/** Keeps a draft. Throws Conflict once the review is complete or recused. */
export const begin = <Kept extends Review>(review: Kept, draft: ReviewDraft): Kept => ({
  ...review,
  status: reviewMachine.next(review.status, 'begin'),
  recommendation: draft.recommendation,
  minutes: draft.minutes,
});

/** Locks a review whose every criterion has a score and which recommends something. */
export function complete<Kept extends Review>(
  review: Kept,
  draft: ReviewDraft,
  { criteria, rubricId, at }: { criteria: readonly string[]; rubricId: string; at: Instant },
): Kept {
  const status = reviewMachine.next(review.status, 'complete');
  if (draft.recommendation === null || criteriaWithoutScore(draft, criteria).length > 0) throw new Conflict('reviews.errors.notComplete');
  return { ...review, status, recommendation: draft.recommendation, minutes: draft.minutes, rubricId, completedAt: at };
}

/** Takes the file away from the reviewer; the ground stays in the record. */
export const recuse = <Kept extends Review>(review: Kept, ground: RecusalGround, words: string): Kept => ({
  ...review,
  status: reviewMachine.next(review.status, 'recuse'),
  recommendation: null,
  recusalGround: ground,
  recusalWords: words === '' ? null : words,
});

/** Cycle states in which files may be handed out. */
export const mayAssignIn = (cycleStatus: string): boolean => ['closed', 'in_review', 'deciding'].includes(cycleStatus);

/** Cycle states in which reviewers may write: after closing, until the decisions are out. */
export const mayScoreIn = mayAssignIn;

/** Names are shown to the panel once no score of the file can change any more (domain.md 5, blind first pass). */
export function namesAreOpen(statuses: readonly ReviewStatus[], minimum: number): boolean {
  const given = statuses.filter((status) => status === 'complete').length;
  return given >= minimum && statuses.every((status) => status === 'complete' || status === 'recused');
}

/** Whether names are hidden still: the cycle and the body score blind, and some score of the file can still change. */
export const isBlindPass = (
  statuses: readonly ReviewStatus[],
  { cycle, settings }: { cycle: { readonly settings: { readonly blindFirstPass: boolean } }; settings: BlindSettings },
): boolean => cycle.settings.blindFirstPass && settings.blindFirstPass && !namesAreOpen(statuses, settings.minimumReviews);

interface BlindSettings {
  readonly blindFirstPass: boolean;
  readonly minimumReviews: number;
}
