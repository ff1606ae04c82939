import { field, fieldError, momentOf, parseForm, type FormErrors, type Parsed } from '../../lib/form';
import type { Instant } from '../../lib/time';

/** To a day that is known, or to one still to be named. */
export const postponeWays = ['date', 'later'] as const;

const fields = {
  way: field.choice(postponeWays),
  date: field.optionalDate(),
  starts: field.optionalText(5),
  ends: field.optionalText(5),
  reason: field.text(500, 'meetings.errors.reason'),
  version: field.version(),
};

export interface Postponement {
  readonly to: { readonly startsAt: Instant; readonly endsAt: Instant } | null;
  readonly reason: string;
  readonly version: number;
}

/** Reads the form that puts a meeting off; with a day, the new time must be one there is, and still to come. */
export function parsePostponement(body: unknown, now: Instant): Parsed<Postponement> {
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { values, raw } = parsed;
  const { reason, version } = values;
  if (values.way === 'later') return { ok: true, values: { to: null, reason, version }, raw };
  const times = timesOf(values, now);
  return 'errors' in times ? { ok: false, errors: times.errors, raw } : { ok: true, values: { to: times, reason, version }, raw };
}

interface Times {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

function timesOf(values: { date: string; starts: string; ends: string }, now: Instant): Times | { readonly errors: FormErrors } {
  if (values.date === '') return { errors: { date: fieldError('common.form.required') } };
  const starts = momentOf(values.date, values.starts);
  const ends = momentOf(values.date, values.ends);
  if ('error' in starts) return { errors: { starts: starts.error } };
  if ('error' in ends) return { errors: { ends: ends.error } };
  if (starts.instant <= now) return { errors: { date: fieldError('meetings.errors.past') } };
  if (ends.instant <= starts.instant) return { errors: { ends: fieldError('meetings.errors.endsFirst') } };
  return { startsAt: starts.instant, endsAt: ends.instant };
}
