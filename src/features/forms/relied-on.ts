import type { FormPage, Question } from './question';

/** Questions whose answers the product itself works with: reworded freely, but never removed, nor of another kind. */
const reliedOn: ReadonlySet<string> = new Set([
  'email',
  'age',
  'name',
  'preferred_name',
  'pronouns',
  'phone',
  'language',
  'zip',
  'constituency',
  'school',
  'collaboratives',
  'source',
  'access',
  'consent_record',
  'consent_mail',
]);

export const isReliedOn = (question: Pick<Question, 'key'>): boolean => reliedOn.has(question.key);

/** The page with the address stands first: it is where an application begins. */
export const isFirstPage = (page: Pick<FormPage, 'key'>): boolean => page.key === 'email';

/** A page that the product leads to by its name, or that asks something it relies on. */
export const isPageReliedOn = (page: FormPage): boolean => reliedOn.has(page.key) || page.questions.some(isReliedOn);
