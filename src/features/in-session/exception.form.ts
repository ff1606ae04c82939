import { field, parseForm, type Parsed } from '../../lib/form';
import type { LocalText } from '../../lib/local-text';
import { notPersonal } from './session.form';

interface Matter {
  readonly title: LocalText;
  readonly why: string;
}

/** A matter off the posted agenda: what it is, in one language or both, and why it cannot wait. All of it is public. */
export function parseMatter(body: unknown): Parsed<Matter> {
  const fields = {
    titleEn: notPersonal(field.text(300)),
    titleEs: notPersonal(field.optionalText(300)),
    why: notPersonal(field.text(500)),
  };
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { titleEn, titleEs, why } = parsed.values;
  return { ...parsed, values: { title: titleEs === '' ? { en: titleEn } : { en: titleEn, es: titleEs }, why } };
}
