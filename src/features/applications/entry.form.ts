import { field, fieldError, parseForm, rawForm, rawText, type FormErrors, type RawForm } from '../../lib/form';
import type { Instant } from '../../lib/time';
import type { School } from '../collaboratives';
import { isConstituency, pagesFor, questionsOf, type Answers, type Constituency, type Cycle, type Form } from '../cycles';
import { readPage } from './answers.form';
import { entryProblem, entryWays, type EntryNote } from './entry';

export interface Entry {
  readonly answers: Answers;
  readonly apart: Answers;
  readonly constituency: Constituency | null;
  /** How it came; null when that cannot be read. */
  readonly note: EntryNote | null;
  readonly address: string;
  readonly errors: FormErrors;
  readonly raw: RawForm;
}

/** Reads all pages of the form at once; the constituency chosen says what is asked. */
export function readEntry(
  form: Form,
  body: unknown,
  context: { readonly cycle: Cycle; readonly now: Instant; readonly schools: readonly School[] },
): Entry {
  const { cycle, now, schools } = context;
  const how = readNote(body, cycle, now);
  const raw = rawForm(body);
  const chosen = rawText(raw, 'constituency');
  const constituency = isConstituency(chosen) ? chosen : null;
  const written = { constituency: chosen, age: rawText(raw, 'age') };
  const pages = pagesFor(form, constituency).map((page) =>
    readPage(page, body, { collaborativeIds: cycle.collaborativeIds, schools, written }),
  );
  const apartKeys = questionsOf(form)
    .filter(({ storedApart }) => storedApart)
    .map(({ key }) => key);
  const all = pages.flatMap((page) => (page.ok ? Object.entries(page.values) : []));
  return {
    answers: Object.fromEntries(all.filter(([key]) => !apartKeys.includes(key))),
    apart: Object.fromEntries(all.filter(([key]) => apartKeys.includes(key))),
    constituency,
    note: how.note,
    address: how.address,
    errors: Object.assign({}, how.errors, ...pages.map((page) => (page.ok ? {} : page.errors))) as FormErrors,
    raw,
  };
}

const noteFields = {
  way: field.choice(entryWays),
  received_on: field.date(),
  best_time: field.optionalText(100),
  postal_address: field.optionalText(300),
};

/** How and when it came; somebody without an e-mail address needs another one for the letters, or a phone. */
function readNote(body: unknown, cycle: Cycle, now: Instant): { note: EntryNote | null; address: string; errors: FormErrors } {
  const form = parseForm(noteFields, body);
  if (!form.ok) return { note: null, address: '', errors: form.errors };
  const { way, received_on: receivedOn, best_time: bestTime, postal_address: address } = form.values;
  const problem = entryProblem(cycle, receivedOn, now);
  const errors: FormErrors = {
    ...(problem === null ? {} : { received_on: fieldError(`applications.errors.entry.${problem}`) }),
    ...(isReachable(form.raw, address) ? {} : { postal_address: fieldError('applications.errors.entry.unreachable') }),
  };
  return { note: { way, receivedOn, bestTime }, address, errors };
}

const isReachable = (raw: RawForm, address: string): boolean =>
  address !== '' || ['email', 'phone'].some((name) => rawText(raw, name).trim() !== '');
