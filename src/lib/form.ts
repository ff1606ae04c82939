import { domainToASCII } from 'node:url';
import { z } from 'zod';
import type { MessageKey } from '../i18n/keys';
import { countWords, cleanText } from './text';
import { wallTime, type CalendarDate, type Instant } from './time';

export interface FieldError {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What the reader sent, as text, to give back when something is wrong. Lists (checkboxes) stay lists. */
export type RawForm = Readonly<Record<string, string | readonly string[]>>;
export type FormErrors = Readonly<Record<string, FieldError>>;

export type Parsed<Values> =
  | { readonly ok: true; readonly values: Values; readonly raw: RawForm }
  | { readonly ok: false; readonly errors: FormErrors; readonly raw: RawForm };

type Shape = Readonly<Record<string, z.ZodType>>;

/**
 * Reads a form body against named fields. Fields that were not asked for are refused as a whole (`form` error);
 * `_csrf` and the pressed button (`do`) are left out. A wrong type never throws: it is a missing value.
 */
export function parseForm<Fields extends Shape>(fields: Fields, body: unknown): Parsed<{ [Name in keyof Fields]: z.infer<Fields[Name]> }> {
  const raw = rawForm(body);
  const input = Object.fromEntries(Object.entries(raw).filter(([name]) => name in fields));
  const result = z.object(fields).safeParse(input);
  if (result.success) return { ok: true, values: result.data as { [Name in keyof Fields]: z.infer<Fields[Name]> }, raw };
  const errors: Record<string, FieldError> = {};
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? 'form');
    errors[name] ??= readIssue(issue.message);
  }
  return { ok: false, errors, raw };
}

const notWords = new Set(['_csrf', 'do', '__proto__']);

/** A body as flat text fields; anything else in it (objects, prototypes, too many values) is dropped. */
export function rawForm(body: unknown): RawForm {
  if (typeof body !== 'object' || body === null) return {};
  const raw: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(body).filter(([key]) => !notWords.has(key))) {
    if (typeof value === 'string') raw[name] = cleanText(value);
    else if (Array.isArray(value)) raw[name] = value.filter((entry): entry is string => typeof entry === 'string').map(cleanText);
  }
  return raw;
}

/** One raw value as text; empty when it is missing or a list. */
export const rawText = (raw: RawForm, name: string): string => {
  const value = raw[name];
  return typeof value === 'string' ? value : '';
};

/** One raw value as a list. */
export const rawList = (raw: RawForm, name: string): readonly string[] => {
  const value = raw[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
};

/** Builds an error for a rule that a schema cannot see (a date in the past, a name taken). */
export const fieldError = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): FieldError => ({ key, values });

const message = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string => JSON.stringify([key, values]);

function readIssue(text: string): FieldError {
  try {
    const [key, values] = JSON.parse(text) as [MessageKey, Record<string, string | number>];
    return { key, values };
  } catch {
    return { key: 'common.form.required', values: {} };
  }
}

const required = message('common.form.required');

/** What has a shape to be checked by: too long is then only one way of being wrong. */
const shaped = () => z.string({ error: required }).transform((value) => value.trim());

const trimmed = (max: number) =>
  shaped().refine((value) => Array.from(value).length <= max, { error: message('common.form.tooLong', { max }) });

/** The fields a form is made of; each yields a typed value or a message key. */
export const field = {
  /** One line or several, required. `max` in characters. */
  text: (max = 200, emptyKey: MessageKey = 'common.form.required') =>
    trimmed(max).refine((value) => value !== '', { error: message(emptyKey) }),

  /** One line or several; empty when missing. */
  optionalText: (max = 200) => trimmed(max).optional().default(''),

  /** A long answer with at most `words` words; required unless `optional`. */
  words: (words: number, optional = false) =>
    (optional ? trimmed(20_000).optional().default('') : trimmed(20_000).refine((value) => value !== '', { error: required })).refine(
      (value) => countWords(value) <= words,
      { error: message('common.form.tooManyWords', { words }) },
    ),

  /** An e-mail address in the one form we accept (ASCII dot-atom, at most 254 characters), lower-cased domain. */
  email: () =>
    trimmed(254)
      .refine((value) => value !== '', { error: required })
      .refine((value) => normalEmail(value) !== undefined, { error: message('common.form.email') })
      .transform((value) => normalEmail(value) ?? value),

  optionalEmail: () =>
    trimmed(254)
      .optional()
      .default('')
      .refine((value) => value === '' || normalEmail(value) !== undefined, { error: message('common.form.email') })
      .transform((value) => normalEmail(value) ?? ''),

  /** A telephone number as people write it; empty when missing. */
  phone: () =>
    trimmed(40)
      .optional()
      .default('')
      .refine((value) => value === '' || /^[+(\d][\d\s().\-x]{6,}$/i.test(value), { error: message('common.form.phone') }),

  /** A telephone number that must be there. */
  requiredPhone: () => field.phone().refine((value) => value !== '', { error: required }),

  /** A ZIP code, or nothing. */
  optionalZip: () =>
    shaped()
      .optional()
      .default('')
      .refine((value) => value === '' || /^\d{5}(-\d{4})?$/.test(value), { error: message('common.form.zip') })
      .transform((value) => value.slice(0, 5)),

  zip: () =>
    shaped()
      .refine((value) => /^\d{5}(-\d{4})?$/.test(value), { error: message('common.form.zip') })
      .transform((value) => value.slice(0, 5)),

  /** One of these values. */
  choice: <const Value extends string>(values: readonly Value[], emptyKey: MessageKey = 'common.form.choose') =>
    z.enum(values as [Value, ...Value[]], { error: message(emptyKey) }),

  optionalChoice: <const Value extends string>(values: readonly Value[]) =>
    z
      .union([z.enum(values as [Value, ...Value[]]), z.literal('')], { error: message('common.form.choose') })
      .optional()
      .default(''),

  /** Any number of these values, each once. */
  choices: <const Value extends string>(values: readonly Value[]) =>
    z
      .union([z.string(), z.array(z.string())])
      .optional()
      .default([])
      .transform((value) =>
        [...new Set(typeof value === 'string' ? [value] : value)].filter((entry): entry is Value => values.includes(entry as Value)),
      ),

  /** A single checkbox. */
  checked: () =>
    z
      .string()
      .optional()
      .transform((value) => value !== undefined && value !== ''),

  /** A checkbox that must be ticked. */
  consent: (key: MessageKey = 'common.form.consent') =>
    z.string({ error: message(key) }).refine((value) => value !== '', { error: message(key) }),

  whole: (min: number, max: number) =>
    trimmed(12)
      .refine((value) => /^-?\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max, {
        error: message('common.form.whole', { min, max }),
      })
      .transform(Number),

  /** A whole number; null when empty. */
  optionalWhole: (min: number, max: number) =>
    trimmed(12)
      .optional()
      .default('')
      .refine((value) => value === '' || (/^-?\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max), {
        error: message('common.form.whole', { min, max }),
      })
      .transform((value) => (value === '' ? null : Number(value))),

  date: () => shaped().refine(isDate, { error: message('common.form.date') }),

  optionalDate: () =>
    shaped()
      .optional()
      .default('')
      .refine((value) => value === '' || isDate(value), { error: message('common.form.date') }),

  time: () => shaped().refine((value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value), { error: message('common.form.time') }),

  /** The version of the record the form was made from, for `saveX` to compare. */
  version: () =>
    trimmed(9)
      .refine((value) => /^\d{1,9}$/.test(value), { error: message('common.form.required') })
      .transform(Number),

  /** The mark by which a form that was sent twice is known; empty where none was sent, or not one of ours. */
  key: () => field.optionalText(40).transform((value) => (/^[0-9a-z]{26}$/i.test(value) ? value : '')),

  /** The id of a record. */
  id: () => trimmed(40).refine((value) => /^[\w-]{1,40}$/.test(value), { error: message('common.form.choose') }),
};

const isDate = (value: string): boolean => {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || year < 1900 || year > 2200) return false;
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
};

/** A date and a wall-clock time of a form → the moment, or what to tell the reader (experience.md 3.3). */
export function momentOf(
  date: CalendarDate,
  time: string,
  prefer?: 'earlier' | 'later',
): { readonly instant: Instant } | { readonly error: FieldError } {
  const found = wallTime(date, time, prefer);
  if ('instant' in found) return found;
  return {
    error: fieldError(
      found.problem === 'malformed'
        ? 'common.form.time'
        : found.problem === 'nonexistent'
          ? 'common.form.timeSkipped'
          : 'common.form.timeTwice',
    ),
  };
}

const oddDomain = /[\u00ad()<>[\],;:"\\]/;

/** The one spelling under which an address is kept, or undefined when it is none we can send to (reliability.md I7). */
export function normalEmail(text: string): string | undefined {
  const match = /^([a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@([^@\s]+)$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, local = '', domain = ''] = match;
  const ascii = local.length > 64 || oddDomain.test(domain) ? '' : domainToASCII(domain).toLowerCase();
  const wellFormed = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(ascii);
  return wellFormed && ascii.length + local.length < 254 ? `${local}@${ascii}` : undefined;
}
