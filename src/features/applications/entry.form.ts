import { field, fieldError, parseForm, rawForm, rawText, type FormErrors, type RawForm } from '../../lib/form';
import type { Instant } from '../../lib/time';
import type { School } from '../collaboratives';
import { isConstituency, pagesFor, questionsOf, type Answers, type Constituency, type Cycle, type Form, type FormPage } from '../cycles';
import { answersAsForm, readPage } from './answers.form';
import { answerText } from './application';
import { entryProblem, entryWays, type EntryNote } from './entry';

export interface Entry {
  readonly answers: Answers;
  readonly apart: Answers;
  readonly constituency: Constituency | null;
  /** How it came; null when that cannot be read. */
  readonly note: EntryNote | null;
  readonly address: string;
  /** As typed; empty when none was. */
  readonly lateCode: string;
  readonly errors: FormErrors;
  readonly raw: RawForm;
}

export interface EntryContext {
  readonly cycle: Cycle;
  readonly now: Instant;
  readonly schools: readonly School[];
  /** What stands already and is not on the sheet. */
  readonly standing?: Answers;
  /** It came in by a late code before: the closing day does not matter any more. */
  readonly isLate?: boolean;
}

/** The pages of a sheet with these questions left out; what then holds none is gone. */
export const pagesWithout = (pages: readonly FormPage[], keys: readonly string[]): FormPage[] =>
  pages
    .map((page) => ({ ...page, questions: page.questions.filter(({ key }) => !keys.includes(key)) }))
    .filter(({ questions }) => questions.length > 0);

/** The questions that a sheet cannot ask: files are handed in by the applicant. */
const filesOf = (form: Form): string[] => keysWhere(form, ({ kind }) => kind === 'file');

/** What staff may not read, and so cannot put right: the optional answers about oneself. */
export const apartKeysOf = (form: Form): string[] => keysWhere(form, ({ storedApart }) => storedApart);

const keysWhere = (form: Form, holds: (question: ReturnType<typeof questionsOf>[number]) => boolean): string[] =>
  questionsOf(form)
    .filter(holds)
    .map(({ key }) => key);

/** Reads all pages of the form at once, without the questions named in `fixed`; the constituency chosen says what is asked. */
export function readEntry(form: Form, body: unknown, context: EntryContext, fixed: readonly string[] = []): Entry {
  const { cycle, schools, standing = {} } = context;
  const how = readNote(body, context);
  const raw = rawForm(body);
  const said = (key: string): string => (fixed.includes(key) ? answerText(standing, key) : rawText(raw, key));
  const chosen = said('constituency');
  const constituency = isConstituency(chosen) ? chosen : null;
  const written = { constituency: chosen, age: said('age') };
  const asked = pagesWithout(pagesFor(form, constituency), [...fixed, ...filesOf(form)]);
  const pages = asked.map((page) => readPage(page, body, { collaborativeIds: cycle.collaborativeIds, schools, written }));
  const apartKeys = apartKeysOf(form);
  const all = pages.flatMap((page) => (page.ok ? Object.entries(page.values) : []));
  return {
    answers: Object.fromEntries(all.filter(([key]) => !apartKeys.includes(key))),
    apart: Object.fromEntries(all.filter(([key]) => apartKeys.includes(key))),
    constituency,
    note: how.note,
    address: how.address,
    lateCode: how.lateCode,
    errors: Object.assign({}, how.errors, ...pages.map((page) => (page.ok ? {} : page.errors))) as FormErrors,
    raw,
  };
}

/** What was typed, as its sheet shows it again. */
export const entryAsForm = (form: Form, answers: Answers, { note, address }: Pick<Entry, 'note' | 'address'>): RawForm => ({
  ...(Object.assign({}, ...form.pages.map((page) => answersAsForm(page, answers))) as RawForm),
  way: note?.way ?? '',
  received_on: note?.receivedOn ?? '',
  best_time: note?.bestTime ?? '',
  postal_address: address,
});

const noteFields = {
  way: field.choice(entryWays),
  received_on: field.date(),
  best_time: field.optionalText(100),
  postal_address: field.optionalText(300),
  late_code: field.optionalText(20),
};

interface How extends Pick<Entry, 'note' | 'address' | 'lateCode'> {
  readonly errors: FormErrors;
}

/** How and when it came; somebody without an e-mail address needs another one for the letters, or a phone. */
function readNote(body: unknown, { cycle, now, isLate = false }: EntryContext): How {
  const form = parseForm(noteFields, body);
  if (!form.ok) return { note: null, address: '', lateCode: '', errors: form.errors };
  const { way, received_on: receivedOn, best_time: bestTime, postal_address: address, late_code: lateCode } = form.values;
  const problem = entryProblem(cycle, receivedOn, now);
  const isAllowed = problem === null || (problem === 'afterClosing' && (isLate || lateCode !== ''));
  const errors: FormErrors = {
    ...(isAllowed ? {} : { received_on: fieldError(`applications.errors.entry.${problem}`) }),
    ...(isReachable(form.raw, address) ? {} : { postal_address: fieldError('applications.errors.entry.unreachable') }),
  };
  return { note: { way, receivedOn, bestTime }, address, lateCode, errors };
}

const isReachable = (raw: RawForm, address: string): boolean =>
  address !== '' || ['email', 'phone'].some((name) => rawText(raw, name).trim() !== '');
