import { field, fieldError, parseForm, type Parsed } from '../../lib/form';
import { ages, terms, ties, type EligibilityAnswers } from './eligibility';

/** Reads the three questions. */
export function readEligibility(body: unknown): Parsed<EligibilityAnswers> {
  const parsed = parseForm({ ties: field.choices(ties), age: field.choice(ages), term: field.choice(terms) }, body);
  const isEmpty = !parsed.ok || parsed.values.ties.length === 0;
  if (!isEmpty) return parsed;
  const chosen = parseForm({ ties: field.choices(ties) }, body);
  const missing = chosen.ok && chosen.values.ties.length === 0 ? { ties: fieldError('common.form.choose') } : {};
  return { ok: false, raw: parsed.raw, errors: { ...missing, ...(parsed.ok ? {} : parsed.errors) } };
}
