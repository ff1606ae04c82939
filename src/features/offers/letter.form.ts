import type { MessageKey } from '../../i18n/keys';
import { field, fieldError, parseForm, rawText, type FieldError, type Parsed } from '../../lib/form';
import { placeholders, regretCodes, unknownPlaceholders, type Wording } from './letter';

const longest = 5000;

/** The words of a kind of letter in both languages. */
export function parseKindWording(
  body: unknown,
  locales: readonly string[],
): Parsed<{ version: number; wordings: Record<string, Wording> }> {
  const fields = Object.fromEntries(
    locales.flatMap((locale) => [[`subject-${locale}`, field.text(200)] as const, [`body-${locale}`, field.text(longest)] as const]),
  );
  const parsed = parseForm({ version: field.version(), ...fields }, body);
  if (!parsed.ok) return parsed;
  const errors = placeholderErrors(parsed.raw, Object.keys(fields));
  if (errors !== null) return { ok: false, errors, raw: parsed.raw };
  const wordings = locales.map((locale) => [
    locale,
    { subject: rawText(parsed.raw, `subject-${locale}`).trim(), body: rawText(parsed.raw, `body-${locale}`).trim() },
  ]);
  return {
    ok: true,
    raw: parsed.raw,
    values: { version: parsed.values.version, wordings: Object.fromEntries(wordings) as Record<string, Wording> },
  };
}

/** One person's letter. */
export function parsePersonLetter(body: unknown) {
  const parsed = parseForm(
    { version: field.version(), code: field.optionalChoice(regretCodes), subject: field.text(200), body: field.text(longest) },
    body,
  );
  if (!parsed.ok) return parsed;
  const errors = placeholderErrors(parsed.raw, ['subject', 'body']);
  return errors === null ? parsed : ({ ok: false, errors, raw: parsed.raw } as const);
}

function placeholderErrors(raw: Parameters<typeof rawText>[0], names: readonly string[]): Record<string, FieldError> | null {
  const key: MessageKey = 'offers.errors.placeholder';
  const allowed = placeholders.map((name) => `{${name}}`).join(', ');
  const wrong = names.filter((name) => unknownPlaceholders(rawText(raw, name)).length > 0);
  return wrong.length === 0 ? null : Object.fromEntries(wrong.map((name) => [name, fieldError(key, { names: allowed })]));
}
