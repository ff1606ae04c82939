import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { answersView, type AnswerView } from './answers.views';
import { reviewCard, type ReviewCard } from './card.views';
import { recommendations, recusalGrounds } from './review';
import { commentField, scoreField } from './review.form';
import { reviewPaths } from './review.paths';
import type { ReviewOfFile } from './review.queries';
import type { ScorePage } from './score-page.queries';

export interface ScoreForm {
  readonly action: string;
  readonly autosave: string;
  readonly version: string;
  readonly criteria: readonly { readonly score: ChoiceView; readonly comment: FieldView }[];
  readonly recommendation: ChoiceView;
  readonly recuse: string;
}

export interface ScoreView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly notice: string | null;
  readonly answers: readonly AnswerView[];
  readonly form: ScoreForm | null;
  readonly cards: readonly ReviewCard[];
  readonly back: string;
}

export interface RecusalView extends PageModel {
  readonly action: string;
  readonly back: string;
  readonly ground: ChoiceView;
  readonly words: FieldView;
}

declare module '../../web/render' {
  interface Views {
    'reviews/show': ScoreView;
    'reviews/recusal': RecusalView;
  }
}

/** A file as its reviewer reads it: without the name, the rubric beside it. */
export function scoreView(t: Translate, facts: ScorePage, { state, notice }: { state: FormState; notice: string | null }): ScoreView {
  const { review, cycle, collaborative } = facts;
  return {
    title: facts.name ?? t('reviews.show.title', { reference: review.reference }),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)} · ${t('reviews.list.progress', facts.counts)}`,
    lead: t(facts.isOpen ? 'reviews.show.lead' : 'reviews.show.locked'),
    notice,
    answers: answersView(t, facts.answers, facts.names),
    form: facts.isOpen ? scoreForm(t, facts, state) : null,
    cards: facts.panel.map((one) => reviewCard(t, one, { rubric: facts.rubric, scores: facts.scores.get(one.id) ?? [] })),
    back: reviewPaths.list(),
  };
}

/** Asks for the ground before a file goes away for good. */
export const recusalView = (t: Translate, review: ReviewOfFile, state: FormState): RecusalView => ({
  title: t('reviews.recusal.title', { reference: review.reference }),
  unlisted: true,
  errorSummary: errorSummary(t, state.errors),
  action: reviewPaths.recusal({ id: review.id }),
  back: reviewPaths.show({ id: review.id }),
  ground: choiceView(
    t,
    state,
    'ground',
    t('reviews.recusal.ground'),
    recusalGrounds.map((ground) => [ground, t(`reviews.ground.${ground}`)] as const),
  ),
  words: fieldView(t, state, 'words', t('reviews.recusal.words'), {
    type: 'textarea',
    rows: 3,
    required: false,
    hint: t('reviews.recusal.wordsHint'),
  }),
});

function scoreForm(t: Translate, { review, rubric }: ScorePage, state: FormState): ScoreForm {
  const params = { id: review.id };
  return {
    action: reviewPaths.completion(params),
    autosave: reviewPaths.draft(params),
    version: String(review.version),
    criteria: rubric.criteria.map((criterion) => {
      const name = inLocale(criterion.label, t.locale);
      const legend = t('reviews.show.criterion', { name, weight: criterion.weight });
      const options = criterion.anchors.map((anchor, score) => [String(score), String(score), inLocale(anchor, t.locale)] as const);
      return {
        score: choiceView(t, state, scoreField(criterion.key), legend, options, { hint: inLocale(criterion.guide, t.locale) }),
        comment: fieldView(t, state, commentField(criterion.key), t('reviews.show.comment', { name }), {
          type: 'textarea',
          rows: 2,
          required: false,
        }),
      };
    }),
    recommendation: choiceView(
      t,
      state,
      'recommendation',
      t('reviews.show.recommendation'),
      recommendations.map((value) => [value, t(`reviews.recommendation.${value}`)] as const),
    ),
    recuse: reviewPaths.recusal(params),
  };
}
