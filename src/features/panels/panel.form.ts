import { field, parseForm, type Parsed } from '../../lib/form';
import { panelKinds } from '../reviews';
import { mostField, noteField } from './panelist-fields';

export const parsePanelist = (body: unknown) =>
  parseForm({ name: field.text(200), email: field.email(), kind: field.choice(panelKinds) }, body);

/** Most files at once (empty: no limit) and a note, from the form of this member. */
export function parseLimits(body: unknown, personId: string): Parsed<{ mostFiles: number | null; note: string }> {
  const [most, note] = [mostField(personId), noteField(personId)];
  const parsed = parseForm({ [most]: field.optionalWhole(0, 999), [note]: field.optionalText(300) }, body);
  if (!parsed.ok) return parsed;
  const values = parsed.values as Readonly<Record<string, string | number | null>>;
  return { ...parsed, values: { mostFiles: (values[most] ?? null) as number | null, note: String(values[note] ?? '') } };
}

const verdicts = ['confirmed', 'dismissed'] as const;

export const parseVerdict = (body: unknown) =>
  parseForm(
    {
      candidacy: field.id(),
      reviewer: field.id(),
      verdict: field.choice(verdicts),
      before: field.optionalChoice(verdicts),
      words: field.text(300, 'panels.errors.wordMissing'),
    },
    body,
  );

export const parsePlan = (body: unknown) => parseForm({ plan: field.optionalText(40), rebalance: field.checked() }, body);
