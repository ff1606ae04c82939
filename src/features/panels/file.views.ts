import { formatMoment, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { TimelineEntry } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import type { Cycle, Rubric } from '../cycles';
import {
  mayAssignIn,
  reviewCard,
  reviewPaths,
  type AnswerView,
  type CandidateTotal,
  type NamedReview,
  type PanelComment,
  type ReviewCard,
  type ReviewScore,
} from '../reviews';
import { conflictsBetween } from './conflict';
import type { Panelist, ReviewFile } from './file';
import { panelPaths } from './panel.paths';

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
  readonly hidden: string;
  readonly reviews: readonly ReviewCard[];
  readonly assignment: { readonly action: string; readonly hint: string; readonly reviewers: readonly ReviewerChoice[] } | null;
  readonly comments: readonly { readonly author: string; readonly at: string; readonly text: string }[];
  readonly flags: readonly string[];
  readonly timeline: readonly TimelineEntry[];
}

declare module '../../web/render' {
  interface Views {
    'panels/file': FileView;
  }
}

interface FileFacts {
  readonly comments: readonly PanelComment[];
  readonly file: ReviewFile;
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly rubric: Rubric;
  readonly panelists: readonly Panelist[];
  readonly reviews: readonly NamedReview[];
  readonly scores: ReadonlyMap<string, readonly ReviewScore[]>;
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
    hidden: panelPaths.hidden({ id: file.candidacyId }),
    reviews: facts.reviews.map((review) => reviewCard(t, review, { rubric: facts.rubric, scores: facts.scores.get(review.id) ?? [] })),
    assignment: mayAssignIn(cycle.status) ? assignmentOf(t, facts) : null,
    comments: facts.comments.map(({ author, text, writtenAt }) => ({ author, text, at: formatMoment(t, writtenAt) })),
    timeline: facts.timeline,
  };
}

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
