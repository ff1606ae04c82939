import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { checkFile } from '../../files/check-file';
import { shownName } from '../../files/file-name';
import { keepFile, type ReceivedFile } from '../../files/store';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import type { Db } from '../../db/database';
import type { Application } from './application';
import { mostFiles, scanKey, scansIn, type ApplicationFile } from './application-file';
import type { FileFault } from './application-file.actions';
import { deleteApplicationFile, getApplicationFile, insertApplicationFile, listApplicationFiles } from './application-file.queries';
import { applicationPolicy } from './application.policy';
import { getApplicationByReference } from './application.queries';
import { listCandidaciesOf } from './candidacy.queries';

/** An application whose papers staff keep: concealed (404) from all but the staff of a collaborative that it names. */
export async function getPapersOf(db: Db, actor: Actor, reference: string): Promise<Application> {
  const application = await getApplicationByReference(db, reference);
  const candidacies = await listCandidaciesOf(db, application.id);
  const collaborativeIds = candidacies.map(({ collaborativeId }) => collaborativeId);
  conceal(applicationPolicy.viewAsStaff(actor, { status: application.status, collaborativeIds }));
  return application;
}

/** Keeps a scan of the paper; null when it was taken. Throws Conflict (409) for a withdrawn application. The same bytes are one file. */
export async function addScan(
  deps: Deps,
  actor: Actor,
  order: { readonly reference: string; readonly file: ReceivedFile },
): Promise<FileFault | null> {
  const { file } = order;
  const checked = await checkFile(file);
  if (!checked.ok) return checked.refusal;
  await keepFile(deps, file);
  return inTransaction(deps, async (tx) => {
    const application = await getPapersOf(tx.db, actor, order.reference);
    if (application.status !== 'submitted') throw new Conflict('applications.errors.correction.notSent');
    const present = scansIn(await listApplicationFiles(tx.db, application.id));
    if (present.some(({ sha256 }) => sha256 === file.sha256)) return null;
    if (present.length >= mostFiles) return 'tooMany';
    const added: ApplicationFile = {
      id: tx.newId(),
      applicationId: application.id,
      questionKey: scanKey,
      name: shownName(file.givenName),
      kind: checked.kind,
      bytes: file.bytes,
      sha256: file.sha256,
      addedAt: tx.clock.now(),
    };
    await insertApplicationFile(tx.db, added);
    await record(tx, actor, 'applications.addScan', added);
    return null;
  });
}

/** Takes a scan away for good; its bytes go with the next sweep. Answers what it was. Throws NotFound. */
export async function removeScan(
  deps: Deps,
  actor: Actor,
  order: { readonly reference: string; readonly id: string },
): Promise<ApplicationFile> {
  return inTransaction(deps, async (tx) => {
    const application = await getPapersOf(tx.db, actor, order.reference);
    const file = await getApplicationFile(tx.db, application.id, order.id);
    if (file.questionKey !== scanKey) throw new NotFound();
    await deleteApplicationFile(tx.db, file.id);
    await record(tx, actor, 'applications.removeScan', file);
    return file;
  });
}

const record = (
  tx: Deps,
  actor: Actor,
  action: 'applications.addScan' | 'applications.removeScan',
  { id, applicationId, kind, bytes, sha256 }: ApplicationFile,
): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'application', id: applicationId },
    collaborativeId: null,
    after: { file: id, format: kind, bytes, sha256 },
  });
