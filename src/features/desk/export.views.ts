import { formatShortMoment } from '../../i18n/format';
import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { csvLine, csvText } from '../../lib/text';
import { answerInWords } from '../applications';
import { questionsOf, type Form, type Question } from '../cycles';
import type { ExportRow } from './export.queries';

export interface Sheet {
  readonly form: Pick<Form, 'pages'>;
  /** Names of the collaboratives, by id. */
  readonly areas: ReadonlyMap<string, string>;
  readonly withNotes: boolean;
}

/** Answers with a column of their own already, and what is no answer or kept apart. */
const isColumn = ({ key, kind, storedApart }: Question): boolean =>
  !storedApart && kind !== 'statement' && !['email', 'name', 'zip', 'constituency', 'language', 'school'].includes(key);

/** The first line of an export. */
export const csvHeader = (t: Translate, { form, withNotes }: Sheet): string =>
  csvText([
    [
      t('applications.reference'),
      t('desk.name'),
      t('desk.csv.email'),
      ...(['language', 'constituency', 'zip', 'school', 'choice', 'state', 'sent'] as const).map((column) => t(`desk.columns.${column}`)),
      t('desk.csv.assigned'),
      t('desk.csv.complete'),
      t('desk.columns.labels'),
      ...questionsOf(form)
        .filter(isColumn)
        .map(({ label }) => inLocale(label, t.locale)),
      ...(withNotes ? [t('desk.csv.notes')] : []),
    ],
  ]);

/** An application as a line of an export: no score, no comment, nothing kept apart. */
export const exportLine = (t: Translate, row: ExportRow, { form, areas, withNotes }: Sheet): string =>
  csvLine([
    row.reference,
    row.name,
    row.email,
    languageName(t, row.locale),
    t(`common.constituency.${row.constituency}`),
    row.zip,
    row.schoolName,
    row.preference,
    t(`applications.candidacy.${row.status}`),
    formatShortMoment(t, row.submittedAt),
    row.assigned,
    row.complete,
    row.labels.join('; '),
    ...questionsOf(form)
      .filter(isColumn)
      .map((question) => answerInWords(t, question, { answers: row.answers, areas, schoolName: row.schoolName || null })),
    ...(withNotes ? [row.notes.join('\n\n')] : []),
  ]);
