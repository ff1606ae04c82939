import { formatList } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Change } from './posting';

/** A difference between two versions in words: "Added: Safe routes to school". */
export function changeLine(t: Translate, change: Change): string {
  const title = change.title === null ? '' : inLocale(change.title, t.locale);
  const names = change.fields.map((field) => t.loosely(`agendas.fields.${field}`));
  const fields = formatList(t.locale, [...new Set(names)]);
  switch (change.kind) {
    case 'meeting':
      return t('agendas.changes.meeting', { fields });
    case 'changed':
      return t('agendas.changes.changed', { title, fields });
    default:
      return t(`agendas.changes.${change.kind}`, { title });
  }
}
