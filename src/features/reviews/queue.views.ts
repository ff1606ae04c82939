import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { withQuery } from '../../lib/path';
import type { Page } from '../../lib/pagination';
import type { CalendarDate } from '../../lib/time';
import { choiceView, errorSummary, type ChoiceView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { reviewPaths } from './review.paths';
import type { QueuedReview } from './review.queries';

interface QueueRow {
  readonly href: string;
  readonly reference: string;
  readonly area: string;
  readonly constituency: string;
  readonly reviews: string;
  readonly tag: { readonly text: string; readonly tone: string };
}

export interface QueueView extends PageModel {
  readonly lead: string;
  readonly progress: { readonly max: string; readonly value: string; readonly text: string } | null;
  readonly start: { readonly href: string; readonly text: string } | null;
  readonly reading: string | null;
  readonly toScore: readonly QueueRow[];
  readonly scored: readonly QueueRow[];
  readonly next: string | null;
  readonly first: string | null;
}

export interface GuideView extends PageModel {
  readonly action: string;
  readonly confidential: ChoiceView;
  readonly fair: ChoiceView;
}

declare module '../../web/render' {
  interface Views {
    'reviews/list': QueueView;
    'reviews/guide': GuideView;
  }
}

interface QueueFacts {
  readonly toScore: readonly QueuedReview[];
  readonly scored: Page<QueuedReview>;
  readonly counts: { readonly all: number; readonly done: number };
  readonly areas: ReadonlyMap<string, string>;
  readonly reviewBy: CalendarDate | null;
  readonly isFirstPage: boolean;
  /** Only who sits on a panel says how they read. */
  readonly isOnPanel: boolean;
}

/** A reviewer's own files: what is left, least-reviewed first, and what is done. */
export function queueView(t: Translate, facts: QueueFacts): QueueView {
  const { counts, toScore, scored, reviewBy } = facts;
  const [next] = toScore;
  return {
    title: t('reviews.list.title'),
    width: 'wide',
    unlisted: true,
    lead: reviewBy === null ? t('reviews.list.leadPlain') : t('reviews.list.lead', { by: formatDate(t.locale, reviewBy) }),
    progress: counts.all === 0 ? null : { max: String(counts.all), value: String(counts.done), text: t('reviews.list.progress', counts) },
    start:
      next === undefined
        ? null
        : { href: reviewPaths.show({ id: next.id }), text: t(counts.done === 0 ? 'reviews.list.start' : 'reviews.list.goOn') },
    reading: facts.isOnPanel ? reviewPaths.reading() : null,
    toScore: toScore.map((review) => queueRow(t, review, facts.areas)),
    scored: scored.rows.map((review) => queueRow(t, review, facts.areas)),
    next: scored.next === null ? null : withQuery(reviewPaths.list(), { after: scored.next }),
    first: facts.isFirstPage ? null : reviewPaths.list(),
  };
}

/** Confidentiality and the guide to fair scoring, before the first file. */
export const guideView = (t: Translate, state: FormState): GuideView => ({
  title: t('reviews.guide.title'),
  unlisted: true,
  errorSummary: errorSummary(t, state.errors),
  action: reviewPaths.acknowledge(),
  confidential: choiceView(t, state, 'confidential', t('reviews.guide.confidentialLegend'), [['yes', t('reviews.guide.confidential')]], {
    kind: 'checkbox',
  }),
  fair: choiceView(t, state, 'fair', t('reviews.guide.fairLegend'), [['yes', t('reviews.guide.fair')]], { kind: 'checkbox' }),
});

const queueRow = (t: Translate, review: QueuedReview, areas: ReadonlyMap<string, string>): QueueRow => ({
  href: reviewPaths.show({ id: review.id }),
  reference: review.reference,
  area: areas.get(review.collaborativeId) ?? '',
  constituency: t.loosely(`common.constituency.${review.constituency}`),
  reviews: String(review.complete),
  tag: {
    text: t(`reviews.status.${review.status}`),
    tone: review.status === 'complete' ? 'success' : review.status === 'in_progress' ? 'info' : 'neutral',
  },
});
