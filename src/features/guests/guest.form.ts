import { field, parseForm } from '../../lib/form';

/** The most who may come with one registration: larger groups call the office. */
export const largestParty = 12;

export interface Registered {
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly party: number;
  readonly language: string;
  readonly needs: string;
}

/** Who comes: a name to be called by at the door, how many, and what they need. */
export function parseRegistration(body: unknown) {
  const parsed = parseForm(
    {
      key: field.id(),
      name: field.text(100),
      email: field.optionalEmail(),
      party: field.whole(1, largestParty),
      language: field.optionalText(100),
      needs: field.words(100, true),
    },
    body,
  );
  if (!parsed.ok) return parsed;
  const { email } = parsed.values;
  const values: Registered = { ...parsed.values, email: email === '' ? null : email };
  return { ...parsed, values };
}

/** How many places there are; empty: as many as come. */
export const parsePlaces = (body: unknown) => parseForm({ places: field.optionalWhole(1, 5000), version: field.version() }, body);

/** Whether the button was pressed that takes an arrival back. */
export function isTakenBack(body: unknown): boolean {
  const parsed = parseForm({ arrival: field.choice(['here', 'back']) }, body);
  return parsed.ok && parsed.values.arrival === 'back';
}
