import { isHardToRead } from '../../lib/reading-grade';
import { fold } from '../../lib/text';
import { constituenciesToApplyFor, type Constituency } from './constituency';
import type { Pages } from './form-edit';
import { isRequired, pagesFor, type FormPage, type Question, type WordingLanguage } from './question';
import { languagesMissing } from './wording';

/** Most steps of an application, checking included (the target). */
export const mostSteps = 20;

/** Steps somebody of this constituency goes through: the pages, and the check at the end. */
export const stepsFor = (pages: Pages, constituency: Constituency | null): number => pagesFor({ pages }, constituency).length + 1;

/** The longest way through a form. */
export const longestWay = (pages: Pages): number =>
  Math.max(...[null, ...constituenciesToApplyFor].map((constituency) => stepsFor(pages, constituency)));

/** What an editor should look at again. Nothing here forbids; rules that do are in `form-rules`. */
export type FormDoubt =
  | { readonly kind: 'missing' | 'behind'; readonly key: string; readonly language: WordingLanguage }
  | { readonly kind: 'longAnswers'; readonly count: number }
  | { readonly kind: 'pupil' | 'hard' | 'early' | 'emptyPage' | 'noOptions'; readonly key: string };

/** All doubts about a form, in the order of the form. */
export function doubtsAbout(pages: Pages): FormDoubt[] {
  return [...longAnswers(pages), ...pages.flatMap((page, index) => [...pageDoubts(page), ...questionDoubts(pages, page, index)])];
}

/** One long answer is required of everybody: none asks too little, two ask too much (the target). */
function longAnswers(pages: Pages): FormDoubt[] {
  const counts = [null, ...constituenciesToApplyFor].map(
    (constituency) =>
      pagesFor({ pages }, constituency)
        .flatMap((page) => page.questions)
        .filter((question) => question.kind === 'long_text' && isRequired(question, constituency)).length,
  );
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === 1 && most === 1 ? [] : [{ kind: 'longAnswers', count: most > 1 ? most : least }];
}

function pageDoubts(page: FormPage): FormDoubt[] {
  const empty: FormDoubt[] = page.questions.length === 0 ? [{ kind: 'emptyPage', key: page.key }] : [];
  return isWordedByQuestion(page) ? empty : [...empty, ...wordingDoubts(page)];
}

/** A page whose heading is its one question has no words of its own. */
export const isWordedByQuestion = ({ questions, title }: FormPage): boolean =>
  questions.length === 1 && JSON.stringify(title) === JSON.stringify(questions[0]?.label);

const questionDoubts = (pages: Pages, page: FormPage, index: number): FormDoubt[] =>
  page.questions.flatMap((question) => [
    ...wordingDoubts(question),
    ...(asksAboutPupil(question) ? [{ kind: 'pupil' as const, key: question.key }] : []),
    ...(hardTexts(question) ? [{ kind: 'hard' as const, key: question.key }] : []),
    ...(isAskedTooEarly(pages, question, index) ? [{ kind: 'early' as const, key: question.key }] : []),
    ...(lacksOptions(question) ? [{ kind: 'noOptions' as const, key: question.key }] : []),
  ]);

function wordingDoubts(worded: Question | FormPage): FormDoubt[] {
  const missing = languagesMissing(worded);
  const { behind } = worded;
  const older = behind === undefined || behind === null || missing.length > 0 ? [] : [behind];
  return [
    ...missing.map((language): FormDoubt => ({ kind: 'missing', key: worded.key, language })),
    ...older.map((language): FormDoubt => ({ kind: 'behind', key: worded.key, language })),
  ];
}

const hardTexts = ({ label, hint }: Question): boolean => [label.en, hint?.en ?? ''].some(isHardToRead);

const pupil = /\b(?:pupils?|students?|child(?:ren)?(?:'s|’s)?|son|daughter|alumn[oa]s?|estudiantes?|hij[oa]s?|nin[oa]s?)\b/;
const personal =
  /\b(?:names?|ids?|student number|birth|born|grades?|gpa|marks?|disabilit(?:y|ies)|iep|504|health|medical|nombres?|matricula|nacimiento|nacio|calificaci(?:on|ones)|notas?|discapacidad(?:es)?|salud|medic[oa]s?)\b/;
const harmless = /\bgrade (?:bands?|levels?)\b/g;

/** No information on a named pupil is asked: no ID, grades, disability (domain.md 4). */
export function asksAboutPupil({ kind, label, hint }: Question): boolean {
  if (kind === 'statement' || kind === 'consent') return false;
  return [label, hint].some((text) =>
    Object.values(text ?? {}).some((words) => {
      const folded = fold(words).replace(harmless, '');
      return pupil.test(folded) && personal.test(folded);
    }),
  );
}

/** Whoever answers it has not said yet for which kind of seat they apply. */
function isAskedTooEarly(pages: Pages, question: Question, index: number): boolean {
  const depends = question.askedOf.length > 0 || question.requiredFor.length > 0;
  const chosenOn = pages.findIndex((page) => page.questions.some(({ key }) => key === 'constituency'));
  return depends && index <= chosenOn;
}

const lacksOptions = ({ kind, options }: Question): boolean => (kind === 'one_of' || kind === 'many_of') && options.length < 2;
