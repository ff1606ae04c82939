import { rawForm, rawText, type FormErrors, type RawForm } from '../../lib/form';
import type { School } from '../collaboratives';
import { isConstituency, pagesFor, questionsOf, type Answers, type Constituency, type Form } from '../cycles';
import { readPage } from './answers.form';

export interface Entry {
  readonly answers: Answers;
  readonly apart: Answers;
  readonly constituency: Constituency | null;
  readonly errors: FormErrors;
  readonly raw: RawForm;
}

/** Reads all pages of the form at once; the constituency chosen says what is asked. */
export function readEntry(
  form: Form,
  body: unknown,
  context: { readonly collaborativeIds: readonly string[]; readonly schools: readonly School[] },
): Entry {
  const raw = rawForm(body);
  const chosen = rawText(raw, 'constituency');
  const constituency = isConstituency(chosen) ? chosen : null;
  const written = { constituency: chosen, age: rawText(raw, 'age') };
  const pages = pagesFor(form, constituency).map((page) => readPage(page, body, { ...context, written }));
  const apartKeys = questionsOf(form)
    .filter(({ storedApart }) => storedApart)
    .map(({ key }) => key);
  const all = pages.flatMap((page) => (page.ok ? Object.entries(page.values) : []));
  return {
    answers: Object.fromEntries(all.filter(([key]) => !apartKeys.includes(key))),
    apart: Object.fromEntries(all.filter(([key]) => apartKeys.includes(key))),
    constituency,
    errors: Object.assign({}, ...pages.map((page) => (page.ok ? {} : page.errors))) as FormErrors,
    raw,
  };
}
