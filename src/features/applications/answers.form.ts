import type { z } from 'zod';
import {
  field,
  fieldError,
  parseForm,
  rawList,
  rawText,
  type FieldError,
  type FormErrors,
  type Parsed,
  type RawForm,
} from '../../lib/form';
import { fold } from '../../lib/text';
import type { School } from '../collaboratives';
import { isAnswered, isRequired, type Answers, type Constituency, type FormPage, type Question, type QuestionKind } from '../cycles';
import { constituencyIn, mostPreferences } from './application';

/** Names of the fields of a ranking: `choice_1` to `choice_3`. */
export const rankFields = Array.from({ length: mostPreferences }, (_, index) => `choice_${index + 1}`);

/** What a page is read against. */
export interface PageContext {
  /** Everything written so far: rules that look at two answers need both. */
  readonly written: Answers;
  /** Collaboratives that may be chosen. */
  readonly collaborativeIds: readonly string[];
  /** Schools that match the name typed on this page. */
  readonly schools: readonly School[];
}

/** Reads one page of the form: answers, or what to tell the reader at each field. */
export function readPage(page: FormPage, body: unknown, context: PageContext): Parsed<Answers> {
  const constituency = constituencyIn(context.written);
  const fields = Object.fromEntries(page.questions.flatMap((question) => fieldsOf(question, isRequired(question, constituency), context)));
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const answers = answersOf(page, parsed.values, context);
  const errors = ruleErrors(page, answers, context);
  return Object.keys(errors).length > 0 ? { ok: false, errors, raw: parsed.raw } : { ok: true, values: answers, raw: parsed.raw };
}

/** What can be kept of a page that is still being typed: no rule applies, lengths are cut, choices are those offered. */
export function readUnfinished(page: FormPage, raw: RawForm): Answers {
  return Object.fromEntries(page.questions.flatMap((question) => unfinished(question, raw)));
}

function unfinished({ key, kind, options }: Question, raw: RawForm): [string, string | readonly string[]][] {
  if (kind === 'short_text' || kind === 'long_text') return [[key, rawText(raw, key).slice(0, kind === 'long_text' ? 20_000 : shortText)]];
  const offered = kind === 'yes_no' ? ['yes', 'no'] : options.map(({ value }) => value);
  const chosen = rawList(raw, key).filter((value) => offered.includes(value));
  if (kind === 'many_of') return [[key, chosen]];
  return chosen[0] === undefined ? [] : [[key, chosen[0]]];
}

const shortText = 200;

type Entry = readonly [name: string, schema: z.ZodType];

function fieldsOf(question: Question, required: boolean, { collaborativeIds }: PageContext): Entry[] {
  const { key, kind } = question;
  if (kind === 'statement' || kind === 'file') return [];
  if (kind === 'ranking') return rankFields.map((name, index) => [name, choiceField(collaborativeIds, index === 0 && required)]);
  if (kind === 'school') {
    return [
      [key, textField(required)],
      [`${key}_id`, field.optionalText(14)],
    ];
  }
  return [[key, schemas[kind](question, required)]];
}

const textField = (required: boolean) => (required ? field.text(shortText) : field.optionalText(shortText));

const choiceField = (values: readonly string[], required: boolean) => (required ? field.choice(values) : field.optionalChoice(values));

const optionValues = ({ options }: Question): string[] => options.map(({ value }) => value);

type Schema = (question: Question, required: boolean) => z.ZodType;

const schemas: Readonly<Record<Exclude<QuestionKind, 'statement' | 'file' | 'ranking' | 'school'>, Schema>> = {
  short_text: (_, required) => textField(required),
  long_text: ({ words }, required) => field.words(words ?? 500, !required),
  one_of: (question, required) => choiceField(optionValues(question), required),
  many_of: (question) => field.choices(optionValues(question)),
  yes_no: (_, required) => choiceField(['yes', 'no'], required),
  consent: (_, required) => (required ? field.consent() : field.optionalChoice(['yes'])),
  email: (_, required) => (required ? field.email() : field.optionalEmail()),
  phone: (_, required) => (required ? field.requiredPhone() : field.phone()),
  zip: (_, required) => (required ? field.zip() : field.optionalZip()),
};

function answersOf(page: FormPage, values: Readonly<Record<string, unknown>>, { schools }: PageContext): Answers {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const entries = page.questions.flatMap(({ key, kind }): [string, string | readonly string[]][] => {
    if (kind === 'statement' || kind === 'file') return [];
    if (kind === 'ranking') return [[key, rankFields.map(text).filter((id) => id !== '')]];
    if (kind === 'many_of') return [[key, values[key] as string[]]];
    if (kind !== 'school') return [[key, text(key)]];
    return [
      [key, text(key)],
      [`${key}_id`, schoolMeant(text(key), text(`${key}_id`), schools)?.id ?? ''],
    ];
  });
  return Object.fromEntries(entries);
}

/** The school meant by a name: the one picked, the only one found, or the one called exactly so. */
export function schoolMeant(name: string, picked: string, found: readonly School[]): School | undefined {
  const exact = found.filter((school) => fold(school.name) === fold(name));
  return found.find((school) => school.id === picked) ?? (found.length === 1 ? found[0] : exact.length === 1 ? exact[0] : undefined);
}

function ruleErrors(page: FormPage, answers: Answers, { written, schools }: PageContext): FormErrors {
  const constituency = constituencyIn(written);
  const all = { ...written, ...answers };
  const errors: Record<string, FieldError> = {};
  for (const question of page.questions) {
    const error = ruleError(question, all, { schools, constituency });
    if (error !== undefined) errors[errorField[question.kind] ?? question.key] = error;
  }
  return errors;
}

/** The field that shows an error of a question without a field of its own name. */
const errorField: Readonly<Partial<Record<QuestionKind, string>>> = { ranking: 'choice_2', file: 'file' };

type RuleContext = { readonly schools: readonly School[]; readonly constituency: Constituency | null };

function ruleError(question: Question, all: Answers, context: RuleContext): FieldError | undefined {
  const rule = rules[question.kind];
  return rule === undefined ? ageError(question.key, all) : rule(question, all, context);
}

type Rule = typeof ruleError;

const rules: Readonly<Partial<Record<QuestionKind, Rule>>> = {
  many_of: (question, all, { constituency }) =>
    isRequired(question, constituency) && !isAnswered(all, question.key) ? fieldError('common.form.choose') : undefined,
  file: (question, all, { constituency }) =>
    isRequired(question, constituency) && !isAnswered(all, question.key) ? fieldError('files.refused.missing') : undefined,
  ranking: ({ key }, all) => {
    const ranked = rawList(all, key);
    return new Set(ranked).size < ranked.length ? fieldError('applications.errors.sameTwice') : undefined;
  },
  school: ({ key }, all, { schools }) =>
    schools.length > 1 && all[`${key}_id`] === '' ? fieldError('applications.errors.manySchools') : undefined,
};

/** No account under 13; a student seat needs age 14 (domain.md 4). */
function ageError(key: string, all: Answers): FieldError | undefined {
  if (key === 'age' && all['age'] === 'under_13') return fieldError('applications.errors.under13');
  const isTooYoung = all['age'] === '13' && all['constituency'] === 'students';
  return isTooYoung && (key === 'age' || key === 'constituency') ? fieldError('applications.errors.under14') : undefined;
}

/** The answers kept apart, apart. */
export const splitApart = (page: Pick<FormPage, 'questions'>, answers: Answers): { own: Answers; apart: Answers } => {
  const apartKeys = page.questions.filter(({ storedApart }) => storedApart).map(({ key }) => key);
  const entries = Object.entries(answers);
  return {
    own: Object.fromEntries(entries.filter(([key]) => !apartKeys.includes(key))),
    apart: Object.fromEntries(entries.filter(([key]) => apartKeys.includes(key))),
  };
};

/** Answers as the fields of their page show them again. */
export function answersAsForm(page: FormPage, answers: Answers): RawForm {
  const entries = page.questions.flatMap(({ key, kind }): [string, string | readonly string[]][] => {
    if (kind === 'ranking') return rankFields.map((name, index) => [name, rawList(answers, key)[index] ?? '']);
    if (kind === 'school') return [key, `${key}_id`].map((name) => [name, rawText(answers, name)]);
    const answer = answers[key];
    return answer === undefined ? [] : [[key, answer]];
  });
  return Object.fromEntries(entries);
}

/** Whether the answers of a page would be taken as they stand. */
export const isReady = (page: FormPage, context: Omit<PageContext, 'schools'>): boolean =>
  readPage(page, answersAsForm(page, context.written), { ...context, schools: [] }).ok;

/** The first page whose answers would not be taken as they stand, or undefined when everything can be sent. */
export const firstUnready = (pages: readonly FormPage[], context: Omit<PageContext, 'schools'>): FormPage | undefined =>
  pages.find((page) => !isReady(page, context));
