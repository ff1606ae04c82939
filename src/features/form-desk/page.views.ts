import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type ChoiceView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import { isFirstPage, type FormPage, type Question } from '../forms';
import { formDeskPaths } from './form-desk.paths';
import { pair, stillRightChoice, type Pair } from './question.views';

interface PageEditorView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly seen: string;
  readonly pairs: readonly Pair[];
  readonly stillRight: ChoiceView;
  readonly place: FieldView | null;
  readonly button: string;
  readonly stale: readonly { readonly label: string; readonly value: string; readonly href: null }[];
  readonly errorSummary: ErrorSummary | null;
}

interface RemovalView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly version: string;
}

declare module '../../web/render' {
  interface Views {
    'form-desk/page': PageEditorView;
    'form-desk/removal': RemovalView;
  }
}

interface PageEditorParts {
  readonly code: string;
  /** Null for a page that is being added. */
  readonly page: FormPage | null;
  readonly seen: string;
  readonly state: FormState;
  readonly stale?: FormPage | undefined;
}

export function pageEditorView(t: Translate, { code, page, seen, state, stale }: PageEditorParts): PageEditorView {
  return {
    title: page === null ? t('forms.page.newTitle') : t('forms.page.editTitle'),
    back: page === null ? formDeskPaths.show({ code }) : `${formDeskPaths.show({ code })}#row-page-${page.key}`,
    action: page === null ? formDeskPaths.pages({ code }) : formDeskPaths.page({ code, page: page.key }),
    seen,
    pairs: [
      pair(t, state, 'title', { label: 'forms.page.title', rows: 1 }),
      pair(t, state, 'lead', { label: 'forms.page.lead', rows: 3, required: false }),
      pair(t, state, 'section', { label: 'forms.page.section', rows: 1, required: false }),
    ],
    stillRight: stillRightChoice(t, state),
    place:
      page !== null && isFirstPage(page)
        ? null
        : fieldView(t, state, 'place', t('forms.page.place'), { inputmode: 'numeric', narrow: true }),
    button: page === null ? t('forms.page.add') : t('common.save'),
    stale: stale === undefined ? [] : standsNow(t, stale),
    errorSummary: errorSummary(t, state.errors),
  };
}

const standsNow = (t: Translate, { title, lead }: FormPage) =>
  [title, lead].flatMap((text, index) =>
    text === null
      ? []
      : (['en', 'es'] as const).map((language) => ({
          label: t('forms.inLanguage', {
            what: t(index === 0 ? 'forms.page.title' : 'forms.page.lead'),
            language: t(`forms.language.${language}`),
          }),
          value: text[language] ?? '',
          href: null,
        })),
  );

/** Asks before a page goes, with the questions that go with it. */
export const pageRemovalView = (t: Translate, code: string, page: FormPage, version: number): RemovalView => ({
  title: t('forms.removal.pageTitle', { title: inLocale(page.title, t.locale) }),
  back: `${formDeskPaths.show({ code })}#row-page-${page.key}`,
  action: formDeskPaths.pageRemoval({ code, page: page.key }),
  text: page.questions.length === 0 ? t('forms.removal.emptyPage') : t('forms.removal.page', { count: page.questions.length }),
  lines: page.questions.map(({ label }) => inLocale(label, t.locale)),
  version: String(version),
});

/** Asks before a question goes. */
export const questionRemovalView = (t: Translate, code: string, question: Question, version: number): RemovalView => ({
  title: t('forms.removal.questionTitle'),
  back: `${formDeskPaths.show({ code })}#row-question-${question.key}`,
  action: formDeskPaths.questionRemoval({ code, key: question.key }),
  text: t('forms.removal.question'),
  lines: [inLocale(question.label, t.locale)],
  version: String(version),
});
