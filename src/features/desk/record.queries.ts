import type { Db } from '../../db/database';
import type { Translate } from '../../i18n/translate';
import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import {
  answerRows,
  applicationPolicy,
  fileNames,
  findMergedInto,
  filesNamedIn,
  formAnswered,
  getApplicationByReference,
  listApplicationFiles,
  listCandidaciesOf,
  scansIn,
  type AnswerRow,
  type Application,
  type ApplicationFile,
  type Candidacy,
} from '../applications';
import { findSchool, listCollaboratives, type Collaborative } from '../collaboratives';
import { getCycle, getForm, type Cycle } from '../cycles';

/** An application with what the papers and the page of staff show of it. */
export interface DeskRecord {
  readonly application: Application;
  /** All its candidacies; `seen` are those with collaboratives of the reader. */
  readonly candidacies: readonly Candidacy[];
  readonly seen: readonly Candidacy[];
  readonly collaboratives: readonly Collaborative[];
  readonly cycle: Cycle;
  readonly schoolName: string | null;
  readonly answers: readonly AnswerRow[];
  /** Those that what was sent names. */
  readonly files: readonly ApplicationFile[];
  /** How many scans of its paper staff keep. */
  readonly scans: number;
}

/** The application that counts where this reference was merged into another. Undefined for all others. */
export async function mergedInto(db: Db, reference: string): Promise<{ id: string; reference: string } | undefined> {
  return findMergedInto(db, (await getApplicationByReference(db, reference)).id);
}

/** The record of a reference for its staff; 404 for everyone else. A fixed number of queries. */
export async function loadRecord(db: Db, actor: Actor, t: Translate, reference: string): Promise<DeskRecord> {
  const application = await getApplicationByReference(db, reference);
  const candidacies = await listCandidaciesOf(db, application.id);
  const collaborativeIds = candidacies.map(({ collaborativeId }) => collaborativeId);
  conceal(applicationPolicy.viewAsStaff(actor, { status: application.status, collaborativeIds }));
  const cycle = await getCycle(db, application.cycleId);
  const collaboratives = await listCollaboratives(db);
  const areas = new Map(collaboratives.map(({ id, name }) => [id, inLocale(name, t.locale)]));
  const school = application.schoolId === null ? undefined : await findSchool(db, application.schoolId);
  const schoolName = school?.name ?? null;
  const form = await getForm(db, formAnswered(application, cycle));
  const all = await listApplicationFiles(db, application.id);
  const files = filesNamedIn(application.answers, all);
  return {
    application,
    candidacies,
    seen: candidacies.filter(({ collaborativeId }) => seesOf(actor, collaborativeId)),
    collaboratives,
    cycle,
    schoolName,
    answers: answerRows(t, { application, form, areas, schoolName, fileNames: fileNames(files) }),
    files,
    scans: scansIn(all).length,
  };
}

/** Whether this person may see what concerns one collaborative alone: its decision and its letters. */
const seesOf = (actor: Actor, collaborativeId: string): boolean => isAdministrator(actor) || isStaffOf(actor, collaborativeId);
