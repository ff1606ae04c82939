import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { TimelineEntry } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import type { Cycle, Rubric } from '../cycles';
import type { AnswerView } from './answers.views';
import { conflictsBetween } from './conflict';
import type { ReviewFile } from './file.queries';
import type { Panelist } from './panel.queries';
import { mayAssignIn, type Score } from './review';
import { reviewPaths } from './review.paths';
import type { NamedReview } from './review.queries';
import { weightedPoints, type CandidateTotal } from './totals';

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

interface ReviewerChoice {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly conflicts: string | null;
  readonly isChecked: boolean;
  readonly isFixed: boolean;
}

export interface FileView extends PageModel {
  readonly back: string;
  readonly kicker: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly answers: readonly AnswerView[];
  readonly reviews: readonly ReviewCard[];
  readonly assignment: { readonly action: string; readonly hint: string; readonly reviewers: readonly ReviewerChoice[] } | null;
  readonly flags: readonly string[];
  readonly timeline: readonly TimelineEntry[];
}

declare module '../../web/render' {
  interface Views {
    'reviews/file': FileView;
  }
}

interface FileFacts {
  readonly file: ReviewFile;
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly rubric: Rubric;
  readonly panelists: readonly Panelist[];
  readonly reviews: readonly NamedReview[];
  readonly scores: ReadonlyMap<string, readonly Score[]>;
  readonly total: CandidateTotal;
  readonly answers: readonly AnswerView[];
  readonly timeline: readonly TimelineEntry[];
}

/** A candidacy for the staff who arrange its review: answers, reviews with scores, and who reads it. */
export function fileView(t: Translate, facts: FileFacts): FileView {
  const { file, cycle, collaborative, total } = facts;
  return {
    title: file.party.name,
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    back: reviewPaths.panel({ code: cycle.code, slug: collaborative.slug }),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    facts: [
      fact(t('reviews.file.reference'), file.reference),
      fact(t('reviews.file.constituency'), t.loosely(`common.constituency.${file.constituency}`)),
      fact(t('reviews.file.total'), total.weighted === null ? t('reviews.file.noTotal') : formatNumber(t.locale, total.weighted, 1)),
      fact(t('reviews.file.reviews'), t('reviews.file.ofMinimum', { done: total.reviews, minimum: collaborative.settings.minimumReviews })),
    ],
    flags: [
      ...(total.hasSpread ? [t('reviews.file.spread', { count: collaborative.settings.spreadFlag })] : []),
      ...(total.isCovered ? [] : [t('reviews.file.notCovered', { count: collaborative.settings.minimumReviews })]),
    ],
    answers: facts.answers,
    reviews: facts.reviews.map((review) => reviewCard(t, review, { rubric: facts.rubric, scores: facts.scores.get(review.id) ?? [] })),
    assignment: mayAssignIn(cycle.status) ? assignmentOf(t, facts) : null,
    timeline: facts.timeline,
  };
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

const fact = (label: string, value: string) => ({ label, value, href: null, change: null });

function assignmentOf(t: Translate, { file, panelists, collaborative }: FileFacts): FileView['assignment'] {
  const statusOf = new Map(file.reviews.map((review) => [review.reviewerId, review.status]));
  return {
    action: reviewPaths.assign({ id: file.candidacyId }),
    hint: t('reviews.file.assignHint', { count: collaborative.settings.minimumReviews }),
    reviewers: panelists.map((panelist) => {
      const status = statusOf.get(panelist.personId);
      const grounds = conflictsBetween(file.party, panelist.party);
      return {
        id: panelist.personId,
        name: panelist.name,
        hint:
          status === undefined ? t('reviews.file.load', { count: panelist.assigned - panelist.complete }) : t(`reviews.status.${status}`),
        conflicts:
          grounds.length === 0
            ? null
            : t('reviews.file.conflict', { grounds: grounds.map((ground) => t(`reviews.conflict.${ground}`)).join(', ') }),
        isChecked: status !== undefined && status !== 'recused',
        isFixed: (status !== undefined && status !== 'assigned') || grounds.includes('self'),
      };
    }),
  };
}
