import { field, fieldError, parseForm, rawForm, type FieldError, type Parsed, type RawForm } from '../../lib/form';
import type { LocalText } from '../../lib/local-text';
import { constituenciesToApplyFor, isReliedOn, questionKinds, type Question, type QuestionKind, type Standing } from '../forms';
import { emptyRow, optionNames, optionRows, optionsIn, rowOf, type OptionRow } from './option-rows';

/** What an editor sends: the question, where it goes, and whether the other language still says the same. */
export interface QuestionDraft {
  readonly question: Omit<Question, 'key'>;
  readonly page: string;
  /** From 0. */
  readonly place: number;
  readonly isStillRight: boolean;
  /** Fingerprint of the question the page was made from. */
  readonly seen: string;
}

export const needs = ['nobody', 'everybody', 'some'] as const;

const fields = {
  kind: field.choice(questionKinds),
  label_en: field.optionalText(600),
  label_es: field.optionalText(600),
  hint_en: field.optionalText(600),
  hint_es: field.optionalText(600),
  words: field.optionalText(4),
  need: field.choice(needs),
  required_for: field.choices(constituenciesToApplyFor),
  asked_of: field.choices(constituenciesToApplyFor),
  visibility: field.choice(['open', 'blind', 'unseen', 'apart']),
  page: field.text(60),
  place: field.whole(1, 60),
  still_right: field.checked(),
  seen: field.optionalText(64),
};

type Values = Extract<ReturnType<typeof parseForm<typeof fields>>, { ok: true }>['values'];

/** Reads the editor of a question. What the product relies on keeps everything but its words (`standing`). */
export function readQuestion(body: unknown, standing: Standing | null): Parsed<QuestionDraft> {
  const parsed = parseForm(fields, withLocked(body, standing));
  if (!parsed.ok) return parsed;
  const rows = optionRows(parsed.raw);
  const errors = draftErrors(parsed.values, rows, standing);
  if (Object.keys(errors).length > 0) return { ok: false, errors, raw: parsed.raw };
  const { page, place, still_right: isStillRight, seen } = parsed.values;
  const question = isLocked(standing) ? reworded(standing.question, parsed.values, rows) : questionOf(parsed.values, rows);
  return { ok: true, raw: parsed.raw, values: { question, page, place: place - 1, isStillRight, seen } };
}

type Locked = Standing & { readonly question: Question };

const isLocked = (standing: Standing | null): standing is Locked => standing !== null && isReliedOn(standing.question);

/** Fields that are not offered for a question the product relies on are as they stand. */
function withLocked(body: unknown, standing: Standing | null): RawForm {
  const raw = rawForm(body);
  if (!isLocked(standing)) return raw;
  const { kind, need, required_for, asked_of, visibility, words } = questionAsForm(standing);
  return { ...raw, kind, need, required_for, asked_of, visibility, words } as RawForm;
}

function draftErrors(values: Values, rows: readonly OptionRow[], standing: Standing | null): Record<string, FieldError> {
  const checks: [boolean, string, FieldError][] = [
    [values.label_en === '' && values.label_es === '', 'label_en', fieldError('common.form.required')],
    [values.kind === 'long_text' && !isWordLimit(values.words), 'words', fieldError('common.form.whole', { min: 1, max: 1000 })],
    [hasOptions(values.kind) && optionsIn(rows).length < 2, 'option_0_en', fieldError('forms.errors.fewOptions')],
    [isLocked(standing) && hasOtherOptions(standing.question, rows), 'option_0_en', fieldError('forms.errors.optionsFixed')],
    [values.need === 'some' && values.required_for.length === 0, 'required_for', fieldError('common.form.choose')],
    [values.visibility === 'apart' && values.need !== 'nobody', 'need', fieldError('forms.errors.apartIsOptional')],
  ];
  return Object.fromEntries(checks.filter(([wrong]) => wrong).map(([, name, error]) => [name, error]));
}

const isWordLimit = (text: string): boolean => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1000;

const hasOptions = (kind: QuestionKind): boolean => kind === 'one_of' || kind === 'many_of';

const hasOtherOptions = ({ options }: Question, rows: readonly OptionRow[]): boolean => {
  const values = (list: readonly { readonly value: string }[]): string => JSON.stringify(list.map(({ value }) => value).sort());
  return options.length > 0 && values(optionsIn(rows)) !== values(options);
};

const textOf = (en: string, es: string): LocalText => ({ en, es });
const hintOf = ({ hint_en: en, hint_es: es }: Values): LocalText | null => (en === '' && es === '' ? null : textOf(en, es));

function questionOf(values: Values, rows: readonly OptionRow[]): Omit<Question, 'key'> {
  const { kind, visibility, need } = values;
  const isAsked = kind !== 'statement';
  return {
    kind,
    label: textOf(values.label_en, values.label_es),
    hint: hintOf(values),
    options: hasOptions(kind) ? optionsIn(rows) : [],
    required: isAsked && need === 'everybody',
    requiredFor: isAsked && need === 'some' ? values.required_for : [],
    askedOf: values.asked_of,
    seenByReviewers: visibility === 'open' || visibility === 'blind',
    hiddenInBlind: visibility !== 'open',
    words: kind === 'long_text' ? Number(values.words) : null,
    storedApart: isAsked && visibility === 'apart',
    autocomplete: null,
  };
}

const reworded = (before: Question, values: Values, rows: readonly OptionRow[]): Omit<Question, 'key'> => ({
  ...before,
  label: textOf(values.label_en, values.label_es),
  hint: hintOf(values),
  options: before.options.length === 0 ? [] : optionsIn(rows),
});

const visibilityOf = ({ storedApart, seenByReviewers, hiddenInBlind }: Question): string => {
  if (storedApart) return 'apart';
  if (!seenByReviewers) return 'unseen';
  return hiddenInBlind ? 'blind' : 'open';
};

const needOf = ({ required, requiredFor }: Question): string => (required ? 'everybody' : requiredFor.length > 0 ? 'some' : 'nobody');

/** A question as its editor shows it, with blank lines for more options. */
export function questionAsForm({ question, page, place }: Standing): RawForm {
  return {
    kind: question.kind,
    label_en: question.label.en,
    label_es: question.label['es'] ?? '',
    hint_en: question.hint?.en ?? '',
    hint_es: question.hint?.['es'] ?? '',
    words: question.words === null ? '' : String(question.words),
    need: needOf(question),
    required_for: question.requiredFor,
    asked_of: question.askedOf,
    visibility: visibilityOf(question),
    page: page.key,
    place: String(place + 1),
    ...optionFields(question.options.map(rowOf), isReliedOn(question) ? 0 : 3),
  };
}

/** Lines of the options editor as fields, with this many blank ones behind. */
export function optionFields(rows: readonly OptionRow[], blank: number): RawForm {
  const all = [...rows, ...Array.from({ length: blank }, () => emptyRow)];
  return Object.fromEntries(
    all.flatMap((row, index) => {
      const names = optionNames(index);
      return (Object.keys(names) as (keyof OptionRow)[]).map((part) => [names[part], row[part]] as const);
    }),
  );
}
