/** What of a person is chosen field by field when two records are joined; what the kept one lacks comes from the other. */
export const mergedFields = ['name', 'preferred_name', 'pronouns', 'email', 'phone', 'locale', 'address', 'zip'] as const;
export type MergedField = (typeof mergedFields)[number];
export type PersonFields = Readonly<Record<MergedField, string | null>>;

/** Which of the two a field is taken from. */
export type Choice = 'kept' | 'gone';

const isEmpty = (value: string | null): boolean => value === null || value === '';

/** The choice that is offered: the kept one's, unless it is empty and the other's is not. */
export const usualChoice = (kept: PersonFields, gone: PersonFields, field: MergedField): Choice =>
  isEmpty(kept[field]) && !isEmpty(gone[field]) ? 'gone' : 'kept';

/** Fields in which the two differ, so that somebody has to choose. */
export const differing = (kept: PersonFields, gone: PersonFields): MergedField[] =>
  mergedFields.filter((field) => (kept[field] ?? '') !== (gone[field] ?? ''));

/** The person after the merge. */
export const mergedPerson = (
  kept: PersonFields,
  gone: PersonFields,
  choices: Readonly<Partial<Record<MergedField, Choice>>>,
): PersonFields =>
  Object.fromEntries(
    mergedFields.map((field) => [field, (choices[field] ?? usualChoice(kept, gone, field)) === 'gone' ? gone[field] : kept[field]]),
  ) as PersonFields;

export type MergeBlock = 'sameSeatDays' | 'sameCycle' | 'sameReview' | 'oneself';
