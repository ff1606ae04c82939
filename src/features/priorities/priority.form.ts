import { field, parseForm, type Parsed, type RawForm } from '../../lib/form';
import { inBoth } from '../../lib/local-text';
import type { Direction, Priority, PriorityWords } from './priority';

const fields = {
  key: field.id(),
  titleEn: field.text(120),
  titleEs: field.text(120),
  textEn: field.optionalText(600),
  textEs: field.optionalText(600),
  version: field.version(),
};

export interface PriorityValues {
  readonly key: string;
  readonly words: PriorityWords;
  readonly version: number;
}

/** Reads a priority: its name in both languages, and a text or none. */
export function parsePriority(body: unknown): Parsed<PriorityValues> {
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { key, titleEn, titleEs, textEn, textEs, version } = parsed.values;
  const words = { title: { en: titleEn, es: titleEs }, text: { en: textEn, es: textEs } };
  return { ok: true, raw: parsed.raw, values: { key, words, version } };
}

/** A priority as its form shows it. */
export const rawPriority = ({ id, title, text, version }: Priority): RawForm => ({
  key: id,
  titleEn: inBoth(title).en,
  titleEs: inBoth(title).es,
  textEn: inBoth(text).en,
  textEs: inBoth(text).es,
  version: String(version),
});

/** The pressed move button: `<priority>:up` or `<priority>:down`. */
export function parseMove(body: unknown): { readonly id: string; readonly direction: Direction } | undefined {
  const parsed = parseForm({ move: field.text(60) }, body);
  const [, id = '', direction] = /^([\w-]{1,40}):(up|down)$/.exec(parsed.ok ? parsed.values.move : '') ?? [];
  return direction === 'up' || direction === 'down' ? { id, direction } : undefined;
}
