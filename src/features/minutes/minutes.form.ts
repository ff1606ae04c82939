import { field, fieldError, parseForm, rawText, type Parsed, type RawForm } from '../../lib/form';
import type { MinutesText } from './minutes';

interface TextValues {
  readonly version: number;
  readonly text: MinutesText;
}

/** The words of the minutes: an opening, one text for each item, a closing. */
export function parseText(body: unknown, itemIds: readonly string[]): Parsed<TextValues> {
  const names = ['opening', 'closing', ...itemIds.map((id) => `text_${id}`)];
  const fields = Object.fromEntries(names.map((name) => [name, field.optionalText(10_000)] as const));
  const parsed = parseForm({ ...fields, version: field.version() }, body);
  if (!parsed.ok) return parsed;
  const words = (name: string) => rawText(parsed.raw, name).trim();
  const items = Object.fromEntries(itemIds.map((id) => [id, words(`text_${id}`)]));
  const text = { opening: words('opening'), items, closing: words('closing') };
  return { ok: true, raw: parsed.raw, values: { version: Number(rawText(parsed.raw, 'version')), text } };
}

/** The form as the text stands. */
export const rawMinutes = ({ opening, items, closing }: MinutesText): RawForm => ({
  opening,
  closing,
  ...Object.fromEntries(Object.entries(items).map(([id, text]) => [`text_${id}`, text])),
});

export const parseVersion = (body: unknown) => parseForm({ version: field.version() }, body);

export const parseCorrection = (body: unknown) => parseForm({ correction: field.text(3000) }, body);

/** An answer to a correction; declining needs words. */
export function parseAnswer(body: unknown) {
  const parsed = parseForm({ answer: field.optionalText(1000), event: field.choice(['take', 'decline']) }, body);
  if (!parsed.ok || parsed.values.event === 'take' || parsed.values.answer !== '') return parsed;
  return { ok: false as const, raw: parsed.raw, errors: { answer: fieldError('minutes.form.declineWords') } };
}
