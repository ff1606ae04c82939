import type { LocalText } from '../../lib/local-text';
import { countWords } from '../../lib/text';
import type { Instant } from '../../lib/time';
import type { Constituency } from './constituency';

/** What may be asked (domain.md 3). `ranking` orders collaboratives; `statement` is text alone; the answer to `file` is ids. */
export const questionKinds = [
  'short_text',
  'long_text',
  'one_of',
  'many_of',
  'yes_no',
  'school',
  'zip',
  'email',
  'phone',
  'ranking',
  'file',
  'consent',
  'statement',
] as const;

export type QuestionKind = (typeof questionKinds)[number];

export interface QuestionOption {
  readonly value: string;
  readonly label: LocalText;
  readonly hint?: LocalText;
}

export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly label: LocalText;
  readonly hint: LocalText | null;
  readonly options: readonly QuestionOption[];
  readonly required: boolean;
  /** Required of these constituencies beside `required`. */
  readonly requiredFor: readonly Constituency[];
  /** Asked of these alone; empty: of all. */
  readonly askedOf: readonly Constituency[];
  readonly seenByReviewers: boolean;
  readonly hiddenInBlind: boolean;
  /** Most words of a long answer. */
  readonly words: number | null;
  /** Kept apart from the application; no list and no reviewer shows it. */
  readonly storedApart: boolean;
  /** Token of the `autocomplete` attribute. */
  readonly autocomplete: string | null;
  /** The language whose words were left as they were when the other's changed. */
  readonly behind?: WordingLanguage | null;
}

/** Every question is worded in these. */
export type WordingLanguage = 'en' | 'es';

/** One thing to ask: a page of the form. With a single question, that question is the heading. */
export interface FormPage {
  readonly key: string;
  /** Heading of a part of the form that begins here. */
  readonly section?: LocalText | null;
  readonly title: LocalText;
  readonly lead: LocalText | null;
  readonly questions: readonly Question[];
  readonly behind?: WordingLanguage | null;
}

export interface Form {
  readonly id: string;
  readonly number: number;
  readonly pages: readonly FormPage[];
  readonly frozenAt: Instant | null;
}

/** A form with where it stands among its versions. */
export interface FormVersion extends Form {
  /** Shared by all versions of one form: the id of the first. */
  readonly line: string;
  /** What changed since the version before, in the words of who changed it; null for the first. */
  readonly note: string | null;
  readonly writtenBy: string;
  readonly writtenAt: Instant | null;
  /** Rises with each edit, so that a page made from older words is refused. */
  readonly version: number;
}

/** What an applicant wrote, by question: one text, or a list for `many_of` and `ranking`. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export const questionsOf = (form: Pick<Form, 'pages'>): Question[] => form.pages.flatMap((page) => [...page.questions]);

export const isAsked = (question: Question, constituency: Constituency | null): boolean =>
  question.askedOf.length === 0 || (constituency !== null && question.askedOf.includes(constituency));

export const isRequired = (question: Question, constituency: Constituency | null): boolean =>
  question.required || (constituency !== null && question.requiredFor.includes(constituency));

/** Heading of the part of the form in which a page stands, also where the page that begins it is left out. */
export function sectionOf(form: Pick<Form, 'pages'>, key: string): LocalText | null {
  const end = form.pages.findIndex((page) => page.key === key) + 1;
  return form.pages.slice(0, end).findLast(({ section }) => section !== undefined && section !== null)?.section ?? null;
}

/** The pages with something to ask this constituency, in order. */
export const pagesFor = (form: Pick<Form, 'pages'>, constituency: Constituency | null): FormPage[] =>
  form.pages
    .map((page) => ({ ...page, questions: page.questions.filter((question) => isAsked(question, constituency)) }))
    .filter((page) => page.questions.length > 0);

export const isAnswered = (answers: Answers, key: string): boolean => {
  const answer = answers[key];
  return answer !== undefined && (typeof answer === 'string' ? answer.trim() !== '' : answer.length > 0);
};

/** Whether a long answer keeps to its limit. */
export const keepsToLimit = (question: Pick<Question, 'words'>, answer: string): boolean =>
  question.words === null || countWords(answer) <= question.words;

/** The first page on which something required is missing, or undefined when the form is complete. */
export function firstIncomplete(form: Pick<Form, 'pages'>, answers: Answers, constituency: Constituency | null): FormPage | undefined {
  return pagesFor(form, constituency).find((page) =>
    page.questions.some(
      (question) =>
        question.kind !== 'statement' && !question.storedApart && isRequired(question, constituency) && !isAnswered(answers, question.key),
    ),
  );
}
