import type { LocalText } from '../../lib/local-text';
import { movedBetween } from '../../lib/moves';
import { findPage, type Pages } from './form-edit';
import type { Constituency } from './constituency';
import { isAnswered, isAsked, isRequired, questionsOf, type Answers, type FormPage, type Question } from './question';

/** What of a question differs, in the words of its form. */
export type QuestionPart = 'wording' | 'kind' | 'options' | 'required' | 'askedOf' | 'reviewers' | 'words' | 'page';

export interface FormDifference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly of: 'page' | 'question';
  readonly key: string;
  readonly title: LocalText;
  /** What changed, for `changed`. */
  readonly parts: readonly QuestionPart[];
  readonly before: Question | FormPage | null;
  readonly after: Question | FormPage | null;
}

/** What a reader of one version must know of the next: questions added, removed, changed and moved, and pages. */
export function formDifferences(before: Pages, after: Pages): FormDifference[] {
  const keysOf = (items: Pages | readonly Question[]): string[] => items.map(({ key }) => key);
  const pages = differencesOf({ of: 'page', partsOf: pageParts, moved: movedBetween(keysOf(before), keysOf(after)) }, { before, after });
  const questions = differencesOf(
    {
      of: 'question',
      partsOf: (one: Question, other: Question) => questionParts({ before, after }, one, other),
      moved: after.flatMap((page) => movedBetween(keysOf(findPage(before, page.key)?.questions ?? []), keysOf(page.questions))),
    },
    { before: questionsOf({ pages: before }), after: questionsOf({ pages: after }) },
  );
  return [...questions, ...pages.filter((page) => !isToldByQuestion(page, questions))];
}

/** A page that came, went or changed with its one question is that question. */
const isToldByQuestion = ({ key, kind }: FormDifference, questions: readonly FormDifference[]): boolean =>
  questions.some((question) => question.key === key && (question.kind === kind || kind === 'changed'));

interface Comparing<Item> {
  readonly of: FormDifference['of'];
  readonly partsOf: (one: Item, other: Item) => QuestionPart[];
  /** Keys of those that stand elsewhere among their neighbours. */
  readonly moved: readonly string[];
}

function differencesOf<Item extends Question | FormPage>(
  { of, partsOf, moved }: Comparing<Item>,
  { before, after }: { readonly before: readonly Item[]; readonly after: readonly Item[] },
): FormDifference[] {
  const old = new Map(before.map((item) => [item.key, item]));
  const present = new Map(after.map((item) => [item.key, item]));
  const line = (kind: FormDifference['kind'], item: Item, parts: QuestionPart[] = []): FormDifference => ({
    kind,
    of,
    key: item.key,
    title: 'label' in item ? item.label : item.title,
    parts,
    before: old.get(item.key) ?? null,
    after: present.get(item.key) ?? null,
  });
  const changed = after.flatMap((item) => {
    const previous = old.get(item.key);
    const parts = previous === undefined ? [] : partsOf(previous, item);
    return parts.length === 0 ? [] : [line('changed', item, parts)];
  });
  return [
    ...after.filter(({ key }) => !old.has(key)).map((item) => line('added', item)),
    ...before.filter(({ key }) => !present.has(key)).map((item) => line('removed', item)),
    ...changed,
    ...after.filter(({ key }) => moved.includes(key)).map((item) => line('moved', item)),
  ];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const pageParts = (before: FormPage, after: FormPage): QuestionPart[] =>
  isSame([before.title, before.lead, before.section ?? null], [after.title, after.lead, after.section ?? null]) ? [] : ['wording'];

function questionParts(forms: { before: Pages; after: Pages }, before: Question, after: Question): QuestionPart[] {
  const pageOf = (pages: Pages): string | undefined => pages.find((page) => page.questions.some(({ key }) => key === before.key))?.key;
  const checks: [boolean, QuestionPart][] = [
    [isSame([before.label, before.hint], [after.label, after.hint]), 'wording'],
    [before.kind === after.kind, 'kind'],
    [isSame(before.options, after.options), 'options'],
    [isSame([before.required, before.requiredFor], [after.required, after.requiredFor]), 'required'],
    [isSame(before.askedOf, after.askedOf), 'askedOf'],
    [isSame(visibility(before), visibility(after)), 'reviewers'],
    [before.words === after.words, 'words'],
    [pageOf(forms.before) === pageOf(forms.after), 'page'],
  ];
  return checks.filter(([same]) => !same).map(([, part]) => part);
}

const visibility = ({ seenByReviewers, hiddenInBlind, storedApart }: Question) => [seenByReviewers, hiddenInBlind, storedApart];

/** Why a new version touches what somebody has sent. */
export type Touch = 'answeredRemoved' | 'answeredChanged' | 'nowMissing';

/** Parts of a question whose change may change what an answer means. */
const meaning: readonly QuestionPart[] = ['wording', 'kind', 'options', 'words'];

/**
 * How a change of the form touches one application that was sent: it answered a question that goes or changes, or lacks
 * an answer that is now required of it (domain.md 3).
 */
export function touchesOf(differences: readonly FormDifference[], sent: Sent): { readonly key: string; readonly touch: Touch }[] {
  return differences
    .filter(({ of }) => of === 'question')
    .flatMap((difference) => {
      const touch = touchOf(difference, sent);
      return touch === undefined ? [] : [{ key: difference.key, touch }];
    });
}

interface Sent {
  readonly answers: Answers;
  readonly constituency: Constituency | null;
}

function touchOf(difference: FormDifference, sent: Sent): Touch | undefined {
  const { kind, key, parts } = difference;
  if (!isAnswered(sent.answers, key)) return isNowRequired(difference, sent.constituency) ? 'nowMissing' : undefined;
  if (kind === 'removed') return 'answeredRemoved';
  return parts.some((part) => meaning.includes(part)) ? 'answeredChanged' : undefined;
}

const isNowRequired = ({ kind, after }: FormDifference, constituency: Constituency | null): boolean =>
  kind !== 'moved' && after !== null && 'kind' in after && mustAnswer(after, constituency);

const mustAnswer = (question: Question, constituency: Constituency | null): boolean =>
  !question.storedApart && question.kind !== 'statement' && isAsked(question, constituency) && isRequired(question, constituency);
