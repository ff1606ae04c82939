import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf, type CalendarDate } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { getPerson, listPeopleInRole, recipientOf } from '../accounts';
import { applicantRecipient, getApplication, getApplicationByReference, getCandidacy } from '../applications';
import { getCollaborative } from '../collaboratives';
import { offerLink } from './carry-out.actions';
import { extend, isOverdue, type Offer } from './offer';
import { offerPaths } from './offer.paths';
import { offerPolicy } from './offer.policy';
import { findLatestOffer, getOffer, saveOffer } from './offer.queries';
import { questionMachine, type OfferQuestion } from './question';
import { extendedMail, questionAnsweredMail, questionReceivedMail } from './question.emails';
import { getQuestion, insertQuestion, listQuestions, saveQuestion } from './question.queries';

const mostQuestions = 10;

/** Asks staff something before answering. The time to answer goes on (domain.md 6). */
export function askQuestion(deps: Deps, actor: Actor, { reference, words }: { reference: string; words: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const application = await getApplicationByReference(tx.db, reference);
    conceal(offerPolicy.answer(actor, { applicationId: application.id, applicantId: application.personId }));
    const offer = await findLatestOffer(tx.db, application.id);
    if (offer === undefined) throw new NotFound();
    const now = tx.clock.now();
    if (offer.status !== 'open' || isOverdue(offer, now)) throw new Conflict('offers.errors.offerOver');
    if ((await listQuestions(tx.db, offer.id)).length >= mostQuestions) throw new Conflict('offers.errors.tooManyQuestions');
    const question: OfferQuestion = { id: tx.newId(), offerId: offer.id, status: 'asked', words, askedAt: now, ...noAnswer };
    await insertQuestion(tx.db, question);
    const { collaborative } = await record(tx, actor, offer, 'offers.ask');
    const link = tx.baseUrl + offerPaths.desk({ id: offer.id });
    const mails = [];
    for (const id of await listPeopleInRole(tx.db, 'staff', collaborative.id, dateOf(now))) {
      const to = recipientOf(await getPerson(tx.db, id));
      mails.push(questionReceivedMail({ to, t: tx.translate(to.locale), offer, collaborative, question, link, reference }));
    }
    await queueEmails(tx, mails);
  });
}

const noAnswer = { answer: null, answeredAt: null, answeredBy: null, version: 1 } as const;

/** Answers an applicant's question by mail. */
export function answerQuestion(deps: Deps, actor: Actor, given: { id: string; version: number; words: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const asked = await getQuestion(tx.db, given.id);
    const offer = await offerOfStaff(tx, actor, asked.offerId);
    if (asked.version !== given.version) throw new Conflict();
    const status = questionMachine.next(asked.status, 'answer');
    const question = { ...asked, status, answer: given.words, answeredAt: tx.clock.now(), answeredBy: actor.id };
    await saveQuestion(tx.db, question);
    await record(tx, actor, offer, 'offers.answerQuestion');
    await tellApplicant(tx, offer, (mail) => questionAnsweredMail({ ...mail, question }));
  });
}

/** Gives an applicant more time, with a reason that stands in the record. */
export function extendOffer(
  deps: Deps,
  actor: Actor,
  { id, version, until, reason }: { id: string; version: number; until: CalendarDate; reason: string },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const offer = await offerOfStaff(tx, actor, id);
    if (offer.version !== version) throw new Conflict();
    const extended = await saveOffer(tx.db, extend(offer, until, { reason, at: tx.clock.now() }));
    await record(tx, actor, extended, 'offers.extend', { answerBy: extended.answerBy });
    await tellApplicant(tx, extended, (mail) => extendedMail(mail));
  });
}

async function offerOfStaff(tx: Deps, actor: Actor, id: string): Promise<Offer> {
  const offer = await getOffer(tx.db, id);
  const { collaborativeId } = await getCandidacy(tx.db, offer.candidacyId);
  conceal(offerPolicy.manage(actor, { collaborativeId }));
  return offer;
}

type ToTell = Parameters<typeof extendedMail>[0];

async function tellApplicant(tx: Deps, offer: Offer, compose: (mail: ToTell) => ReturnType<typeof extendedMail>): Promise<void> {
  const to = await applicantRecipient(tx.db, offer.applicationId);
  if (to === null) return;
  const application = await getApplication(tx.db, offer.applicationId);
  const { collaborativeId } = await getCandidacy(tx.db, offer.candidacyId);
  const collaborative = await getCollaborative(tx.db, collaborativeId);
  const link = await offerLink(tx, application, offer);
  await queueEmails(tx, [compose({ to, t: tx.translate(to.locale), offer, collaborative, reference: application.reference, link })]);
}

async function record(tx: Deps, actor: Actor, offer: Offer, action: Action, after: Readonly<Record<string, unknown>> = {}) {
  const { collaborativeId } = await getCandidacy(tx.db, offer.candidacyId);
  await recordEvent(tx, { action, actor, subject: { kind: 'candidacy', id: offer.candidacyId }, collaborativeId, after });
  return { collaborative: await getCollaborative(tx.db, collaborativeId) };
}
