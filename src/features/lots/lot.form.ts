import { field, fieldError, momentOf, parseForm, type FormErrors, type Parsed } from '../../lib/form';
import type { Instant } from '../../lib/time';
import { seedSources, type SeedSource } from './lot';

export interface Announcement {
  /** One of those who take part; the tie they stand in is meant. */
  readonly candidacy: string;
  readonly source: SeedSource;
  readonly sourceWords: string;
  readonly drawAt: Instant;
}

const planFields = {
  source: field.choice(seedSources),
  words: field.optionalText(300),
  date: field.date(),
  time: field.time(),
};

/** Where the seed will come from and when; the moment must be ahead, so that nobody knows the seed yet. */
export function parseAnnouncement(body: unknown, now: Instant): Parsed<Announcement> {
  const parsed = parseForm({ ...planFields, candidacy: field.id() }, body);
  if (!parsed.ok) return parsed;
  const { candidacy, source, words, date, time } = parsed.values;
  const found = momentOf(date, time);
  if ('error' in found) return { ok: false, errors: { time: found.error }, raw: parsed.raw };
  const errors: Record<string, FormErrors[string]> = {};
  if (found.instant <= now) errors['date'] = fieldError('lots.errors.past');
  if (source === 'public' && words === '') errors['words'] = fieldError('lots.errors.words');
  if (Object.keys(errors).length > 0) return { ok: false, errors, raw: parsed.raw };
  return { ok: true, values: { candidacy, source, sourceWords: words, drawAt: found.instant }, raw: parsed.raw };
}

export const parseSeed = (body: unknown) => parseForm({ version: field.version(), seed: field.text(200, 'lots.errors.seed') }, body);

export const parseReason = (body: unknown) => parseForm({ version: field.version(), reason: field.text(500, 'lots.errors.reason') }, body);

/** A new draw: why, and from where its seed will come. */
export function parseRedraw(body: unknown, now: Instant): Parsed<Announcement & { readonly version: number; readonly reason: string }> {
  const reason = parseReason(body);
  const plan = parseAnnouncement(typeof body === 'object' && body !== null ? { ...body, candidacy: 'same' } : body, now);
  if (reason.ok && plan.ok) return { ok: true, values: { ...plan.values, ...reason.values }, raw: plan.raw };
  return { ok: false, errors: { ...(reason.ok ? {} : reason.errors), ...(plan.ok ? {} : plan.errors) }, raw: plan.raw };
}
