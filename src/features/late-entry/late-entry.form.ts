import { field, fieldError, momentOf, parseForm, type FieldError, type Parsed, type RawForm } from '../../lib/form';
import type { Instant } from '../../lib/time';
import { lateEnd, type Cycle } from '../cycles';
import { mostUses } from './late-code';

export interface CodeWanted {
  readonly collaborativeId: string;
  readonly forWhom: string;
  readonly note: string;
  readonly email: string;
  readonly locale: string;
  readonly useLimit: number;
  readonly expiresAt: Instant;
}

export interface ExtensionWanted {
  readonly reference: string;
  readonly until: Instant;
  readonly reason: string;
}

/** Reads the form for a new code; it ends in the future and before the cycle decides. */
export function readCodeForm(
  body: unknown,
  context: {
    readonly collaborativeIds: readonly string[];
    readonly locales: readonly string[];
    readonly cycle: Cycle;
    readonly now: Instant;
  },
): Parsed<CodeWanted> {
  const fields = {
    collaborative: field.choice(context.collaborativeIds),
    for_whom: field.text(200),
    note: field.optionalText(1000),
    use_limit: field.whole(1, mostUses),
    until_date: field.date(),
    until_time: field.time(),
    email: field.optionalEmail(),
    locale: field.choice(context.locales),
  };
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { collaborative, for_whom, use_limit, note, email, locale, until_date, until_time } = parsed.values;
  const until = endOf(until_date, until_time, context);
  if ('error' in until) return refused(parsed.raw, `until_${until.at}`, until.error);
  const values = { collaborativeId: collaborative, forWhom: for_whom, useLimit: use_limit, note, email, locale, expiresAt: until.instant };
  return { ok: true, raw: parsed.raw, values };
}

/** Reads the form that gives one applicant more time. */
export function readExtensionForm(body: unknown, context: { readonly cycle: Cycle; readonly now: Instant }): Parsed<ExtensionWanted> {
  const fields = { reference: field.text(12), more_date: field.date(), more_time: field.time(), reason: field.text(500) };
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { reference, reason, more_date, more_time } = parsed.values;
  const until = endOf(more_date, more_time, context);
  if ('error' in until) return refused(parsed.raw, `more_${until.at}`, until.error);
  return { ok: true, raw: parsed.raw, values: { reference, reason, until: until.instant } };
}

/** What the applicant types. */
export const readEntry = (body: unknown) => parseForm({ code: field.text(20), email: field.email() }, body);

type End = { readonly instant: Instant } | { readonly at: 'date' | 'time'; readonly error: FieldError };

function endOf(date: string, time: string, { cycle, now }: { readonly cycle: Cycle; readonly now: Instant }): End {
  const moment = momentOf(date, time);
  if ('error' in moment) return { at: 'time', error: moment.error };
  if (moment.instant <= now) return { at: 'date', error: fieldError('lateEntry.errors.past') };
  if (moment.instant >= lateEnd(cycle)) return { at: 'date', error: fieldError('lateEntry.errors.afterReview') };
  return moment;
}

const refused = <Values>(raw: RawForm, name: string, error: FieldError): Parsed<Values> => ({
  ok: false,
  errors: { [name]: error },
  raw,
});
