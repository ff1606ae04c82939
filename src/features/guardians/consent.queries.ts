import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import type { GuardianConsent } from './consent';

export async function findConsent(db: Db, applicationId: string): Promise<GuardianConsent | undefined> {
  const row = await db('guardian_consents').where({ application_id: applicationId }).first();
  if (row === undefined) return undefined;
  const { answer, method, name, answered_at: answeredAt, recorded_by: recordedBy } = row;
  return { applicationId, answer, method, name, answeredAt, recordedBy };
}

/** Keeps what the guardian said last. */
export async function saveConsent(db: Db, consent: GuardianConsent): Promise<void> {
  await db('guardian_consents')
    .insert({
      application_id: consent.applicationId,
      answer: consent.answer,
      method: consent.method,
      name: consent.name,
      answered_at: consent.answeredAt,
      recorded_by: consent.recordedBy,
    })
    .onConflict('application_id')
    .merge();
}

/** Of these applications, those for a student seat without a guardian's consent: they are not complete for a release. */
export async function listWithoutConsent(db: Db, applicationIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < applicationIds.length; from += 500) {
    const rows: { id: string }[] = await db('applications')
      .leftJoin('guardian_consents', 'guardian_consents.application_id', 'applications.id')
      .whereIn('applications.id', applicationIds.slice(from, from + 500))
      .where('applications.constituency', 'students')
      .where((open) => void open.whereNull('guardian_consents.answer').orWhere('guardian_consents.answer', 'refused'))
      .select('applications.id');
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** Students' applications sent since this moment to which no guardian has answered. */
export const listUnanswered = (db: Db, since: Instant): Promise<string[]> =>
  db('applications')
    .leftJoin('guardian_consents', 'guardian_consents.application_id', 'applications.id')
    .where('applications.status', 'submitted')
    .where('applications.constituency', 'students')
    .where('applications.submitted_at', '>=', since)
    .whereNull('guardian_consents.answer')
    .orderBy('applications.id')
    .pluck('applications.id');
