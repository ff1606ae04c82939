import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { AnsweredQuestion } from '../applications';
import { partsOf, type AnswerPart } from './redaction';

export interface AnswerView {
  readonly label: string;
  /** Paragraphs of a text, or one line per choice; each in runs that are shown or hidden. */
  readonly lines: readonly (readonly AnswerPart[])[];
}

/** Names that answers hold ids of: schools and collaboratives. */
export type NamesById = ReadonlyMap<string, LocalText>;

/** Hidden words by question. */
export type Hidden = ReadonlyMap<string, readonly string[]>;

const nothingHidden: Hidden = new Map();

/**
 * Answers as people read them: options by their words, ids by names, in the reader's language; texts as they were written,
 * cut where staff hid words. What is hidden leaves the server only for staff: see `withoutHidden`.
 */
export const answersView = (
  t: Translate,
  answers: readonly AnsweredQuestion[],
  names: NamesById,
  hidden: Hidden = nothingHidden,
): AnswerView[] =>
  answers.map(({ question, answer }) => {
    const words = hidden.get(question.key) ?? [];
    const values = typeof answer === 'string' ? answer.split(/\n+/) : [...answer];
    const lines = values.map((value) => wordsOf(t, question.options, { value, names, kind: question.kind }));
    return { label: inLocale(question.label, t.locale), lines: lines.map((line) => partsOf(line, words)) };
  });

/** The same for reviewers: hidden runs are empty, and an answer that is hidden whole is one bar. */
export const withoutHidden = (answers: readonly AnswerView[]): AnswerView[] =>
  answers.map(({ label, lines }) => {
    const isHiddenWhole = lines.every((line) => line.every((part) => part.isHidden));
    const shown = isHiddenWhole ? lines.slice(0, 1) : lines;
    return { label, lines: shown.map((line) => line.map((part) => (part.isHidden ? { text: '', isHidden: true } : part))) };
  });

type Options = AnsweredQuestion['question']['options'];

function wordsOf(t: Translate, options: Options, { value, names, kind }: { value: string; names: NamesById; kind: string }): string {
  const name = options.find((option) => option.value === value)?.label ?? names.get(value);
  if (name !== undefined) return inLocale(name, t.locale);
  if (kind === 'yes_no' || kind === 'consent') return t(value === 'no' || value === '' ? 'common.no' : 'common.yes');
  return value;
}
