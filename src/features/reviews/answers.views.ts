import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { AnsweredQuestion } from '../applications';

export interface AnswerView {
  readonly label: string;
  /** Paragraphs of a text, or one line per choice. */
  readonly lines: readonly string[];
}

/** Names that answers hold ids of: schools and collaboratives. */
export type NamesById = ReadonlyMap<string, LocalText>;

/** Answers as people read them: options by their words, ids by names, in the reader's language; texts as they were written. */
export const answersView = (t: Translate, answers: readonly AnsweredQuestion[], names: NamesById): AnswerView[] =>
  answers.map(({ question, answer }) => ({
    label: inLocale(question.label, t.locale),
    lines: (typeof answer === 'string' ? answer.split(/\n+/) : [...answer]).map((value) =>
      wordsOf(t, question.options, { value, names, kind: question.kind }),
    ),
  }));

type Options = AnsweredQuestion['question']['options'];

function wordsOf(t: Translate, options: Options, { value, names, kind }: { value: string; names: NamesById; kind: string }): string {
  const name = options.find((option) => option.value === value)?.label ?? names.get(value);
  if (name !== undefined) return inLocale(name, t.locale);
  if (kind === 'yes_no' || kind === 'consent') return t(value === 'no' || value === '' ? 'common.no' : 'common.yes');
  return value;
}
