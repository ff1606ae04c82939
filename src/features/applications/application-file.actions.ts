import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { checkFile } from '../../files/check-file';
import type { FileKind, Refusal } from '../../files/file-kind';
import { shownName } from '../../files/file-name';
import { keepFile, type ReceivedFile } from '../../files/store';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { allowIf, authorize, conceal } from '../../lib/policy';
import { questionsOf } from '../forms';
import { getCycle, getForm } from '../cycles';
import { workingAnswers, write, type Application } from './application';
import { fileIdsIn, filesNamedIn, mostFiles, scanKey, type ApplicationFile } from './application-file';
import { deleteApplicationFile, getApplicationFile, insertApplicationFile, listApplicationFiles } from './application-file.queries';
import { applicationPolicy } from './application.policy';
import { getApplicationByReference, listSubmissions, saveApplication } from './application.queries';
import { getBeingWritten } from './apply.actions';
import { listCandidaciesOf } from './candidacy.queries';

export type FileFault = Refusal | 'tooMany';

interface Order {
  readonly applicationId: string;
  /** The question it answers. */
  readonly key: string;
}

/** Adds a file to the answers being written; null when it was taken. Its bytes are checked and kept before its row commits. */
export async function attachFile(deps: Deps, actor: Actor, order: Order & { readonly file: ReceivedFile }): Promise<FileFault | null> {
  const checked = await checkFile(order.file);
  if (!checked.ok) return checked.refusal;
  await keepFile(deps, order.file);
  return inTransaction(deps, async (tx) => {
    const application = await getBeingWritten(tx, actor, order.applicationId);
    authorize(applicationPolicy.attach(actor, application));
    await requireFileQuestion(tx, application, order.key);
    return addFile(tx, actor, application, { ...order, kind: checked.kind });
  });
}

type Checked = Order & { readonly file: ReceivedFile; readonly kind: FileKind };

/** The same bytes sent twice are one file. */
async function addFile(tx: Deps, actor: Actor, application: Application, { key, file, kind }: Checked): Promise<FileFault | null> {
  const answers = workingAnswers(application);
  const present = filesNamedIn(answers, await listApplicationFiles(tx.db, application.id));
  if (present.some(({ questionKey, sha256 }) => questionKey === key && sha256 === file.sha256)) return null;
  if (present.length >= mostFiles) return 'tooMany';
  const added: ApplicationFile = {
    id: tx.newId(),
    applicationId: application.id,
    questionKey: key,
    name: shownName(file.givenName),
    kind,
    bytes: file.bytes,
    sha256: file.sha256,
    addedAt: tx.clock.now(),
  };
  await insertApplicationFile(tx.db, added);
  await saveApplication(tx.db, write(application, { [key]: [...fileIdsIn(answers, key), added.id] }, tx.clock.now()));
  await record(tx, actor, 'applications.attach', added);
  return null;
}

/** Takes a file out of the answers being written; it stays kept where an earlier submission names it. */
export async function detachFile(
  deps: Deps,
  actor: Actor,
  { applicationId, key, id }: Order & { readonly id: string },
): Promise<ApplicationFile> {
  return inTransaction(deps, async (tx) => {
    const application = await getBeingWritten(tx, actor, applicationId);
    const file = await getApplicationFile(tx.db, applicationId, id);
    const ids = fileIdsIn(workingAnswers(application), key);
    if (file.questionKey !== key || !ids.includes(id)) throw new NotFound();
    await saveApplication(tx.db, write(application, { [key]: ids.filter((other) => other !== id) }, tx.clock.now()));
    const isKept = (await listSubmissions(tx.db, applicationId)).some(({ answers }) => fileIdsIn(answers, key).includes(id));
    if (!isKept) await deleteApplicationFile(tx.db, id);
    await record(tx, actor, 'applications.detach', file);
    return file;
  });
}

/** A file, for its applicant and for staff of a collaborative that was named; a scan for staff alone. For nobody else there is a file (404). */
export async function readApplicationFile(
  deps: Deps,
  actor: Actor,
  wanted: { readonly ref: string; readonly id: string; readonly name: string },
): Promise<ApplicationFile> {
  const application = await getApplicationByReference(deps.reads, wanted.ref);
  const isOwn = applicationPolicy.viewOwn(actor, application).allowed;
  const collaborativeIds = isOwn ? [] : (await listCandidaciesOf(deps.reads, application.id)).map(({ collaborativeId }) => collaborativeId);
  const asStaff = applicationPolicy.viewAsStaff(actor, { status: application.status, collaborativeIds });
  conceal(isOwn ? allowIf(true, 'applications.denied.view') : asStaff);
  const file = await getApplicationFile(deps.reads, application.id, wanted.id);
  if (file.name !== wanted.name) throw new NotFound();
  const isShown = file.questionKey === scanKey ? asStaff.allowed : isOwn || (await wasSent(deps, application, file));
  if (!isShown) throw new NotFound();
  return file;
}

/** Staff see what was sent, not what is being written. */
async function wasSent(deps: Deps, application: Application, file: ApplicationFile): Promise<boolean> {
  const submissions = await listSubmissions(deps.reads, application.id);
  return submissions.some(({ answers }) => fileIdsIn(answers, file.questionKey).includes(file.id));
}

async function requireFileQuestion(tx: Deps, { cycleId }: Application, key: string): Promise<void> {
  const form = await getForm(tx.db, (await getCycle(tx.db, cycleId)).formId);
  if (!questionsOf(form).some((question) => question.key === key && question.kind === 'file')) throw new NotFound();
}

const record = (tx: Deps, actor: Actor, action: Action, { id, applicationId, kind, bytes, sha256 }: ApplicationFile): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'application', id: applicationId },
    collaborativeId: null,
    after: { file: id, format: kind, bytes, sha256 },
  });
