import type { Translate } from '../../i18n/translate';
import type { RawForm } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { constituenciesToApplyFor, isFirstPage, isReliedOn, questionKinds, type Pages, type Question, type Standing } from '../forms';
import { optionNames, optionRows } from './option-rows';
import { formDeskPaths } from './form-desk.paths';

/** The same words in both languages, side by side. */
export interface Pair {
  readonly en: FieldView;
  readonly es: FieldView;
}

interface OptionLine {
  readonly legend: string;
  /** Open from the start, so that there is one to see. */
  readonly isFirst: boolean;
  readonly valueName: string;
  readonly value: string;
  readonly label: Pair;
  readonly hint: Pair;
  readonly place: FieldView;
}

interface QuestionEditorView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly seen: string;
  readonly notice: string | null;
  readonly kind: ChoiceView | null;
  readonly words: Pair;
  readonly hint: Pair;
  readonly stillRight: ChoiceView;
  readonly options: readonly OptionLine[];
  readonly mayAddOptions: boolean;
  readonly limit: FieldView | null;
  readonly rules: readonly ChoiceView[];
  readonly page: ChoiceView;
  readonly place: FieldView;
  readonly button: string;
  /** What stands now, when somebody else saved meanwhile. */
  readonly stale: readonly { readonly label: string; readonly value: string; readonly href: null }[];
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'form-desk/question': QuestionEditorView;
  }
}

export interface QuestionEditorParts {
  readonly code: string;
  readonly pages: Pages;
  /** Null for a question that is being added. */
  readonly standing: Standing | null;
  /** The page a new question goes to. */
  readonly pageKey: string;
  readonly seen: string;
  readonly state: FormState;
  readonly stale?: Question | undefined;
}

/** The editor of one question. */
export function questionEditorView(t: Translate, parts: QuestionEditorParts): QuestionEditorView {
  const { state, stale } = parts;
  return {
    ...whereabouts(t, parts),
    ...freedoms(t, parts),
    seen: parts.seen,
    words: pair(t, state, 'label', { label: 'forms.question.label', rows: 2 }),
    hint: pair(t, state, 'hint', { label: 'forms.question.hint', rows: 2, required: false }),
    stillRight: stillRightChoice(t, state),
    options: optionRows(state.raw).map((_, index) => optionLine(t, state, index)),
    page: pageChoice(t, parts),
    place: fieldView(t, state, 'place', t('forms.question.place'), { inputmode: 'numeric', narrow: true }),
    stale: stale === undefined ? [] : standsNow(t, stale),
    errorSummary: errorSummary(t, state.errors),
  };
}

function whereabouts(
  t: Translate,
  { code, standing, pageKey }: QuestionEditorParts,
): Pick<QuestionEditorView, 'title' | 'back' | 'action' | 'button'> {
  const list = formDeskPaths.show({ code });
  if (standing === null) {
    const action = formDeskPaths.questions({ code, page: pageKey });
    return { title: t('forms.question.newTitle'), back: `${list}#row-page-${pageKey}`, action, button: t('forms.question.add') };
  }
  const { key } = standing.question;
  const action = formDeskPaths.question({ code, key });
  return { title: t('forms.question.title'), back: `${list}#row-question-${key}`, action, button: t('common.save') };
}

/** What may be changed beside the words: nothing where the site works with the answer. */
function freedoms(
  t: Translate,
  parts: QuestionEditorParts,
): Pick<QuestionEditorView, 'notice' | 'kind' | 'mayAddOptions' | 'limit' | 'rules'> {
  const { standing, state } = parts;
  if (standing !== null && isReliedOn(standing.question))
    return { notice: t('forms.question.locked'), kind: null, mayAddOptions: false, limit: null, rules: [] };
  const settings = { hint: t('forms.question.wordsHint'), inputmode: 'numeric', narrow: true, required: false } as const;
  const limit = fieldView(t, state, 'words', t('forms.question.words'), settings);
  return { notice: null, kind: kindChoice(t, parts), mayAddOptions: true, limit, rules: rulesOf(t, state) };
}

interface PairWords {
  readonly label: 'forms.question.label' | 'forms.question.hint' | 'forms.page.title' | 'forms.page.lead' | 'forms.page.section';
  readonly rows: number;
  readonly required?: boolean;
}

/** Two fields for the same words, English first. */
export function pair(t: Translate, state: FormState, name: string, { label, rows, required = true }: PairWords): Pair {
  const one = (language: 'en' | 'es'): FieldView =>
    fieldView(t, state, `${name}_${language}`, t('forms.inLanguage', { what: t(label), language: t(`forms.language.${language}`) }), {
      type: rows > 1 ? 'textarea' : 'text',
      rows,
      required,
    });
  return { en: one('en'), es: one('es') };
}

export const stillRightChoice = (t: Translate, state: FormState): ChoiceView =>
  choiceView(t, state, 'still_right', t('forms.stillRight.legend'), [['yes', t('forms.stillRight.yes')]], {
    kind: 'checkbox',
    required: false,
    hint: t('forms.stillRight.hint'),
  });

/** A second ranking or another system question would have no place in the application. */
function kindChoice(t: Translate, { state, standing }: QuestionEditorParts): ChoiceView {
  const offered = questionKinds.filter((kind) => kind !== 'ranking' || standing?.question.kind === 'ranking');
  return choiceView(
    t,
    state,
    'kind',
    t('forms.question.kind'),
    offered.map((kind) => [kind, t(`forms.kind.${kind}`)] as const),
  );
}

function optionLine(t: Translate, state: FormState, index: number): OptionLine {
  const names = optionNames(index);
  const number = index + 1;
  const one = (name: string, key: 'en' | 'es' | 'hintEn' | 'hintEs') =>
    fieldView(t, state, name, t(`forms.option.${key}`, { number }), { required: false });
  return {
    legend: t('forms.option.legend', { number }),
    isFirst: index === 0,
    valueName: names.value,
    value: typeof state.raw[names.value] === 'string' ? String(state.raw[names.value]) : '',
    label: { en: one(names.en, 'en'), es: one(names.es, 'es') },
    hint: { en: one(names.hintEn, 'hintEn'), es: one(names.hintEs, 'hintEs') },
    place: fieldView(t, state, names.place, t('forms.option.place', { number }), { inputmode: 'numeric', narrow: true, required: false }),
  };
}

function rulesOf(t: Translate, state: FormState): ChoiceView[] {
  const constituencies = constituenciesToApplyFor.map((constituency) => [constituency, t(`common.constituency.${constituency}`)] as const);
  return [
    choiceView(t, state, 'need', t('forms.question.need'), [
      ['nobody', t('forms.need.nobody')],
      ['everybody', t('forms.need.everybody')],
      ['some', t('forms.need.some')],
    ]),
    choiceView(t, state, 'required_for', t('forms.question.requiredFor'), constituencies, { kind: 'checkbox', required: false }),
    choiceView(t, state, 'asked_of', t('forms.question.askedOf'), constituencies, {
      kind: 'checkbox',
      required: false,
      hint: t('forms.question.askedOfHint'),
    }),
    choiceView(t, state, 'visibility', t('forms.question.visibility'), [
      ['open', t('forms.visibility.open')],
      ['blind', t('forms.visibility.blind'), t('forms.visibility.blindHint')],
      ['unseen', t('forms.visibility.unseen')],
      ['apart', t('forms.visibility.apart'), t('forms.visibility.apartHint')],
    ]),
  ];
}

const pageChoice = (t: Translate, { pages, state }: QuestionEditorParts): ChoiceView =>
  choiceView(
    t,
    state,
    'page',
    t('forms.question.page'),
    pages
      .map(
        (page, index) => [page.key, t('forms.question.pageOption', { number: index + 1, title: inLocale(page.title, t.locale) })] as const,
      )
      .filter(([key]) => !isFirstPage({ key }) || state.raw['page'] === key),
  );

const standsNow = (t: Translate, { label, hint, options }: Question) => [
  { label: t('forms.inLanguage', { what: t('forms.question.label'), language: t('forms.language.en') }), value: label.en, href: null },
  {
    label: t('forms.inLanguage', { what: t('forms.question.label'), language: t('forms.language.es') }),
    value: label['es'] ?? '',
    href: null,
  },
  ...(hint === null ? [] : [{ label: t('forms.question.hint'), value: inLocale(hint, t.locale), href: null }]),
  ...options.map((option, index) => ({
    label: t('forms.option.legend', { number: index + 1 }),
    value: inLocale(option.label, t.locale),
    href: null,
  })),
];

/** What a new question starts from. */
export const newQuestionForm = (kind: string, page: string, place: number): RawForm => ({
  kind,
  need: 'nobody',
  visibility: 'open',
  page,
  place: String(place),
});
