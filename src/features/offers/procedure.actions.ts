import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { getPerson, listPeopleInRole, recipientOf } from '../accounts';
import { applicantRecipient, getApplication, getApplicationByReference, listCandidaciesOf, statusLink } from '../applications';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import { daysToAnswer, endOfDayAfter, mayAsk, procedureMachine, type Outcome, type ProcedureReview } from './procedure';
import { requestAnsweredMail, requestForStaffMail, requestReceivedMail } from './procedure.emails';
import { procedurePaths } from './procedure.paths';
import { procedurePolicy } from './procedure.policy';
import {
  getProcedureReview,
  insertProcedureReview,
  listInvolved,
  listReviewsOfApplication,
  saveProcedureReview,
} from './procedure.queries';

interface Request {
  readonly reference: string;
  readonly candidacyId: string;
  readonly words: string;
}

/** Asks for a review of procedure, once for each refusal, within the days after its letter. */
export function askForReview(deps: Deps, actor: Actor, { reference, candidacyId, words }: Request): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const application = await getApplicationByReference(tx.db, reference);
    const candidacies = await listCandidaciesOf(tx.db, application.id);
    const collaborativeIds = candidacies.map((one) => one.collaborativeId);
    conceal(procedurePolicy.ask(actor, { applicationId: application.id, applicantId: application.personId, collaborativeIds }));
    const candidacy = candidacies.find(({ id }) => id === candidacyId);
    if (candidacy === undefined) throw new NotFound();
    const now = tx.clock.now();
    const cycle = await getCycle(tx.db, candidacy.cycleId);
    if (!mayAsk(candidacy, cycle.settings.procedureReviewDays, now)) throw new Conflict('offers.errors.reviewOver');
    const asked = await listReviewsOfApplication(tx.db, application.id);
    if (asked.some((one) => one.candidacyId === candidacyId)) throw new Conflict('offers.errors.askedAlready');
    const review: ProcedureReview = {
      id: tx.newId(),
      candidacyId,
      applicationId: application.id,
      cycleId: cycle.id,
      collaborativeId: candidacy.collaborativeId,
      status: 'received',
      words,
      askedAt: now,
      askedBy: actor.id,
      answerBy: endOfDayAfter(now, daysToAnswer),
      ...notAnswered,
    };
    await insertProcedureReview(tx.db, review);
    await record(tx, actor, review, 'offers.askReview');
    await tellBoth(tx, review);
  });
}

const notAnswered = { outcome: null, answer: null, answeredAt: null, answeredBy: null, version: 1 } as const;

/** Answers a request: by somebody who was not on the panel and had no part in the slate. */
export function answerReview(
  deps: Deps,
  actor: Actor,
  given: { id: string; version: number; outcome: Outcome; words: string },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const asked = await getProcedureReview(tx.db, given.id);
    conceal(procedurePolicy.view(actor, asked));
    authorize(procedurePolicy.answer(actor, { ...asked, involved: await listInvolved(tx.db, asked) }));
    if (asked.version !== given.version) throw new Conflict();
    const status = procedureMachine.next(asked.status, 'answer');
    const answer = { status, outcome: given.outcome, answer: given.words, answeredAt: tx.clock.now(), answeredBy: actor.id };
    const review = { ...asked, ...answer };
    await saveProcedureReview(tx.db, review);
    await record(tx, actor, review, 'offers.answerReview', { outcome: given.outcome });
    await tellApplicant(tx, review, requestAnsweredMail);
  });
}

async function tellBoth(tx: Deps, review: ProcedureReview): Promise<void> {
  await tellApplicant(tx, review, requestReceivedMail);
  const collaborative = await getCollaborative(tx.db, review.collaborativeId);
  const { reference } = await getApplication(tx.db, review.applicationId);
  const link = tx.baseUrl + procedurePaths.show({ id: review.id });
  const mails = [];
  for (const id of await listPeopleInRole(tx.db, 'staff', collaborative.id, dateOf(tx.clock.now()))) {
    const to = recipientOf(await getPerson(tx.db, id));
    mails.push(requestForStaffMail({ to, t: tx.translate(to.locale), review, collaborative, reference, link }));
  }
  await queueEmails(tx, mails);
}

async function tellApplicant(tx: Deps, review: ProcedureReview, compose: typeof requestAnsweredMail): Promise<void> {
  const to = await applicantRecipient(tx.db, review.applicationId);
  if (to === null) return;
  const application = await getApplication(tx.db, review.applicationId);
  const link = await statusLink(tx, application, await getCycle(tx.db, review.cycleId));
  const collaborative = await getCollaborative(tx.db, review.collaborativeId);
  await queueEmails(tx, [compose({ to, t: tx.translate(to.locale), review, collaborative, reference: application.reference, link })]);
}

const record = (tx: Deps, actor: Actor, review: ProcedureReview, action: Action, after: Readonly<Record<string, unknown>> = {}) =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'candidacy', id: review.candidacyId },
    collaborativeId: review.collaborativeId,
    after: { status: review.status, ...after },
  });
