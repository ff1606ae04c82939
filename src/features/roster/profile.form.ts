import { field, fieldError, parseForm, type Parsed } from '../../lib/form';

const fields = {
  biography_en: field.optionalText(600),
  biography_es: field.optionalText(600),
  alt_en: field.optionalText(150),
  alt_es: field.optionalText(150),
  consent: field.choice(['yes'], 'common.form.consent'),
  version: field.version(),
};

type Read = ReturnType<typeof parseForm<typeof fields>>;
export type ProfileValues = Extract<Read, { readonly ok: true }>['values'];

/** What a member wants to show: words in one language or two, a photo, and that they agree. */
export function parseProfile(body: unknown, hasPhoto: boolean): Read {
  const parsed = parseForm(fields, body);
  if (!parsed.ok || hasPhoto || parsed.values.biography_en !== '' || parsed.values.biography_es !== '') return parsed;
  const refused: Parsed<never> = { ok: false, raw: parsed.raw, errors: { biography_en: fieldError('roster.profile.nothing') } };
  return refused;
}
