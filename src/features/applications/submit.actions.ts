import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { queueEmail } from '../../mail/queue-email';
import { insertPerson } from '../accounts';
import { findSchool, listCollaboratives } from '../collaboratives';
import { cycleIsOpen, getCycle, getForm, pagesFor, type Cycle } from '../cycles';
import { firstUnready } from './answers.form';
import {
  applicantAs,
  constituencyIn,
  cycleFor,
  discardDraft,
  formAnswered,
  isBeingWritten,
  submit,
  withdraw,
  workingAnswers,
  type Application,
} from './application';
import { fileNames } from './application-file';
import { listApplicationFiles } from './application-file.queries';
import { receivedEmail, type Filing } from './application.emails';
import { applicationPolicy } from './application.policy';
import { applicantRecipient, getApplication, insertSubmission, saveApplication } from './application.queries';
import { candidacyMachine } from './candidacy';
import { listCandidaciesOf, saveCandidacies, saveCandidacyStatus } from './candidacy.queries';
import { statusLink } from './links';
import { keepAsked } from './reapply.actions';

export type Sending =
  | { readonly outcome: 'sent'; readonly application: Application }
  /** Nothing was left to send: a second press of the button finds what the first one did. */
  | { readonly outcome: 'sentBefore'; readonly application: Application }
  /** The answers changed in another window since the reader checked them. */
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'incomplete'; readonly page: string };

/** Sends an application, or changes to it: person, candidacies, a kept copy and the receipt in one transaction. */
export async function sendApplication(deps: Deps, actor: Actor, id: string, version: number): Promise<Sending> {
  return inTransaction(deps, async (tx) => {
    const application = await getApplication(tx.db, id);
    conceal(applicationPolicy.viewOwn(actor, application));
    if (!isBeingWritten(application)) return { outcome: 'sentBefore', application };
    const cycle = await getCycle(tx.db, application.cycleId);
    const submitted = submit(application, cycle, tx.clock.now());
    if (version !== application.version) return { outcome: 'changed' };
    const unready = await pageUnready(tx, application, cycle);
    if (unready !== undefined) return { outcome: 'incomplete', page: unready };
    return { outcome: 'sent', application: await fileApplication(tx, actor, submitted, { cycle }) };
  });
}

/** Makes what was decided true: the person, the application, its candidacies, the kept copy, the history, the receipt. */
export async function fileApplication(
  tx: Deps,
  actor: Actor,
  submitted: Application,
  { cycle, by = 'applicant' }: { readonly cycle: Cycle; readonly by?: Filing },
): Promise<Application> {
  const personId = submitted.personId ?? (await insertApplicant(tx, submitted));
  const saved = await saveApplication(tx.db, { ...submitted, personId });
  const number = await insertSubmission(tx, saved);
  await saveCandidacies(tx, saved);
  await keepAsked(tx, saved);
  const verb = verbOf(by, number);
  const subject = { kind: 'application', id: saved.id };
  await recordEvent(tx, { action: `applications.${verb}`, actor, subject, collaborativeId: null, after: { submission: number } });
  await mailReceipt(tx, saved, { cycle, by, number });
  return saved;
}

const verbOf = (by: Filing, number: number) =>
  by === 'entry' ? 'enter' : by === 'correction' ? 'correct' : number === 1 ? 'submit' : 'change';

const pageUnready = async (tx: Deps, application: Application, cycle: Cycle): Promise<string | undefined> => {
  const written = workingAnswers(application);
  const form = await getForm(tx.db, cycle.formId);
  return firstUnready(pagesFor(form, constituencyIn(written)), { written, collaborativeIds: cycle.collaborativeIds })?.key;
};

/** Nobody is matched by address: it has not been proved, and a household may share it. Twins are merged by people. */
export async function insertApplicant(tx: Deps, application: Application, address = ''): Promise<string> {
  const person = await insertPerson(tx, { ...applicantAs(application), address });
  return person.id;
}

interface Filed {
  readonly cycle: Cycle;
  readonly by: Filing;
  readonly number: number;
}

async function mailReceipt(tx: Deps, application: Application, { cycle, by, number }: Filed): Promise<void> {
  const to = await applicantRecipient(tx.db, application.id);
  if (to === null) return;
  const school = application.schoolId === null ? undefined : await findSchool(tx.db, application.schoolId);
  const areas = new Map((await listCollaboratives(tx.db)).map(({ id, name }) => [id, inLocale(name, to.locale)]));
  const form = await getForm(tx.db, formAnswered(application, cycle));
  const link = await statusLink(tx, application, cycle);
  const t = tx.translate(to.locale);
  const names = fileNames(await listApplicationFiles(tx.db, application.id));
  await queueEmail(
    tx,
    receivedEmail({
      application,
      cycle: cycleFor(application, cycle),
      to,
      t,
      link,
      form,
      number,
      by,
      mayChange: cycleIsOpen(cycle, tx.clock.now()),
      areas,
      schoolName: school?.name ?? null,
      fileNames: names,
    }),
  );
}

/** Takes an application back, with every candidacy that still runs. An offer is declined, not withdrawn from. */
export async function withdrawApplication(deps: Deps, actor: Actor, id: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const application = await getApplication(tx.db, id);
    conceal(applicationPolicy.viewOwn(actor, application));
    const candidacies = await listCandidaciesOf(tx.db, id);
    if (candidacies.some(({ status }) => status === 'offered' || status === 'accepted')) throw new Conflict('applications.errors.offered');
    const now = tx.clock.now();
    await saveApplication(tx.db, withdraw(application, now));
    for (const candidacy of candidacies) {
      if (candidacyMachine.can(candidacy.status, 'withdraw')) await saveCandidacyStatus(tx, candidacy, 'withdraw', now);
    }
    await recordEvent(tx, { action: 'applications.withdraw', actor, subject: { kind: 'application', id }, collaborativeId: null });
  });
}

/** Ends a draft of one's own for good. */
export async function discardApplication(deps: Deps, actor: Actor, id: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const application = await getApplication(tx.db, id);
    conceal(applicationPolicy.viewOwn(actor, application));
    await saveApplication(tx.db, discardDraft(application, tx.clock.now()));
    await recordEvent(tx, { action: 'applications.discard', actor, subject: { kind: 'application', id }, collaborativeId: null });
  });
}
