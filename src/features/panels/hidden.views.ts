import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { answersView, reviewPaths, type AnswerView, type Suggestion } from '../reviews';
import type { ReviewFile } from './file';
import type { HiddenPage } from './hidden.queries';
import { panelPaths } from './panel.paths';

interface HiddenView extends PageModel {
  readonly back: string;
  readonly action: string;
  readonly suggestions: ChoiceView | null;
  readonly question: ChoiceView;
  readonly words: FieldView;
  readonly answers: readonly AnswerView[];
  readonly rows: readonly { readonly text: string; readonly action: string }[];
}

declare module '../../web/render' {
  interface Views {
    'panels/hidden': HiddenView;
  }
}

/** What reviewers read of a file, with the words hidden from them marked, and how to hide more. */
export function hiddenView(t: Translate, file: ReviewFile, page: HiddenPage, state: FormState): HiddenView {
  const labels = new Map(page.answers.map(({ question }) => [question.key, inLocale(question.label, t.locale)]));
  const said = (question: string, words: string): string =>
    t(words === '' ? 'panels.hidden.whole' : 'panels.hidden.some', { words, question: labels.get(question) ?? question });
  const params = { id: file.candidacyId };
  return {
    title: t('panels.hidden.title', { reference: file.reference }),
    width: 'wide',
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    back: reviewPaths.file(params),
    action: panelPaths.hiding(params),
    suggestions: suggestionsView(t, page.suggestions, said, state),
    question: choiceView(
      t,
      state,
      'question',
      t('panels.hidden.question'),
      [...labels].map(([key, label]) => [key, label] as const),
    ),
    words: fieldView(t, state, 'words', t('panels.hidden.words'), {
      required: false,
      hint: t('panels.hidden.wordsHint'),
      autocomplete: 'off',
    }),
    answers: answersView(t, page.answers, page.names, page.hidden),
    rows: page.redactions.map(({ id, question, words }) => ({
      text: said(question, words),
      action: panelPaths.showing({ ...params, redaction: id }),
    })),
  };
}

function suggestionsView(
  t: Translate,
  suggestions: readonly Suggestion[],
  said: (question: string, words: string) => string,
  state: FormState,
): ChoiceView | null {
  if (suggestions.length === 0) return null;
  const offered = suggestions.map(({ question, words }) => [suggestionValue(question, words), said(question, words)] as const);
  const ticked = { ...state, raw: { suggested: offered.map(([value]) => value), ...state.raw } };
  return choiceView(t, ticked, 'suggested', t('panels.hidden.suggested'), offered, { kind: 'checkbox', required: false });
}

/** A suggestion as one value of a form. */
const suggestionValue = (question: string, words: string): string => `${question} ${words}`;
