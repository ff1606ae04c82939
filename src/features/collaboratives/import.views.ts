import type { Translate } from '../../i18n/translate';
import { formatList } from '../../i18n/format';
import type { ImportReport } from './import';

/** Names listed in a report before it only counts the rest. */
const mostNames = 10;

/** What an import did, or would do, line by line in plain words. */
export function importReportLines(t: Translate, report: ImportReport): string[] {
  const { added, changed, removed, kept, unchanged, errors } = report;
  return [
    t(report.isDone ? 'collaboratives.import.done' : errors.length > 0 ? 'collaboratives.import.refused' : 'collaboratives.import.dryRun', {
      what: t(`collaboratives.import.kinds.${report.kind}`),
    }),
    t('collaboratives.import.added', { count: added.length }) + named(t, added),
    t('collaboratives.import.changed', { count: changed.length }) +
      named(
        t,
        changed.map(({ name, fields }) => `${name} (${fields.join(', ')})`),
      ),
    t('collaboratives.import.removed', { count: removed.length }) + named(t, removed),
    ...(kept.length === 0 ? [] : [t('collaboratives.import.kept', { count: kept.length }) + named(t, kept)]),
    t('collaboratives.import.unchanged', { count: unchanged }),
    ...(errors.length === 0 ? [] : [t('collaboratives.import.errorCount', { count: errors.length })]),
    ...errors.map(({ row, key, values }) => t('collaboratives.import.errorRow', { row: String(row), problem: t.loosely(key, values) })),
  ];
}

function named(t: Translate, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length - mostNames;
  const shown = more <= 0 ? names : [...names.slice(0, mostNames), t('collaboratives.import.more', { count: more })];
  return t('collaboratives.import.names', { names: formatList(t.locale, shown) });
}
