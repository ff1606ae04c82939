import { field, fieldError, parseForm, type Parsed } from '../../lib/form';
import type { ReviewerAbsence } from './reading.queries';

export const conflictKinds = ['person', 'organization'] as const;

export const parseLanguages = (body: unknown, languages: readonly string[]) => parseForm({ languages: field.choices(languages) }, body);

export const parseStandingConflict = (body: unknown) => parseForm({ kind: field.choice(conflictKinds), name: field.text(200) }, body);

export function parseAbsence(body: unknown): Parsed<Omit<ReviewerAbsence, 'id'>> {
  const parsed = parseForm({ from_on: field.date(), to_on: field.date() }, body);
  if (!parsed.ok) return parsed;
  const { from_on: fromOn, to_on: toOn } = parsed.values;
  if (toOn < fromOn) return { ok: false, raw: parsed.raw, errors: { to_on: fieldError('reviews.reading.backwards') } };
  return { ok: true, raw: parsed.raw, values: { fromOn, toOn } };
}
