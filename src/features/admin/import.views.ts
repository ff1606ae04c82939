import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import { importKinds, importReportLines, type ImportReport } from '../collaboratives';
import { adminPaths } from './admin.paths';
import { adminBreadcrumbs } from './admin.views';
import type { LoggedEvent } from './history.queries';

declare module '../../web/render' {
  interface Views {
    'admin/imports': ImportsView;
  }
}

export interface ImportsView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly last: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly result: { readonly first: string; readonly lines: readonly string[]; readonly tone: string } | null;
  readonly action: string;
  readonly kind: ChoiceView;
  readonly text: FieldView;
}

interface Known {
  readonly events: readonly LoggedEvent[];
  readonly state: FormState;
  readonly report: ImportReport | null;
}

/** The form that takes a file in, with what was taken in last and what the last try says. */
export function importsView(t: Translate, { events, state, report }: Known) {
  return {
    title: t('admin.imports.title'),
    breadcrumbs: adminBreadcrumbs(t),
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    last: importKinds.map((kind) => ({
      label: t(`collaboratives.import.kinds.${kind}`),
      value: lastLine(
        t,
        events.find(({ subjectId }) => subjectId === kind),
      ),
      href: null,
      change: null,
    })),
    result: report === null ? null : resultView(t, report),
    action: adminPaths.import(),
    kind: choiceView(
      t,
      state,
      'kind',
      t('admin.imports.kind'),
      importKinds.map((kind) => [kind, t(`collaboratives.import.kinds.${kind}`)] as const),
    ),
    text: fieldView(t, state, 'text', t('admin.imports.text'), { type: 'textarea', rows: 12, hint: t('admin.imports.textHint') }),
  };
}

function resultView(t: Translate, report: ImportReport) {
  const [first = '', ...lines] = importReportLines(t, report);
  return { first, lines, tone: report.errors.length > 0 ? 'danger' : report.isDone ? 'success' : 'info' };
}

function lastLine(t: Translate, event: LoggedEvent | undefined): string {
  if (event === undefined) return t('admin.imports.never');
  const name = event.actorName ?? t('admin.imports.console');
  return [t('admin.imports.lastLine', { moment: formatMoment(t, event.at), name }), countsLine(t, event)]
    .filter((part) => part !== '')
    .join('. ');
}

/** The counts an import left in the history; nothing when its details were erased. */
function countsLine(t: Translate, { details }: LoggedEvent): string {
  const { after } = JSON.parse(details ?? '{"after":null}') as { after: Readonly<Record<string, number>> | null };
  if (after === null) return '';
  const { added = 0, changed = 0, removed = 0, unchanged = 0 } = after;
  return t('admin.imports.counts', { added, changed, removed, unchanged });
}
