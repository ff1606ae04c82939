import { field, fieldError, parseForm, rawForm, rawList, rawText, type FormErrors, type RawForm } from '../../lib/form';
import { bulkActions, type BulkAction } from './bulk';
import { labelTones } from './label';

/** Which applications, of which list, and what to do with them. */
export interface Selection {
  readonly action: BulkAction;
  /** The query of the list. */
  readonly filter: string;
  readonly every: boolean;
  readonly ids: readonly string[];
}

/** Reads what was selected from an address or a form; undefined when no action is named. */
export function readSelection(input: unknown): Selection | undefined {
  const raw = rawForm(input);
  const action = bulkActions.find((known) => known === rawText(raw, 'action'));
  if (action === undefined) return undefined;
  const ids = rawList(raw, 'id').filter((id) => /^[\w-]{1,40}$/.test(id));
  return {
    action,
    filter: rawText(raw, 'filter').slice(0, 2000),
    every: rawText(raw, 'every') !== '',
    ids: [...new Set(ids)].slice(0, 60),
  };
}

const fields = {
  label: field.optionalText(26),
  reviewer: field.optionalText(40),
  name: field.optionalText(40),
  tone: field.optionalChoice(labelTones),
  subject_en: field.optionalText(120),
  text_en: field.optionalText(4000),
  subject_es: field.optionalText(120),
  text_es: field.optionalText(4000),
  notes: field.checked(),
};

export interface BulkInput {
  readonly labelId: string;
  /** Who is given the files; empty where the action gives none. */
  readonly reviewerId: string;
  readonly newLabel: { readonly name: string; readonly tone: (typeof labelTones)[number] } | null;
  readonly message: Readonly<Record<'en' | 'es', { readonly subject: string; readonly text: string }>>;
  readonly withNotes: boolean;
}

export type ReadInput = { readonly raw: RawForm; readonly errors: FormErrors; readonly input: BulkInput };

/** What an action needs beside its selection, or what is missing; both languages of a message are asked for. */
export function readBulkInput(action: BulkAction, body: unknown): ReadInput {
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return { raw: parsed.raw, errors: parsed.errors, input: nothing };
  const { values, raw } = parsed;
  const input: BulkInput = {
    labelId: values.label,
    reviewerId: values.reviewer,
    newLabel: values.label === '' && values.name !== '' ? { name: values.name, tone: values.tone === '' ? 'info' : values.tone } : null,
    message: {
      en: { subject: values.subject_en, text: values.text_en },
      es: { subject: values.subject_es, text: values.text_es },
    },
    withNotes: values.notes,
  };
  return { raw, errors: missingIn(action, raw), input };
}

const nothing: BulkInput = {
  labelId: '',
  reviewerId: '',
  newLabel: null,
  message: { en: { subject: '', text: '' }, es: { subject: '', text: '' } },
  withNotes: false,
};

function missingIn(action: BulkAction, raw: RawForm): FormErrors {
  const missing = (wanted[action] ?? []).filter((name) => rawText(raw, name).trim() === '');
  const errors = Object.fromEntries(
    missing.map((name) => [name, fieldError(name === 'reviewer' ? 'common.form.choose' : 'common.form.required')]),
  );
  return lacksLabel(action, raw) ? { ...errors, label: fieldError('desk.errors.chooseLabel') } : errors;
}

/** What must be filled in before an action can be looked at. */
const wanted: Readonly<Partial<Record<BulkAction, readonly string[]>>> = {
  message: ['subject_en', 'text_en', 'subject_es', 'text_es'],
  assign: ['reviewer'],
};

function lacksLabel(action: BulkAction, raw: RawForm): boolean {
  if (action !== 'label' && action !== 'unlabel') return false;
  const isNamed = action === 'label' && rawText(raw, 'name').trim() !== '';
  return rawText(raw, 'label') === '' && !isNamed;
}
