import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { ReviewerAbsence, StandingConflict } from './reading.queries';
import { conflictKinds } from './reading.form';
import { reviewPaths } from './review.paths';

interface Removable {
  readonly text: string;
  readonly action: string;
}

interface ReadingView extends PageModel {
  readonly languages: { readonly action: string; readonly choice: ChoiceView };
  readonly absences: { readonly rows: readonly Removable[]; readonly action: string; readonly from: FieldView; readonly to: FieldView };
  readonly conflicts: { readonly rows: readonly Removable[]; readonly action: string; readonly kind: ChoiceView; readonly name: FieldView };
  readonly back: string;
}

declare module '../../web/render' {
  interface Views {
    'reviews/reading': ReadingView;
  }
}

interface Reading {
  /** Codes and their own names. */
  readonly offered: readonly (readonly [code: string, name: string])[];
  readonly absences: readonly ReviewerAbsence[];
  readonly conflicts: readonly StandingConflict[];
}

/** What a reviewer says about how they read: languages, days away, and whom they know. */
export const readingView = (t: Translate, { offered, absences, conflicts }: Reading, state: FormState): ReadingView => ({
  title: t('reviews.reading.title'),
  unlisted: true,
  errorSummary: errorSummary(t, state.errors),
  languages: {
    action: reviewPaths.reading(),
    choice: choiceView(t, state, 'languages', t('reviews.reading.languages'), offered, {
      kind: 'checkbox',
      hint: t('reviews.reading.languagesHint'),
    }),
  },
  absences: {
    action: reviewPaths.absence(),
    rows: absences.map(({ id, fromOn, toOn }) => ({
      text: t('reviews.reading.days', { from: formatDate(t.locale, fromOn), to: formatDate(t.locale, toOn) }),
      action: reviewPaths.absenceRemoval({ id }),
    })),
    from: fieldView(t, state, 'from_on', t('reviews.reading.from'), { type: 'date', narrow: true }),
    to: fieldView(t, state, 'to_on', t('reviews.reading.to'), { type: 'date', narrow: true }),
  },
  conflicts: {
    action: reviewPaths.conflict(),
    rows: conflicts.map(({ id, kind, name }) => ({
      text: t(`reviews.reading.declared.${kind}`, { name }),
      action: reviewPaths.conflictRemoval({ id }),
    })),
    kind: choiceView(
      t,
      state,
      'kind',
      t('reviews.reading.kind'),
      conflictKinds.map((kind) => [kind, t(`reviews.reading.kinds.${kind}`)] as const),
    ),
    name: fieldView(t, state, 'name', t('reviews.reading.name'), { autocomplete: 'off' }),
  },
  back: reviewPaths.list(),
});
