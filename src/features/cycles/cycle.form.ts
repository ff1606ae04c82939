import {
  field,
  fieldError,
  momentOf,
  parseForm,
  rawText,
  type FieldError,
  type FormErrors,
  type Parsed,
  type RawForm,
} from '../../lib/form';
import { wallParts, type Instant } from '../../lib/time';
import { shifts, type CopyAsked } from './copy';
import { dateProblems, type Cycle, type DateProblem } from './cycle';

export interface CycleDraft extends Pick<
  Cycle,
  'code' | 'name' | 'opensAt' | 'closesAt' | 'reviewBy' | 'decisionsOn' | 'answerDays' | 'termStartsOn' | 'termEndsOn'
> {
  readonly version: number;
}

const fields = {
  version: field.version(),
  name_en: field.text(100),
  name_es: field.text(100),
  opens_on: field.date(),
  opens_time: field.time(),
  closes_on: field.date(),
  closes_time: field.time(),
  review_by: field.date(),
  decisions_on: field.date(),
  answer_days: field.whole(1, 60),
  term_starts_on: field.date(),
  term_ends_on: field.date(),
};

const newFields = { ...fields, code: field.text(20) };

type Values = { [Name in keyof typeof newFields]: string | number };

/** Reads the form that sets a cycle up; `code` stays as it is when a cycle is edited. */
export function readCycleForm(body: unknown, code?: string): Parsed<CycleDraft> {
  const parsed = code === undefined ? parseForm(newFields, body) : parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const values = { code, ...parsed.values } as unknown as Values;
  const opens = momentOf(String(values.opens_on), String(values.opens_time));
  const closes = momentOf(String(values.closes_on), String(values.closes_time));
  if ('error' in opens) return refused(parsed.raw, { opens_time: opens.error });
  if ('error' in closes) return refused(parsed.raw, { closes_time: closes.error });
  const draft = draftOf(values, opens.instant, closes.instant);
  const errors = draftErrors(draft);
  return Object.keys(errors).length > 0 ? refused(parsed.raw, errors) : { ok: true, values: draft, raw: parsed.raw };
}

const draftOf = (values: Values, opensAt: Instant, closesAt: Instant): CycleDraft => ({
  code: String(values.code),
  name: { en: String(values.name_en), es: String(values.name_es) },
  opensAt,
  closesAt,
  reviewBy: String(values.review_by),
  decisionsOn: String(values.decisions_on),
  answerDays: Number(values.answer_days),
  termStartsOn: String(values.term_starts_on),
  termEndsOn: String(values.term_ends_on),
  version: Number(values.version),
});

const fieldOf: Readonly<Record<DateProblem, string>> = {
  closesFirst: 'closes_on',
  reviewFirst: 'review_by',
  decisionsFirst: 'decisions_on',
  termFirst: 'term_starts_on',
  termBackwards: 'term_ends_on',
};

function draftErrors(draft: CycleDraft): FormErrors {
  const errors: Record<string, FieldError> = {};
  if (!/^[a-z0-9][a-z0-9-]{1,19}$/.test(draft.code) || draft.code === 'new') errors['code'] = fieldError('cycles.errors.code');
  for (const problem of dateProblems(draft)) errors[fieldOf[problem]] = fieldError(`cycles.errors.${problem}`);
  return errors;
}

const refused = (raw: RawForm, errors: FormErrors): Parsed<CycleDraft> => ({ ok: false, errors, raw });

/** A cycle as its form shows it. */
export function cycleAsForm(cycle: Cycle): RawForm {
  const opens = wallParts(cycle.opensAt);
  const closes = wallParts(cycle.closesAt);
  return {
    version: String(cycle.version),
    code: cycle.code,
    name_en: cycle.name.en,
    name_es: cycle.name['es'] ?? '',
    opens_on: opens.date,
    opens_time: opens.time,
    closes_on: closes.date,
    closes_time: closes.time,
    review_by: cycle.reviewBy,
    decisions_on: cycle.decisionsOn,
    answer_days: String(cycle.answerDays),
    term_starts_on: cycle.termStartsOn,
    term_ends_on: cycle.termEndsOn,
  };
}

/** Which cycle a new one is made from, and whether with its panels; null for one from the standard form. */
export function copyAsked(raw: RawForm): CopyAsked | null {
  const from = rawText(raw, 'from');
  return from === '' ? null : { from, panels: rawText(raw, 'copy_panels') !== '' };
}

/** Reads which cycle the form of a new one is filled from, and by how many months its dates move. */
export function readCopyQuery(query: unknown): { readonly from: string; readonly months: number } {
  const parsed = parseForm({ from: field.optionalText(20), months: field.optionalChoice(shifts.map(String)) }, query);
  return parsed.ok ? { from: parsed.values.from, months: Number(parsed.values.months) } : { from: '', months: 0 };
}
