import type { LocalText } from '../../lib/local-text';
import type { FormPage, Question, QuestionOption } from './question';

type Wanted = Pick<Question, 'key' | 'kind' | 'label'> & Partial<Question>;

/** A question with everything that is not said at its usual value: optional, asked of all, seen by reviewers. */
export const question = (wanted: Wanted): Question => ({
  hint: null,
  options: [],
  required: false,
  requiredFor: [],
  askedOf: [],
  seenByReviewers: true,
  hiddenInBlind: false,
  words: null,
  storedApart: false,
  autocomplete: null,
  ...wanted,
});

/** Words in English and Spanish, side by side. */
export const both = (en: string, es: string): LocalText => ({ en, es });

export const option = (value: string, en: string, es: string, hint?: LocalText): QuestionOption =>
  hint === undefined ? { value, label: both(en, es) } : { value, label: both(en, es), hint };

/** A page with one question, which is its heading. */
export const single = (asked: Question): FormPage => ({ key: asked.key, title: asked.label, lead: null, questions: [asked] });

export const page = (key: string, title: LocalText, questions: readonly Question[], lead: LocalText | null = null): FormPage => ({
  key,
  title,
  lead,
  questions,
});
