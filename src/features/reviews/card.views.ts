import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Rubric } from '../cycles';
import type { Score } from './review';
import type { NamedReview } from './review.queries';
import { weightedPoints } from './totals';

interface ScoreRow {
  readonly criterion: string;
  readonly score: string;
  readonly comment: string;
}

/** One review as staff, and panelists after their own, see it. */
export interface ReviewCard {
  readonly reviewer: string;
  readonly status: { readonly text: string; readonly tone: string };
  readonly points: string | null;
  readonly recommendation: string | null;
  readonly ground: string | null;
  readonly scores: readonly ScoreRow[];
}

/** A review with its scores and private comments, for those who may see them. */
export function reviewCard(
  t: Translate,
  review: NamedReview,
  { rubric, scores }: { rubric: Rubric; scores: readonly Score[] },
): ReviewCard {
  const isComplete = review.status === 'complete';
  const given = new Map(scores.flatMap(({ criterion, score }) => (score === null ? [] : [[criterion, score] as const])));
  return {
    reviewer: review.reviewerName,
    status: { text: t(`reviews.status.${review.status}`), tone: toneOf[review.status] },
    points: isComplete ? formatNumber(t.locale, weightedPoints(given, rubric.criteria), 1) : null,
    recommendation: isComplete && review.recommendation !== null ? t(`reviews.recommendation.${review.recommendation}`) : null,
    ground: review.recusalGround === null ? null : t(`reviews.ground.${review.recusalGround}`),
    scores: isComplete
      ? rubric.criteria.map((criterion) => ({
          criterion: inLocale(criterion.label, t.locale),
          score: String(given.get(criterion.key) ?? ''),
          comment: scores.find((score) => score.criterion === criterion.key)?.comment ?? '',
        }))
      : [],
  };
}

const toneOf = { assigned: 'neutral', in_progress: 'info', complete: 'success', recused: 'warning' } as const;
