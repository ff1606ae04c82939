import type { FormErrors, RawForm } from '../lib/form';
import { rawList, rawText } from '../lib/form';
import type { Translate } from '../i18n/translate';

/** One text field, as `components/field` draws it. `id` is the name; its error stands beside it and in the summary. */
export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly error: string | null;
  readonly type: 'text' | 'email' | 'tel' | 'password' | 'number' | 'date' | 'time' | 'search' | 'url' | 'textarea' | 'file';
  readonly autocomplete: string | null;
  readonly inputmode: 'numeric' | 'email' | 'tel' | 'text' | 'url' | null;
  readonly rows: number;
  /** Most words allowed, for the counter; null where there is none. */
  readonly words: number | null;
  readonly required: boolean;
  /** The label is the page's heading (one thing per page). */
  readonly isHeading: boolean;
  readonly narrow: boolean;
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly hint: string | null;
  readonly checked: boolean;
}

/** Radio buttons or checkboxes (`components/choices`), or a drop-down (`components/select`). */
export interface ChoiceView {
  readonly name: string;
  readonly legend: string;
  readonly hint: string | null;
  readonly error: string | null;
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly ChoiceOption[];
  readonly required: boolean;
  readonly isHeading: boolean;
}

export interface ErrorSummary {
  readonly errors: readonly { readonly href: string; readonly text: string }[];
}

/** What a form shows: the values to fill in, and the errors of the last try. */
export interface FormState {
  readonly raw: RawForm;
  readonly errors: FormErrors;
}

export const blankForm = (raw: RawForm = {}): FormState => ({ raw, errors: {} });

type FieldOptions = Partial<Omit<FieldView, 'name' | 'label' | 'error'>>;

/** A text field with the words the reader sent, or `value`. */
export function fieldView(t: Translate, state: FormState, name: string, label: string, options: FieldOptions = {}): FieldView {
  return {
    name,
    label,
    hint: null,
    value: rawText(state.raw, name),
    error: errorText(t, state.errors, name),
    type: 'text',
    autocomplete: null,
    inputmode: null,
    rows: 6,
    words: null,
    required: true,
    isHeading: false,
    narrow: false,
    ...options,
  };
}

type Option = readonly [value: string, label: string, hint?: string];
type ChoiceSettings = Partial<Pick<ChoiceView, 'hint' | 'kind' | 'required' | 'isHeading'>>;

/** Radio buttons (default) or checkboxes; what the reader chose is checked. */
export function choiceView(
  t: Translate,
  state: FormState,
  name: string,
  legend: string,
  offered: readonly Option[],
  options: ChoiceSettings = {},
): ChoiceView {
  const chosen = rawList(state.raw, name);
  return {
    name,
    legend,
    hint: null,
    error: errorText(t, state.errors, name),
    kind: 'radio',
    options: offered.map(([value, label, hint]) => ({ value, label, hint: hint ?? null, checked: chosen.includes(value) })),
    required: true,
    isHeading: false,
    ...options,
  };
}

/** Fields nobody sees: an error of theirs leads to the page itself. */
const unseen: ReadonlySet<string> = new Set(['version', 'next', 'seen', 'form']);

/** The summary that stands first on a page with errors; null when there are none. */
export function errorSummary(t: Translate, errors: FormErrors, labels: Readonly<Record<string, string>> = {}): ErrorSummary | null {
  const said = Object.entries(errors).map(([name, error]) => ({ name, text: t.loosely(error.key, error.values) }));
  const list = said.map(({ name, text }) => ({
    href: unseen.has(name) ? '#main' : `#${name}`,
    text: said.filter((other) => other.text === text).length > 1 ? named(t, text, labels[name]) : text,
  }));
  return list.length === 0 ? null : { errors: list };
}

const named = (t: Translate, error: string, label: string | undefined): string =>
  label === undefined ? error : t('common.form.errorAt', { error, label });

function errorText(t: Translate, errors: FormErrors, name: string): string | null {
  const error = errors[name];
  return error === undefined ? null : t.loosely(error.key, error.values);
}
