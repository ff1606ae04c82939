import type { z } from 'zod';
import { localeCodes } from '../../i18n/locales';
import { field, fieldError, parseForm, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import type { CalendarDate } from '../../lib/time';
import { baseKey, type Task, type TaskFile } from './task';
import { fillIns, type FillInField, type FilledIn } from './fill-in';

const signature = { typed_name: field.text(200), agree: field.consent('onboarding.task.agreeMissing'), version: field.version() };

/** A signed step: typed name and consent. */
export const parseSignature = (body: unknown) => parseForm(signature, body);

const versionOnly = { version: field.version() };

/** A step that is only read. */
export const parseRead = (body: unknown) => parseForm(versionOnly, body);

const schemas: Readonly<Record<FillInField['kind'], (field: FillInField) => z.ZodType>> = {
  line: ({ isRequired }) => (isRequired ? field.text(200) : field.optionalText(300)),
  long: ({ isRequired }) => field.words(300, !isRequired),
  phone: () => field.phone(),
  yes_no: () => field.choice(['yes', 'no']),
  language: () => field.choice(localeCodes),
};

/** The fields of a step that is filled in; beyond each field's own rule: details where there is a conflict, a number to call. */
export function parseFillIn(key: string, body: unknown): Parsed<{ readonly version: number; readonly values: FilledIn }> {
  const fields = fillIns[baseKey(key)] ?? [];
  const shape = Object.fromEntries(fields.map((one) => [one.name, schemas[one.kind](one)]));
  const parsed = parseForm({ ...shape, ...versionOnly }, body);
  if (!parsed.ok) return parsed;
  const { version, ...rest } = parsed.values;
  const values = rest as FilledIn;
  const errors = missing(fields, values);
  if (Object.keys(errors).length > 0) return { ok: false, errors, raw: parsed.raw };
  return { ok: true, values: { version, values }, raw: parsed.raw };
}

function missing(fields: readonly FillInField[], values: FilledIn): FormErrors {
  const errors: Record<string, FormErrors[string]> = {};
  if (values['has_conflict'] === 'yes' && values['details'] === '') errors['details'] = fieldError('onboarding.errors.details');
  for (const { name, kind, isRequired } of fields)
    if (kind === 'phone' && isRequired && values[name] === '') errors[name] = fieldError('onboarding.errors.phone');
  return errors;
}

const attendance = { on: field.date(), version: field.version() };
const check = { until: field.optionalDate(), version: field.version() };
const waiver = { reason: field.text(500), version: field.version() };

/** The day of an orientation: today or before. */
export function parseAttendance(body: unknown, today: CalendarDate): ReturnType<typeof parseForm<typeof attendance>> {
  const parsed = parseForm(attendance, body);
  if (!parsed.ok || parsed.values.on <= today) return parsed;
  return { ok: false, raw: parsed.raw, errors: { on: fieldError('onboarding.errors.future') } };
}

/** The day until which somebody is cleared: today or later, or none. */
export function parseCheck(body: unknown, today: CalendarDate): ReturnType<typeof parseForm<typeof check>> {
  const parsed = parseForm(check, body);
  if (!parsed.ok || parsed.values.until === '' || parsed.values.until >= today) return parsed;
  return { ok: false, raw: parsed.raw, errors: { until: fieldError('onboarding.errors.until') } };
}

export const parseWaiver = (body: unknown) => parseForm(waiver, body);

interface Completed {
  readonly version: number;
  readonly values: FilledIn;
  readonly typedName?: string;
  readonly file?: TaskFile;
}

export type Completion =
  { readonly ok: true; readonly values: Completed } | { readonly ok: false; readonly raw: RawForm; readonly errors: FormErrors };

/** Reads the fields of what a member, or staff for them, sent for a step; a file is read apart. */
export function parseCompletion(task: Task, body: unknown): Completion {
  if (task.kind === 'fill_in') return parseFillIn(task.key, body);
  if (task.kind === 'acknowledge') {
    const form = parseSignature(body);
    if (!form.ok) return form;
    return { ok: true, values: { version: form.values.version, values: {}, typedName: form.values.typed_name } };
  }
  const form = parseRead(body);
  return form.ok ? { ok: true, values: { version: form.values.version, values: {} } } : form;
}
