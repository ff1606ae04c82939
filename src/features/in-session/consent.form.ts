import { field, fieldError, parseForm, rawForm, rawText, type Parsed } from '../../lib/form';

/** The name of the choice of who asked to take an item out. */
export const memberField = (itemId: string): string => `member_${itemId}`;

/** Which member asked to take an item out: one who is there. */
export function parseTakingOut(body: unknown, itemId: string, present: ReadonlySet<string>): Parsed<string> {
  const name = memberField(itemId);
  const parsed = parseForm({ [name]: field.id() }, body);
  if (!parsed.ok) return parsed;
  const membershipId = rawText(parsed.raw, name);
  if (present.has(membershipId)) return { ok: true, raw: parsed.raw, values: membershipId };
  return { ok: false, raw: parsed.raw, errors: { [name]: fieldError('inSession.form.memberGone') } };
}

/** The items of the group that stood on the page. */
export const parseGroupSeen = (body: unknown): string[] =>
  rawText(rawForm(body), 'seen')
    .split(',')
    .filter((id) => id !== '')
    .slice(0, 100);
