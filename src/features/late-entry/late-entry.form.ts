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

const end = { until_date: field.date(), until_time: field.time() };

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
    ...end,
    email: field.optionalEmail(),
    locale: field.choice(context.locales),
  };
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { collaborative, for_whom, use_limit, note, email, locale, until_date, until_time } = parsed.values;
  const until = endOf(until_date, until_time, context);
  if ('error' in until) return refused(parsed.raw, until);
  const values = { collaborativeId: collaborative, forWhom: for_whom, useLimit: use_limit, note, email, locale, expiresAt: until.instant };
  return { ok: true, raw: parsed.raw, values };
}

/** Reads the form that gives one applicant more time. */
export function readExtensionForm(body: unknown, context: { readonly cycle: Cycle; readonly now: Instant }): Parsed<ExtensionWanted> {
  const parsed = parseForm({ reference: field.text(12), ...end, reason: field.text(500) }, body);
  if (!parsed.ok) return parsed;
  const { reference, reason, until_date, until_time } = parsed.values;
  const until = endOf(until_date, until_time, context);
  if ('error' in until) return refused(parsed.raw, until);
  return { ok: true, raw: parsed.raw, values: { reference, reason, until: until.instant } };
}

/** What the applicant types. */
export const readEntry = (body: unknown) => parseForm({ code: field.text(20), email: field.email() }, body);

type End = { readonly instant: Instant } | { readonly at: string; readonly error: FieldError };

function endOf(date: string, time: string, { cycle, now }: { readonly cycle: Cycle; readonly now: Instant }): End {
  const moment = momentOf(date, time);
  if ('error' in moment) return { at: 'until_time', error: moment.error };
  if (moment.instant <= now) return { at: 'until_date', error: fieldError('lateEntry.errors.past') };
  if (moment.instant >= lateEnd(cycle)) return { at: 'until_date', error: fieldError('lateEntry.errors.afterReview') };
  return moment;
}

const refused = <Values>(raw: RawForm, { at, error }: { readonly at: string; readonly error: FieldError }): Parsed<Values> => ({
  ok: false,
  errors: { [at]: error },
  raw,
});
