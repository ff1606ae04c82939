import { Invalid } from '../../lib/errors';
import { field, fieldError, parseForm } from '../../lib/form';
import type { Wish } from './placement';
import { reasons } from './slate';
import { beginnings } from './what-if';

/** `candidacy:seat`, `candidacy:alternate` from the board; or the longer form of a candidate's own page. */
export const parsePlacement = (body: unknown) =>
  parseForm(
    {
      version: field.version(),
      candidacy: field.id(),
      seat: field.id(),
      reason: field.optionalChoice(reasons),
      words: field.optionalText(500),
    },
    body,
  );

export const parseRemoval = (body: unknown) => parseForm({ version: field.version(), candidacy: field.id() }, body);

/**
 * The button pressed or the row dropped on: `candidacy:up`, `candidacy:down`, `candidacy:3` for a place, `candidacy:to`
 * for the place chosen in `to`.
 */
export function parseMove(body: unknown) {
  const parsed = parseForm({ version: field.version(), move: field.text(60), to: field.optionalText(4) }, body);
  if (!parsed.ok) return parsed;
  const [candidacyId = '', said = ''] = parsed.values.move.split(':');
  const wish = wishOf(said === 'to' ? parsed.values.to : said);
  if (wish === null) return { ok: false, errors: { move: fieldError('common.form.choose') }, raw: parsed.raw } as const;
  return { ok: true, values: { version: parsed.values.version, candidacyId, wish }, raw: parsed.raw } as const;
}

function wishOf(said: string): Wish | null {
  if (said === 'up' || said === 'down') return said;
  return /^[1-9]\d{0,3}$/.test(said) ? Number(said) : null;
}

/** A new what-if slate. */
export const parseWhatIf = (body: unknown) =>
  parseForm({ name: field.text(80, 'selection.errors.name'), beginning: field.choice(beginnings), alternates: field.whole(0, 20) }, body);

export const parseAdoption = (body: unknown) => parseForm({ version: field.version(), slateVersion: field.version() }, body);

export const parseVersion = (body: unknown) => parseForm({ version: field.version() }, body);

export const parseReturn = (body: unknown) =>
  parseForm({ version: field.version(), words: field.text(2000, 'selection.errors.returnWords') }, body);

/** The values of a form that pages alone fill in. Throws Invalid where somebody sent something else. */
export function valuesOf<Values>(parsed: { readonly ok: true; readonly values: Values } | { readonly ok: false }): Values {
  if (!parsed.ok) throw new Invalid('errors.invalid.lead');
  return parsed.values;
}
