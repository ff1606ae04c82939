import './tables';
import type { Db } from '../../db/database';
import type { Answers, Constituency } from '../cycles';
import type { CandidacyStatus } from '../applications';
import type { Instant } from '../../lib/time';
import { groupBy } from '../../lib/group';
import { labelsOf } from './label.queries';
import { listNotes } from './note.queries';

/** An application as a line of an export. */
export interface ExportRow {
  readonly candidacyId: string;
  readonly reference: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly constituency: Constituency;
  readonly zip: string;
  readonly schoolName: string;
  readonly preference: number;
  readonly status: CandidacyStatus;
  readonly submittedAt: Instant;
  readonly assigned: number;
  readonly complete: number;
  readonly labels: readonly string[];
  readonly answers: Answers;
  /** Private notes of the collaborative's staff; empty unless they were asked for. */
  readonly notes: readonly string[];
}

interface Row {
  id: string;
  reference: string;
  name: string;
  email: string | null;
  locale: string;
  constituency: Constituency;
  zip: string;
  school_name: string | null;
  preference: number;
  status: CandidacyStatus;
  submitted_at: Instant;
  reviews_assigned: number;
  reviews_complete: number;
  answers: string;
}

const batch = 200;

/** Lines of an export, some hundred at a time, in the order of the ids. */
export async function* exportRows(
  db: Db,
  ids: readonly string[],
  notesOf: readonly string[],
): AsyncGenerator<readonly ExportRow[], void, undefined> {
  for (let from = 0; from < ids.length; from += batch) yield await rowsOf(db, ids.slice(from, from + batch), notesOf);
}

async function rowsOf(db: Db, ids: readonly string[], notesOf: readonly string[]): Promise<ExportRow[]> {
  const rows: Row[] = await db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .leftJoin('schools', 'schools.id', 'candidacies.school_id')
    .whereIn('candidacies.id', ids)
    .select('candidacies.*', 'applications.reference', 'applications.name', 'applications.email', 'applications.answers', {
      school_name: 'schools.name',
    });
  const labels = await labelsOf(db, ids);
  const notes = groupBy(notesOf.length === 0 ? [] : await listNotes(db, ids, notesOf), ({ candidacyId }) => candidacyId);
  const lines = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = lines.get(id);
    return row === undefined
      ? []
      : [
          toExportRow(
            row,
            (labels.get(id) ?? []).map(({ name }) => name),
            (notes.get(id) ?? []).map(({ text }) => text),
          ),
        ];
  });
}

const toExportRow = (row: Row, labels: readonly string[], notes: readonly string[]): ExportRow => ({
  candidacyId: row.id,
  reference: row.reference,
  name: row.name,
  email: row.email ?? '',
  locale: row.locale,
  constituency: row.constituency,
  zip: row.zip,
  schoolName: row.school_name ?? '',
  preference: row.preference,
  status: row.status,
  submittedAt: row.submitted_at,
  assigned: row.reviews_assigned,
  complete: row.reviews_complete,
  labels,
  answers: JSON.parse(row.answers) as Answers,
  notes,
});
