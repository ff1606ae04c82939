import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { fileMeta } from '../../web/file-words';
import type { School } from '../collaboratives';
import { isRequired, type Constituency, type FormPage, type Question, type QuestionKind } from '../cycles';
import { labelsOf, type SavedRow } from './answer-words';
import { rankFields } from './answers.form';
import { mostFiles, type ApplicationFile } from './application-file';
import { applicationPaths, applyPaths } from './application.paths';
import { progressOf, type Place } from './progress.views';

/** One question as it is drawn: exactly one of these is there. */
export interface QuestionItem {
  readonly field: FieldView | null;
  readonly choices: ChoiceView | null;
  readonly select: ChoiceView | null;
  readonly statement: string | null;
  readonly files: FilesItem | null;
}

/** Files handed in so far, and the field for one more. */
interface FilesItem {
  readonly list: readonly { readonly name: string; readonly meta: string; readonly href: string; readonly remove: string }[];
  /** Null where none can be added now; `why` says why. */
  readonly field: FieldView | null;
  readonly why: string | null;
  readonly askHref: string | null;
}

/** What a page with a question of kind `file` is drawn from. */
export interface FilesOfPage {
  readonly reference: string;
  readonly present: readonly ApplicationFile[];
  readonly mayAdd: boolean;
  /** Where the link goes that must be followed first. */
  readonly email: string;
}

interface ApplyPageView {
  readonly title: string;
  readonly back: string;
  readonly progress: string;
  readonly steps: readonly { readonly isDone: boolean }[];
  readonly heading: string | null;
  readonly lead: string | null;
  readonly notes: readonly string[];
  readonly items: readonly QuestionItem[];
  readonly action: string;
  readonly autosave: string | null;
  readonly takesFiles: boolean;
  readonly from: string;
  readonly cycle: string | null;
  readonly version: string | null;
  readonly meanwhile: readonly SavedRow[];
  readonly shownAt: string;
  readonly isFirst: boolean;
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'applications/page': ApplyPageView;
  }
}

export interface PageParts {
  readonly page: FormPage;
  readonly form: FormState;
  readonly constituency: Constituency | null;
  readonly place: Place;
  readonly back: string;
  /** `check` when the reader came from the page that shows all answers. */
  readonly from: string;
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly schools: readonly School[];
  readonly notes: readonly string[];
  readonly files?: FilesOfPage | undefined;
  /** Code of the cycle to begin in; null once a draft exists. */
  readonly cycle: string | null;
  readonly version?: string;
  readonly meanwhile?: readonly SavedRow[];
  readonly now: string;
}

/** A page of the form for the applicant: the question is the heading. */
export function applyPageView(t: Translate, parts: PageParts): ApplyPageView {
  const { page, form, place, from } = parts;
  const isSingle = isSingleQuestion(page);
  const takesFiles = parts.files?.mayAdd === true && page.questions.some(({ kind }) => kind === 'file');
  return {
    title: inLocale(page.title, t.locale),
    back: parts.back,
    ...progressOf(t, place),
    heading: isSingle ? null : inLocale(page.title, t.locale),
    lead: leadOf(t, page),
    notes: parts.notes,
    items: page.questions.flatMap((question) => questionItems(t, question, { ...parts, isHeading: isSingle })),
    action: applyPaths.page({ page: page.key }),
    takesFiles,
    autosave: savesItself(parts) ? applyPaths.draft({ page: page.key }) : null,
    from,
    cycle: parts.cycle,
    version: parts.version ?? null,
    meanwhile: parts.meanwhile ?? [],
    shownAt: parts.now,
    isFirst: parts.cycle !== null,
    errorSummary: errorSummary(t, form.errors, labelsOf(t, page.questions)),
  };
}

/** Nothing is kept before the reader has chosen between two answers. */
const savesItself = ({ cycle, page, meanwhile = [] }: PageParts): boolean =>
  cycle === null && meanwhile.length === 0 && page.questions.some(({ kind }) => kind.endsWith('_text'));

/** A ranking has no field of its own to carry its hint. */
function leadOf(t: Translate, { lead, questions }: FormPage): string | null {
  const words = lead ?? questions.find(({ kind }) => kind === 'ranking')?.hint ?? null;
  return words === null ? null : inLocale(words, t.locale);
}

const isSingleQuestion = ({ questions }: FormPage): boolean =>
  questions.length === 1 && !['ranking', 'consent', 'file'].includes(questions[0]?.kind ?? '');

const nothing: QuestionItem = { field: null, choices: null, select: null, statement: null, files: null };

export type ItemParts = Pick<PageParts, 'form' | 'constituency' | 'areas' | 'schools' | 'files'> & { readonly isHeading: boolean };

type Drawn = (t: Translate, question: Question, parts: ItemParts) => QuestionItem[];

/** A question with the words the reader sent, as fields of a page. */
export const questionItems: Drawn = (t, question, parts) => (drawn[question.kind] ?? fieldItems)(t, question, parts);

const fieldItems: Drawn = (t, question, parts) => [{ ...nothing, field: fieldOf(t, question, parts) }];

const choiceItems: Drawn = (t, question, parts) => [{ ...nothing, choices: choicesOf(t, question, parts) }];

const common = (t: Translate, question: Question, { constituency, isHeading }: ItemParts) => ({
  hint: question.hint === null ? null : inLocale(question.hint, t.locale),
  required: isRequired(question, constituency),
  isHeading,
});

function fieldOf(t: Translate, question: Question, parts: ItemParts): FieldView {
  const { kind, words, autocomplete } = question;
  const types = { long_text: 'textarea', email: 'email', phone: 'tel' } as const;
  return fieldView(t, parts.form, question.key, inLocale(question.label, t.locale), {
    ...common(t, question, parts),
    type: kind in types ? types[kind as keyof typeof types] : 'text',
    inputmode: kind === 'zip' ? 'numeric' : kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : null,
    rows: 8,
    words,
    autocomplete,
    narrow: kind === 'zip',
    required: question.key === 'email' || isRequired(question, parts.constituency),
  });
}

function choicesOf(t: Translate, question: Question, parts: ItemParts): ChoiceView {
  const offered = offeredFor(t, question);
  const kind = question.kind === 'many_of' || question.kind === 'consent' ? 'checkbox' : 'radio';
  return choiceView(t, parts.form, question.key, inLocale(question.label, t.locale), offered, { ...common(t, question, parts), kind });
}

type Offered = readonly [value: string, label: string, hint?: string];

function offeredFor(t: Translate, { kind, options }: Question): Offered[] {
  if (kind === 'consent') return [['yes', t('applications.page.agree')]];
  if (kind === 'yes_no') {
    return [
      ['yes', t('common.yes')],
      ['no', t('common.no')],
    ];
  }
  return options.map(({ value, label, hint }): Offered => {
    const words = inLocale(label, t.locale);
    return hint === undefined ? [value, words] : [value, words, inLocale(hint, t.locale)];
  });
}

function rankItems(t: Translate, question: Question, parts: ItemParts): QuestionItem[] {
  const places = [t('applications.page.first'), t('applications.page.second'), t('applications.page.third')];
  return rankFields.map((name, index) => {
    const offered: Offered[] = [['', t('applications.page.noChoice')], ...parts.areas.map((area): Offered => [area.id, area.name])];
    const required = index === 0 && isRequired(question, parts.constituency);
    return { ...nothing, select: choiceView(t, parts.form, name, places[index] ?? '', offered, { required }) };
  });
}

/** A name to type; where it fits several schools, these to pick from. */
function schoolItems(t: Translate, question: Question, parts: ItemParts): QuestionItem[] {
  const field = { ...fieldOf(t, question, parts), isHeading: false, hint: t('applications.page.schoolHint') };
  if (parts.schools.length < 2) return [{ ...nothing, field }];
  const offered = parts.schools.map(({ id, name, city }): Offered => [id, name, city]);
  const pick = choiceView(t, parts.form, `${question.key}_id`, t('applications.page.whichSchool'), offered);
  return [
    { ...nothing, field },
    { ...nothing, choices: pick },
  ];
}

/** Where it cannot be answered, as on a page for staff, a file is not asked for. */
const fileItems: Drawn = (t, question, parts) =>
  parts.files === undefined ? [] : [{ ...nothing, files: filesItem(t, question, parts, parts.files) }];

function filesItem(t: Translate, question: Question, parts: ItemParts, files: FilesOfPage): FilesItem {
  const own = files.present.filter(({ questionKey }) => questionKey === question.key);
  const why = !files.mayAdd
    ? t('applications.files.followFirst', { email: files.email })
    : files.present.length >= mostFiles
      ? t('applications.files.full', { count: mostFiles })
      : null;
  return {
    list: own.map(({ id, name, kind, bytes }) => ({
      name,
      meta: fileMeta(t, { kind, bytes }),
      href: applicationPaths.file({ ref: files.reference, id, name }),
      remove: `remove:${id}`,
    })),
    field: why === null ? fileField(t, question, parts) : null,
    why,
    askHref: files.mayAdd ? null : applyPaths.askForLink(),
  };
}

const fileField = (t: Translate, question: Question, parts: ItemParts): FieldView =>
  fieldView(t, parts.form, 'file', inLocale(question.label, t.locale), {
    type: 'file',
    hint: [question.hint === null ? '' : inLocale(question.hint, t.locale), t('files.hint')].join(' ').trim(),
    required: isRequired(question, parts.constituency),
  });

const drawn: Readonly<Partial<Record<QuestionKind, Drawn>>> = {
  statement: (t, { label }) => [{ ...nothing, statement: inLocale(label, t.locale) }],
  ranking: rankItems,
  school: schoolItems,
  file: fileItems,
  one_of: choiceItems,
  many_of: choiceItems,
  yes_no: choiceItems,
  consent: choiceItems,
};
