import './tables';
import { toBoolean, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import { fold } from '../../lib/text';
import type { Instant } from '../../lib/time';
import type { Application } from './application';
import { preferencesIn } from './application';
import { filesNamedIn } from './application-file';
import { listApplicationFiles } from './application-file.queries';
import { candidacyMachine, type Candidacy, type CandidacyEvent } from './candidacy';
import { indexApplications } from './search.queries';
import type { CandidacyRow } from './tables';

export async function getCandidacy(db: Db, id: string): Promise<Candidacy> {
  const row = await db('candidacies').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toCandidacy(row);
}

/** The candidacies of one application, the first choice first. */
export async function listCandidaciesOf(db: Db, applicationId: string): Promise<Candidacy[]> {
  const rows = await db('candidacies').where({ application_id: applicationId }).orderBy('preference');
  return rows.map(toCandidacy);
}

/** A candidacy with what a slate or a panel shows of its application. */
export interface Candidate extends Candidacy {
  readonly reference: string;
  readonly name: string;
  readonly personId: string | null;
  readonly locale: string;
  readonly schoolId: string | null;
  readonly zip: string | null;
}

/** Everyone who applied to this collaborative in this cycle, by name. One query. */
export async function listCandidaciesFor(db: Db, cycleId: string, collaborativeId: string): Promise<Candidate[]> {
  const rows = await db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .where('candidacies.cycle_id', cycleId)
    .where('candidacies.collaborative_id', collaborativeId)
    .orderBy(['applications.folded_name', 'candidacies.id'])
    .select<
      (CandidacyRow & {
        reference: string;
        name: string;
        person_id: string | null;
        locale: string;
        school_id: string | null;
        zip: string | null;
      })[]
    >(
      'candidacies.*',
      'applications.reference',
      'applications.name',
      'applications.person_id',
      'applications.locale',
      'applications.school_id',
      'applications.zip',
    );
  return rows.map((row) => ({
    ...toCandidacy(row),
    reference: row.reference,
    name: row.name,
    personId: row.person_id,
    locale: row.locale,
    schoolId: row.school_id,
    zip: row.zip,
  }));
}

/** Takes one step of the lifecycle and answers the candidacy after it. Throws IllegalTransition, or Conflict when stale. */
export async function saveCandidacyStatus(
  tx: Pick<Deps, 'db'>,
  candidacy: Candidacy,
  event: CandidacyEvent,
  at: Instant,
): Promise<Candidacy> {
  const status = candidacyMachine.next(candidacy.status, event);
  const decidedAt = status === 'in_review' ? null : at;
  const { id, version } = candidacy;
  const saved = await tx
    .db('candidacies')
    .where({ id, version })
    .update({ status, decided_at: decidedAt, version: version + 1 });
  if (saved === 0) throw new Conflict();
  return { ...candidacy, status, decidedAt, version: version + 1 };
}

/** A panel reads this choice from now on. Throws Conflict when stale. */
export async function saveReviewed(tx: Pick<Deps, 'db'>, { id, version }: Candidacy): Promise<void> {
  const saved = await tx
    .db('candidacies')
    .where({ id, version })
    .update({ is_reviewed: true, version: version + 1 });
  if (saved === 0) throw new Conflict();
}

/** Brings the candidacies in line with what was sent; called while the cycle is open, before anybody reviews. */
export async function saveCandidacies(tx: Pick<Deps, 'db' | 'newId'>, application: Application): Promise<void> {
  const named = preferencesIn(application.answers);
  await tx.db('candidacies').where({ application_id: application.id }).whereNotIn('collaborative_id', named).delete();
  const files = filesNamedIn(application.answers, await listApplicationFiles(tx.db, application.id)).length;
  const rows = named.map((collaborativeId, index) => candidacyRow(tx, application, { collaborativeId, preference: index + 1, files }));
  await tx
    .db('candidacies')
    .insert(rows)
    .onConflict(['application_id', 'collaborative_id'])
    .merge([...saidByApplication]);
  await indexApplications(tx.db, [application]);
}

const saidByApplication = [
  'preference',
  'is_reviewed',
  'constituency',
  'submitted_at',
  'folded_name',
  'zip',
  'school_id',
  'locale',
  'came_in',
  'choices',
  'file_count',
] as const;

function candidacyRow(
  tx: Pick<Deps, 'newId'>,
  application: Application,
  choice: { collaborativeId: string; preference: number; files: number },
): Omit<CandidacyRow, 'reviews_assigned' | 'reviews_complete' | 'is_listed'> {
  return {
    id: tx.newId(),
    application_id: application.id,
    cycle_id: application.cycleId,
    collaborative_id: choice.collaborativeId,
    preference: choice.preference,
    status: 'in_review',
    is_reviewed: choice.preference === 1,
    constituency: application.constituency ?? 'community',
    submitted_at: application.submittedAt ?? application.savedAt,
    decided_at: null,
    version: 1,
    folded_name: fold(application.name).slice(0, 200),
    zip: application.zip ?? '',
    school_id: application.schoolId ?? '',
    locale: application.locale,
    came_in: application.enteredBy === null ? 'web' : 'staff',
    choices: preferencesIn(application.answers).length,
    file_count: choice.files,
  };
}

const toCandidacy = (row: CandidacyRow): Candidacy => ({
  id: row.id,
  applicationId: row.application_id,
  cycleId: row.cycle_id,
  collaborativeId: row.collaborative_id,
  preference: row.preference,
  status: row.status,
  isReviewed: toBoolean(row.is_reviewed),
  constituency: row.constituency,
  submittedAt: row.submitted_at,
  decidedAt: row.decided_at,
  version: row.version,
});
