import { formatList } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { isAnswered, pagesFor, type Answers, type Form, type Question, type QuestionKind } from '../cycles';
import type { Application } from './application';

export interface AnswerRow {
  readonly label: string;
  readonly value: string;
}

/** An answer that came from another device, with no link to change it. */
export type SavedRow = AnswerRow & { readonly href: null };

export interface AnsweredForm {
  readonly application: Pick<Application, 'answers' | 'constituency'>;
  readonly form: Pick<Form, 'pages'>;
  /** Names of the collaboratives, by id. */
  readonly areas: ReadonlyMap<string, string>;
  /** The school as we know it, where the words typed named one. */
  readonly schoolName: string | null;
  /** Names of files, by id. */
  readonly fileNames?: ReadonlyMap<string, string>;
}

/** The answers in words, in the order of the form; without the optional ones that are kept apart. */
export const answerRows = (t: Translate, answered: AnsweredForm): AnswerRow[] =>
  pagesFor(answered.form, answered.application.constituency)
    .flatMap((page) => page.questions)
    .filter((question) => !question.storedApart && isAnswered(answered.application.answers, question.key))
    .map((question) => ({
      label: inLocale(question.label, t.locale),
      value: answerInWords(t, question, { ...answered, answers: answered.application.answers }),
    }));

/** What each question is called, by its key. */
export const labelsOf = (t: Translate, questions: readonly Question[]): Readonly<Record<string, string>> =>
  Object.fromEntries(questions.map(({ key, label }) => [key, inLocale(label, t.locale)]));

interface Names extends Pick<AnsweredForm, 'areas' | 'schoolName' | 'fileNames'> {
  readonly answers: Answers;
}

/** One answer in the reader's words: labels for options, names for ids. */
export function answerInWords(t: Translate, question: Question, names: Names): string {
  const answer = names.answers[question.key] ?? '';
  const list = typeof answer === 'string' ? [answer] : answer;
  return inWords[question.kind]?.(t, list, { ...names, question }) ?? list.join('');
}

type InWords = (t: Translate, list: readonly string[], names: Names & { readonly question: Question }) => string;

const options: InWords = (t, list, { question }) =>
  formatList(
    t.locale,
    list.map((value) => optionLabel(question, value, t.locale)),
  );

const yesOrNo: InWords = (t, [answer = '']) => (answer === 'yes' ? t('common.yes') : answer === 'no' ? t('common.no') : '');

const inWords: Readonly<Partial<Record<QuestionKind, InWords>>> = {
  ranking: (t, list, { areas }) =>
    list
      .filter((id) => id !== '')
      .map((id, index) => t('applications.ranked', { place: index + 1, name: areas.get(id) ?? '' }))
      .join('\n'),
  one_of: options,
  many_of: options,
  yes_no: yesOrNo,
  consent: (t, [answer = '']) => (answer === '' ? t('common.no') : t('common.yes')),
  file: (t, list, { fileNames }) =>
    fileNames === undefined ? t('applications.files.count', { count: list.length }) : list.map((id) => fileNames.get(id) ?? '').join('\n'),
  school: (_, list, { schoolName }) => schoolName ?? list.join(''),
};

const optionLabel = (question: Question, value: string, locale: string): string => {
  const option = question.options.find((offered) => offered.value === value);
  return option === undefined ? value : inLocale(option.label, locale);
};
