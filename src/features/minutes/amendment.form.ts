import { field, fieldError, parseForm, type Parsed } from '../../lib/form';
import { parseText } from './minutes.form';
import type { MinutesText } from './minutes';

interface AmendmentValues {
  /** The number of the newest wording when the form was read. */
  readonly newest: number;
  readonly reason: string;
  readonly text: MinutesText;
}

/** The whole corrected wording, and why. */
export function parseAmendment(body: unknown, itemIds: readonly string[]): Parsed<AmendmentValues> {
  const why = parseForm({ reason: field.text(1000) }, body);
  const text = parseText(body, itemIds);
  if (!why.ok) return { ok: false, raw: text.raw, errors: { ...(text.ok ? {} : text.errors), ...why.errors } };
  if (!text.ok) return text;
  return { ok: true, raw: text.raw, values: { newest: text.values.version, reason: why.values.reason, text: text.values.text } };
}

/** Why a wording was not taken although each field was filled in well. */
export const sameError = { reason: fieldError('minutes.amendment.same') };
export const personalError = { reason: fieldError('minutes.amendment.personal') };
