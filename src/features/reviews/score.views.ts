import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { rawText } from '../../lib/form';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { Criterion } from '../cycles';
import { answersView, withoutHidden, type AnswerView } from './answers.views';
import { reviewCard, type ReviewCard } from './card.views';
import { recommendations } from './review';
import { commentField, scoreField } from './review.form';
import { reviewPaths } from './review.paths';
import type { ScorePage } from './score-page.queries';

interface CriterionView {
  readonly score: ChoiceView;
  readonly comment: FieldView;
  /** What another window saved meanwhile. */
  readonly elsewhere: string | null;
}

export interface ScoreForm {
  readonly action: string;
  readonly autosave: string;
  readonly version: string;
  readonly first: string;
  readonly criteria: readonly CriterionView[];
  readonly recommendation: ChoiceView;
  readonly minutes: FieldView;
  readonly recuse: string;
}

export interface CommentsView {
  readonly rows: readonly { readonly author: string; readonly at: string; readonly text: string }[];
  readonly form: { readonly action: string; readonly text: FieldView } | null;
}

export interface ScoreView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly notice: string | null;
  readonly progress: { readonly max: string; readonly value: string; readonly text: string };
  readonly answers: readonly AnswerView[];
  readonly files: readonly { readonly href: string; readonly name: string }[];
  readonly form: ScoreForm | null;
  /** Words that could not be saved because the review is locked, to copy. */
  readonly unsaved: readonly { readonly label: string; readonly text: string }[];
  readonly cards: readonly ReviewCard[];
  readonly comments: CommentsView | null;
  readonly back: string;
}

declare module '../../web/render' {
  interface Views {
    'reviews/show': ScoreView;
  }
}

export interface Shown {
  readonly state: FormState;
  readonly notice: string | null;
  /** The words came back from a form older than what is saved. */
  readonly isStale: boolean;
}

/** A file as its reviewer reads it: without the name, the rubric beside it. */
export function scoreView(t: Translate, facts: ScorePage, shown: Shown): ScoreView {
  const { review, cycle, collaborative, counts } = facts;
  return {
    title: facts.name ?? t('reviews.show.title', { reference: review.reference }),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    errorSummary: errorSummary(t, shown.state.errors),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    lead: t(facts.isOpen ? 'reviews.show.lead' : 'reviews.show.locked'),
    notice: shown.notice,
    progress: { max: String(Math.max(1, counts.all)), value: String(counts.done), text: t('reviews.show.progress', counts) },
    answers: withoutHidden(answersView(t, facts.answers, facts.names, facts.hidden)),
    files: facts.files.map(({ id, name }) => ({ href: reviewPaths.paper({ id: review.id, file: id }), name })),
    form: facts.isOpen ? scoreForm(t, facts, shown) : null,
    unsaved: facts.isOpen || !shown.isStale ? [] : unsavedWords(t, facts, shown.state),
    cards: facts.panel.map((one) => reviewCard(t, one, { rubric: facts.rubric, scores: facts.scores.get(one.id) ?? [] })),
    comments: commentsView(t, facts, shown.state),
    back: reviewPaths.list(),
  };
}

function scoreForm(t: Translate, facts: ScorePage, shown: Shown): ScoreForm {
  const { review, rubric } = facts;
  const { state } = shown;
  const params = { id: review.id };
  return {
    action: reviewPaths.completion(params),
    autosave: reviewPaths.draft(params),
    version: String(review.version),
    first: scoreField(rubric.criteria[0]?.key ?? ''),
    criteria: rubric.criteria.map((criterion) => criterionView(t, criterion, facts, shown)),
    recommendation: choiceView(
      t,
      state,
      'recommendation',
      t('reviews.show.recommendation'),
      recommendations.map((value) => [value, t(`reviews.recommendation.${value}`)] as const),
    ),
    minutes: fieldView(t, state, 'minutes', t('reviews.show.minutes'), { inputmode: 'numeric', narrow: true, required: false }),
    recuse: reviewPaths.recusal(params),
  };
}

function criterionView(t: Translate, criterion: Criterion, { own }: ScorePage, { state, isStale }: Shown): CriterionView {
  const name = inLocale(criterion.label, t.locale);
  const saved = own.find((score) => score.criterion === criterion.key)?.score;
  const differs = isStale && saved != null && rawText(state.raw, scoreField(criterion.key)) !== String(saved);
  return {
    score: choiceView(
      t,
      state,
      scoreField(criterion.key),
      t('reviews.show.criterion', { name, weight: criterion.weight }),
      criterion.anchors.map((anchor, score) => [String(score), String(score), inLocale(anchor, t.locale)] as const),
      { hint: inLocale(criterion.guide, t.locale) },
    ),
    comment: fieldView(t, state, commentField(criterion.key), t('reviews.show.comment', { name }), {
      type: 'textarea',
      rows: 2,
      required: false,
    }),
    elsewhere: differs ? t('reviews.show.elsewhere', { score: saved }) : null,
  };
}

const unsavedWords = (t: Translate, { rubric }: ScorePage, { raw }: FormState): ScoreView['unsaved'] =>
  rubric.criteria.flatMap((criterion) => {
    const text = rawText(raw, commentField(criterion.key));
    const score = rawText(raw, scoreField(criterion.key));
    return text === '' && score === '' ? [] : [{ label: inLocale(criterion.label, t.locale), text: `${score} ${text}`.trim() }];
  });

function commentsView(t: Translate, { review, comments, mayComment }: ScorePage, state: FormState): CommentsView | null {
  if (!mayComment && comments.length === 0) return null;
  const text = fieldView(t, state, 'comment', t('reviews.comments.label'), { type: 'textarea', rows: 3 });
  return {
    rows: comments.map(({ author, text: words, writtenAt }) => ({ author, text: words, at: formatMoment(t, writtenAt) })),
    form: mayComment ? { action: reviewPaths.comment({ id: review.id }), text } : null,
  };
}
