import type { LocalText } from '../../lib/local-text';
import type { FormPage, Question, WordingLanguage } from './question';

export const wordingLanguages: readonly WordingLanguage[] = ['en', 'es'];

const textsOf = (worded: Question | FormPage): LocalText[] => {
  const options = 'options' in worded ? worded.options.flatMap(({ label, hint }) => (hint === undefined ? [label] : [label, hint])) : [];
  const own = 'label' in worded ? [worded.label, worded.hint] : [worded.title, worded.lead, worded.section ?? null];
  return [...own, ...options].filter((text) => text !== null);
};

const wordsIn = (worded: Question | FormPage, language: WordingLanguage): string =>
  JSON.stringify(textsOf(worded).map((text) => text[language] ?? ''));

/** The languages in which some words are missing that the other language has. */
export const languagesMissing = (worded: Question | FormPage): WordingLanguage[] =>
  wordingLanguages.filter((language) => textsOf(worded).some((text) => (text[language] ?? '') === ''));

/**
 * Which language is older after an edit: the one left alone when the other changed. Words changed in both are of one
 * age; so are they where the writer says that the other language needs no change.
 */
export function languageBehind<Worded extends Question | FormPage>(
  before: Worded,
  after: Worded,
  isStillRight: boolean,
): WordingLanguage | null {
  const changed = wordingLanguages.filter((language) => wordsIn(before, language) !== wordsIn(after, language));
  const [only] = changed;
  if (isStillRight || changed.length === 2) return null;
  if (only === undefined) return before.behind ?? null;
  return before.behind === only ? null : only === 'en' ? 'es' : 'en';
}
