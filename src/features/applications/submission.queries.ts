import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';

/** One of the times an application was sent. */
export interface SentVersion {
  readonly applicationId: string;
  /** 1 for the first. */
  readonly number: number;
  readonly submittedAt: Instant;
  /** The number of the version of the form that it answered; null where that was not kept. */
  readonly formNumber: number | null;
}

type Row = { application_id: string; number: number; submitted_at: Instant; form_number: number | null };

/** Every time that an application to this collaborative was sent, the first one first; without the answers. One query. */
export async function listSentVersions(db: Db, place: { cycleId: string; collaborativeId: string }): Promise<SentVersion[]> {
  const rows: Row[] = await db('application_submissions')
    .join('candidacies', 'candidacies.application_id', 'application_submissions.application_id')
    .leftJoin('forms', 'forms.id', 'application_submissions.form_id')
    .where('candidacies.cycle_id', place.cycleId)
    .where('candidacies.collaborative_id', place.collaborativeId)
    .orderBy(['application_submissions.application_id', 'application_submissions.number'])
    .select({
      application_id: 'application_submissions.application_id',
      number: 'application_submissions.number',
      submitted_at: 'application_submissions.submitted_at',
      form_number: 'forms.number',
    });
  return rows.map((row) => ({
    applicationId: row.application_id,
    number: row.number,
    submittedAt: row.submitted_at,
    formNumber: row.form_number,
  }));
}
