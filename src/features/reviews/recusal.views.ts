import type { Translate } from '../../i18n/translate';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { recusalGrounds } from './review';
import { reviewPaths } from './review.paths';
import type { ReviewOfFile } from './review.queries';

export interface RecusalView extends PageModel {
  readonly action: string;
  readonly back: string;
  readonly ground: ChoiceView;
  readonly words: FieldView;
}

declare module '../../web/render' {
  interface Views {
    'reviews/recusal': RecusalView;
  }
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
