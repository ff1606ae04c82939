import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { Conflict, NotFound } from '../../lib/errors';
import { cleanText, fold } from '../../lib/text';
import type { Instant } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import type { Answers } from '../cycles';
import type { Application } from './application';
import type { ApplicationRow, SubmissionRow } from './tables';

export async function getApplication(db: Db, id: string): Promise<Application> {
  const row = await db('applications').where({ id }).first();
  if (row === undefined) throw new NotFound();
  return toApplication(row);
}

export async function getApplicationByReference(db: Db, reference: string): Promise<Application> {
  const application = await findApplicationByReference(db, reference);
  if (application === undefined) throw new NotFound();
  return application;
}

export async function findApplicationByReference(db: Db, reference: string): Promise<Application | undefined> {
  const row = await db('applications')
    .where({ reference: cleanText(reference).toUpperCase() })
    .first();
  return row === undefined ? undefined : toApplication(row);
}

/** These applications, the one saved last first. */
export async function listApplicationsById(db: Db, ids: readonly string[]): Promise<Application[]> {
  if (ids.length === 0) return [];
  const rows = await db('applications').whereIn('id', ids).orderBy('saved_at', 'desc');
  return rows.map(toApplication);
}

/** A person's own applications, the latest first. */
export async function listApplicationsOf(db: Db, personId: string): Promise<Application[]> {
  const rows = await db('applications')
    .where({ person_id: personId })
    .whereNot({ status: 'discarded' })
    .orderBy('begun_at', 'desc')
    .limit(20);
  return rows.map(toApplication);
}

/** What was begun or sent with this address and is not over, newest first, a handful at most. */
export async function listApplicationsAt(db: Db, email: string): Promise<Application[]> {
  const rows = await db('applications').where({ email }).whereIn('status', ['draft', 'submitted']).orderBy('saved_at', 'desc').limit(4);
  return rows.map(toApplication);
}

/** The application that a person has in a cycle already: there is at most one. */
export async function findLiveApplication(db: Db, cycleId: string, personId: string): Promise<Application | undefined> {
  const row = await db('applications').where({ cycle_id: cycleId, person_id: personId }).whereIn('status', ['draft', 'submitted']).first();
  return row === undefined ? undefined : toApplication(row);
}

export type NewApplication = Omit<Application, 'id' | 'version'>;

/** Adds an application and answers it. */
export async function insertApplication(tx: Pick<Deps, 'db' | 'newId'>, wanted: NewApplication): Promise<Application> {
  const application: Application = { ...wanted, id: tx.newId(), version: 1 };
  await tx.db('applications').insert({ id: application.id, version: 1, ...columnsOf(application) });
  return application;
}

/** Saves what changed; fails when another request saved the same application first. */
export async function saveApplication(db: Db, application: Application): Promise<Application> {
  const { id, version } = application;
  const saved = await db('applications')
    .where({ id, version })
    .update({ ...columnsOf(application), version: version + 1 });
  if (saved === 0) throw new Conflict();
  return { ...application, version: version + 1 };
}

/** Throws away what was never sent, with everything that hangs on it; false when there is no such draft any more. */
export async function deleteDraft(db: Db, id: string): Promise<boolean> {
  const found = await db('applications').where({ id }).whereIn('status', ['draft', 'discarded']).first('id');
  if (found === undefined) return false;
  for (const table of ['application_demographics', 'application_files', 'application_sources', 'application_prefills'] as const)
    await db(table).where({ application_id: id }).delete();
  await db('applications').where({ id }).delete();
  return true;
}

export interface Submission {
  readonly id: string;
  readonly number: number;
  readonly submittedAt: Instant;
  readonly answers: Answers;
  /** The version of the form it answered. */
  readonly formId: string | null;
}

/** Keeps what was sent, at the moment it was saved; each submission stays. Answers its number, from 1. */
export async function insertSubmission(tx: Pick<Deps, 'db' | 'newId'>, application: Application): Promise<number> {
  const row = await tx.db('application_submissions').where({ application_id: application.id }).max({ last: 'number' }).first();
  const number = Number(row?.last ?? 0) + 1;
  await tx.db('application_submissions').insert({
    id: tx.newId(),
    application_id: application.id,
    number,
    submitted_at: application.savedAt,
    answers: JSON.stringify(application.answers),
    form_id: application.formId,
  });
  return number;
}

/** All that was sent, the latest first. */
export async function listSubmissions(db: Db, applicationId: string): Promise<Submission[]> {
  const rows: SubmissionRow[] = await db('application_submissions').where({ application_id: applicationId }).orderBy('number', 'desc');
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    submittedAt: row.submitted_at,
    answers: JSON.parse(row.answers) as Answers,
    formId: row.form_id,
  }));
}

/** What the guardian of a student said; null: nothing yet. Kept by the guardians. */
export async function findGuardianAnswer(db: Db, applicationId: string): Promise<'given' | 'refused' | null> {
  const row = await db('guardian_consents').where({ application_id: applicationId }).first('answer');
  return row?.answer ?? null;
}

/** The optional answers kept apart; for the applicant alone. */
export async function findDemographics(db: Db, applicationId: string): Promise<Answers> {
  const row = await db('application_demographics').where({ application_id: applicationId }).first();
  return row === undefined ? {} : (JSON.parse(row.answers) as Answers);
}

export async function saveDemographics(db: Db, applicationId: string, answers: Answers): Promise<void> {
  const row = { application_id: applicationId, answers: JSON.stringify(answers) };
  await db('application_demographics').insert(row).onConflict('application_id').merge();
}

/** To whom letters about an application go: the person as they are now; null for an application that is gone. */
export async function applicantRecipient(db: Db, applicationId: string): Promise<Recipient | null> {
  return (await applicantRecipients(db, [applicationId])).get(applicationId) ?? null;
}

interface RecipientRow {
  id: string;
  person_id: string | null;
  name: string;
  called: string | null;
  own: string | null;
  address: string | null;
  locale: string;
  first_choice: string | null;
}

/**
 * The recipients of many applications at once: everybody, since who has no address gets the letters on paper from the
 * staff of their first choice. One query.
 */
export async function applicantRecipients(db: Db, applicationIds: readonly string[]): Promise<ReadonlyMap<string, Recipient>> {
  const rows: RecipientRow[] = await db('applications')
    .leftJoin('people', 'people.id', 'applications.person_id')
    .whereIn('applications.id', applicationIds)
    .select({
      id: 'applications.id',
      person_id: 'applications.person_id',
      name: 'applications.name',
      called: 'people.preferred_name',
      own: 'people.email',
      address: 'applications.email',
      locale: 'applications.locale',
      first_choice: db.raw(
        '(select collaborative_id from candidacies where application_id = applications.id order by preference limit 1)',
      ) as never,
    });
  return new Map(
    rows.map((row) => {
      const address = row.own ?? row.address ?? '';
      const recipient = { personId: row.person_id, name: row.called ?? row.name, address, locale: row.locale };
      return [row.id, address === '' ? { ...recipient, printedBy: row.first_choice ?? undefined } : recipient] as const;
    }),
  );
}

const columnsOf = (application: NewApplication): Omit<ApplicationRow, 'id' | 'version'> => ({
  reference: application.reference,
  cycle_id: application.cycleId,
  person_id: application.personId,
  status: application.status,
  locale: application.locale,
  email: application.email,
  address_proved_at: application.addressProvedAt,
  name: application.name,
  folded_name: fold(application.name).slice(0, 200),
  constituency: application.constituency,
  zip: application.zip,
  school_id: application.schoolId,
  form_id: application.formId,
  answers: JSON.stringify(application.answers),
  pending_answers: application.pendingAnswers === null ? null : JSON.stringify(application.pendingAnswers),
  entered_by: application.enteredBy,
  begun_at: application.begunAt,
  saved_at: application.savedAt,
  submitted_at: application.submittedAt,
  withdrawn_at: application.withdrawnAt,
  late_code_id: application.lateCodeId,
  extended_until: application.extendedUntil,
});

export const toApplication = (row: ApplicationRow): Application => ({
  id: row.id,
  reference: row.reference,
  cycleId: row.cycle_id,
  personId: row.person_id,
  status: row.status,
  locale: row.locale,
  email: row.email,
  addressProvedAt: row.address_proved_at,
  name: row.name,
  constituency: row.constituency,
  zip: row.zip,
  schoolId: row.school_id,
  formId: row.form_id,
  answers: JSON.parse(row.answers) as Answers,
  pendingAnswers: row.pending_answers === null ? null : (JSON.parse(row.pending_answers) as Answers),
  enteredBy: row.entered_by,
  begunAt: row.begun_at,
  savedAt: row.saved_at,
  submittedAt: row.submitted_at,
  withdrawnAt: row.withdrawn_at,
  lateCodeId: row.late_code_id,
  extendedUntil: row.extended_until,
  version: row.version,
});
