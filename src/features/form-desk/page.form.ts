import { field, fieldError, parseForm, type Parsed, type RawForm } from '../../lib/form';
import { inBoth, type LocalText } from '../../lib/local-text';
import type { FormPage } from '../forms';

export interface PageDraft {
  readonly title: LocalText;
  readonly lead: LocalText | null;
  readonly section: LocalText | null;
  /** From 0. */
  readonly place: number;
  readonly isStillRight: boolean;
  readonly seen: string;
}

const fields = {
  title_en: field.optionalText(300),
  title_es: field.optionalText(300),
  lead_en: field.optionalText(1000),
  lead_es: field.optionalText(1000),
  section_en: field.optionalText(100),
  section_es: field.optionalText(100),
  place: field.whole(1, 60),
  still_right: field.checked(),
  seen: field.optionalText(64),
};

/** Reads the editor of a page. */
export function readPageDraft(body: unknown): Parsed<PageDraft> {
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { values, raw } = parsed;
  if (values.title_en === '' && values.title_es === '') return { ok: false, raw, errors: { title_en: fieldError('common.form.required') } };
  const optional = (en: string, es: string): LocalText | null => (en === '' && es === '' ? null : { en, es });
  return {
    ok: true,
    raw,
    values: {
      title: { en: values.title_en, es: values.title_es },
      lead: optional(values.lead_en, values.lead_es),
      section: optional(values.section_en, values.section_es),
      place: values.place - 1,
      isStillRight: values.still_right,
      seen: values.seen,
    },
  };
}

/** A page as its editor shows it. */
export function pageAsForm({ title, lead, section }: FormPage, place: number): RawForm {
  const [titles, leads, sections] = [inBoth(title), inBoth(lead), inBoth(section)];
  return {
    title_en: titles.en,
    title_es: titles.es,
    lead_en: leads.en,
    lead_es: leads.es,
    section_en: sections.en,
    section_es: sections.es,
    place: String(place + 1),
  };
}
