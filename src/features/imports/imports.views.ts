import { formatDate, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { TableError } from '../../files/table-file';
import { csvText } from '../../lib/text';
import {
  blankForm,
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { importReportLines } from '../collaboratives';
import type { Difference } from './roster-changes';
import { moreColumns, neededColumns } from './roster-file';
import type { Trial } from './imports.actions';
import { importPaths } from './imports.paths';
import { tryKinds, type ImportTry } from './import-try';

interface Crumb {
  readonly text: string;
  readonly href: string;
}

export interface ImportFilesView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly errorSummary: ErrorSummary | null;
  readonly action: string;
  readonly kind: ChoiceView;
  readonly file: FieldView;
  readonly template: Crumb;
  readonly columns: readonly { readonly name: string; readonly text: string }[];
  readonly tries: readonly { readonly href: string; readonly name: string; readonly line: string }[];
}

export interface ImportTryView {
  readonly title: string;
  readonly kicker: string;
  readonly unlisted: boolean;
  readonly width: 'wide';
  readonly breadcrumbs: readonly Crumb[];
  readonly notice: { readonly tone: 'success' | 'danger' | 'info' | 'warning'; readonly text: string };
  readonly lines: readonly string[];
  /** What would change of terms that are there, row by row. */
  readonly changes: readonly { readonly row: string; readonly text: string }[];
  readonly errors: readonly { readonly row: string; readonly text: string }[];
  readonly more: string | null;
  readonly errorsHref: string | null;
  readonly form: {
    readonly action: string;
    readonly fingerprint: string;
    readonly questions: readonly ChoiceView[];
    readonly check: string | null;
    readonly take: string | null;
  } | null;
}

declare module '../../web/render' {
  interface Views {
    'imports/files': ImportFilesView;
    'imports/try': ImportTryView;
  }
}

const trail = (t: Translate): Crumb[] => [
  { text: t('layout.navigation.admin'), href: '/admin' },
  { text: t('admin.imports.title'), href: '/admin/imports' },
];

/** Where a file is brought, what its columns mean, and the files of late. */
export function importFilesView(
  t: Translate,
  tries: readonly (ImportTry & { readonly by: string | null })[],
  form: FormState,
): ImportFilesView {
  return {
    title: t('imports.title'),
    unlisted: true,
    breadcrumbs: trail(t),
    errorSummary: errorSummary(t, form.errors),
    action: importPaths.files(),
    kind: choiceView(
      t,
      form,
      'kind',
      t('admin.imports.kind'),
      tryKinds.map((kind) => [kind, t(`imports.kinds.${kind}`)] as const),
    ),
    file: fieldView(t, form, 'file', t('imports.file'), { type: 'file', hint: t('imports.fileHint') }),
    template: { href: importPaths.template(), text: t('imports.template') },
    columns: [...neededColumns, ...moreColumns].map((name) => ({ name, text: t(`imports.columns.${name}`) })),
    tries: tries.map((one) => ({
      href: importPaths.show({ id: one.id }),
      name: one.fileName,
      line: t('imports.tryLine', {
        kind: t(`imports.kinds.${one.kind}`),
        by: one.by ?? '',
        at: formatShortMoment(t, one.madeAt),
        state: t(`imports.state.${one.takenAt !== null ? 'taken' : one.content === null ? 'dropped' : 'waiting'}`),
      }),
    })),
  };
}

const mostErrors = 100;
const mostChanges = 500;

/** What one file would do, row by row where it is wrong, and the questions about people. */
export function importTryView(t: Translate, made: ImportTry, trial: Trial | null, isReady: boolean): ImportTryView {
  const errors = trial?.errors ?? [];
  return {
    title: made.fileName,
    kicker: t(`imports.kinds.${made.kind}`),
    unlisted: true,
    width: 'wide',
    breadcrumbs: [...trail(t), { text: t('imports.title'), href: importPaths.files() }],
    notice: noticeOf(t, made, trial, isReady),
    lines: trial === null ? countLines(t, made) : trialLines(t, trial),
    changes: changeRows(t, trial),
    errors: errors.slice(0, mostErrors).map((error) => ({ row: String(error.row), text: t.loosely(error.key, error.values) })),
    more: errors.length > mostErrors ? t('imports.moreErrors', { count: errors.length - mostErrors }) : null,
    errorsHref: errors.length === 0 ? null : importPaths.errors({ id: made.id }),
    form: trial === null || errors.length > 0 ? null : formOf(t, made, trial, isReady),
  };
}

function noticeOf(t: Translate, made: ImportTry, trial: Trial | null, isReady: boolean): ImportTryView['notice'] {
  if (made.takenAt !== null) return { tone: 'success', text: t('imports.taken', { at: formatShortMoment(t, made.takenAt) }) };
  if (trial === null) return { tone: 'info', text: t('imports.dropped') };
  if (trial.errors.length > 0) return { tone: 'danger', text: t('imports.refused', { count: trial.errors.length }) };
  return isReady ? { tone: 'info', text: t('imports.ready') } : { tone: 'warning', text: t('imports.asks') };
}

const countLines = (t: Translate, { kind, counts }: ImportTry): string[] => (kind === 'roster' ? rosterLines(t, counts) : []);

const trialLines = (t: Translate, { report, counts }: Trial): string[] =>
  report === null ? rosterLines(t, counts) : importReportLines(t, report).slice(1);

const rosterLines = (t: Translate, counts: Readonly<Record<string, number>>): string[] =>
  (['seats', 'people', 'terms', 'changes', 'unchanged'] as const).map((name) => t(`imports.counts.${name}`, { count: counts[name] ?? 0 }));

const changeRows = (t: Translate, trial: Trial | null): ImportTryView['changes'] =>
  (trial?.roster?.changes ?? [])
    .slice(0, mostChanges)
    .flatMap(({ row, name, seat, differences }) =>
      differences.map((one) => ({ row: String(row), text: t('imports.change', { name, seat, what: differenceText(t, one) }) })),
    );

function differenceText(t: Translate, { what, from, to }: Difference): string {
  const day = formatDate(t.locale, to);
  if (what === 'termEnds' || what === 'officeUntil')
    return t(`imports.differences.${what}`, { from: from === null ? t('imports.differences.open') : formatDate(t.locale, from), to: day });
  return t('imports.differences.office', { office: t(`common.office.${what}`).toLocaleLowerCase(t.locale), from: day });
}

function formOf(t: Translate, made: ImportTry, { roster, fingerprint }: Trial, isReady: boolean): ImportTryView['form'] {
  const questions = (roster?.questions ?? []).map(({ row, name, candidates, answer }) =>
    choiceView(
      t,
      blankForm(answer === null ? {} : { [`person_${String(row)}`]: answer }),
      `person_${String(row)}`,
      t('imports.question', { row, name }),
      [
        ...candidates.map((one) => [one.id, t('imports.same', { name: one.name, email: one.email ?? t('imports.noEmail') })] as const),
        ['new', t('imports.new')] as const,
      ],
    ),
  );
  return {
    action: importPaths.taking({ id: made.id }),
    fingerprint,
    questions,
    check: questions.length === 0 ? null : t('imports.check'),
    take: isReady ? t('imports.take') : null,
  };
}

/** The errors of a file for a spreadsheet. */
export const errorsCsv = (t: Translate, errors: readonly TableError[]): string =>
  csvText([[t('imports.row'), t('imports.problem')], ...errors.map(({ row, key, values }) => [row, t.loosely(key, values)])]);

/** An example of a roster with every column. */
export const templateCsv = (): string =>
  csvText([
    [...neededColumns, ...moreColumns],
    [
      'central',
      'FAM-1',
      'families',
      'yes',
      'Ximena Example',
      '2025-07-01',
      '2027-06-30',
      'ximena@example.org',
      '213 555 0100',
      'es',
      '2025-07-01',
      '',
      '',
      'chair',
      '2025-09-01',
      '',
    ],
    ['central', 'FAM-2', 'families', 'yes', '', '', '', '', '', '', '', '', '', '', '', ''],
  ]);
