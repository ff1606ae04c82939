import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { getPerson, insertPerson, listPeopleInRole, recipientOf } from '../accounts';
import {
  applicantRecipient,
  candidacyMachine,
  getApplication,
  getApplicationByReference,
  getCandidacy,
  listCandidaciesOf,
  saveCandidacyStatus,
  statusLink,
  type Application,
  type Candidacy,
} from '../applications';
import { getCollaborative } from '../collaboratives';
import { getCycle, type Cycle } from '../cycles';
import { listWithoutConsent } from '../guardians';
import { createPendingMembership, getSeat, type Membership } from '../membership';
import { carryOut } from './carry-out.actions';
import { answer, lapse, type Answer, type AnswerChannel, type Offer } from './offer';
import { lapsedMail, seatGoesOnMail } from './offer.emails';
import { findLatestOffer, listOverdueOffers, saveOffer } from './offer.queries';
import { fillFreeSeats, settle } from './settle.actions';
import { listCyclesWithSlates } from './settle.queries';
import { offerPolicy } from './offer.policy';

/** What another feature does in the same transaction when a seat is accepted (the checklist begins). */
export type WhenAccepted = (tx: Deps, actor: Actor, membership: Membership) => Promise<void>;

/** An answer to an offer: by the applicant, or said on the phone to the acting caller or staff. */
export interface Answering {
  readonly reference: string;
  readonly by?: AnswerChannel;
  /** Why the seat is declined, in the applicant's words; may be empty. */
  readonly reason?: string;
}

/** Takes the seat: the other candidacies end, the membership waits for its term, the checklist begins. */
export function acceptOffer(deps: Deps, actor: Actor, answering: Answering, whenAccepted: WhenAccepted): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { application, candidacy } = await answered(tx, actor, { ...answering, event: 'accept' });
    if ((await listWithoutConsent(tx.db, [application.id])).size > 0) throw new Conflict('offers.errors.guardianFirst');
    const now = tx.clock.now();
    const cycle = await getCycle(tx.db, application.cycleId);
    await endOthers(tx, actor, { cycle, application, acceptedId: candidacy.id });
    const today = dateOf(now);
    const membership = await createPendingMembership(tx, actor, {
      seatId: candidacy.seatId,
      personId: await personOf(tx, application),
      candidacyId: candidacy.id,
      termStartsOn: cycle.termStartsOn > today ? cycle.termStartsOn : today,
      termEndsOn: cycle.termEndsOn,
    });
    await whenAccepted(tx, actor, membership);
    await fillFreeSeats(tx, actor, cycle.id);
  });
}

interface Ending {
  readonly cycle: Cycle;
  readonly application: Application;
  readonly acceptedId: string;
}

/** Accepting ends the other candidacies (domain.md 4); who waited for a letter there is told. */
async function endOthers(tx: Deps, actor: Actor, { cycle, application, acceptedId }: Ending): Promise<void> {
  for (const other of await listCandidaciesOf(tx.db, application.id)) {
    if (other.id === acceptedId || !candidacyMachine.can(other.status, 'withdraw')) continue;
    const place = { cycle, collaborative: await getCollaborative(tx.db, other.collaborativeId) };
    const candidacy = { ...other, reference: application.reference };
    const isSilent = !other.isReviewed || other.status !== 'in_review';
    await carryOut(tx, actor, place, [{ candidacy, code: 'kept_elsewhere', seatId: null, isSilent }]);
  }
}

/** Refuses the seat; it goes to the next alternate. */
export function declineOffer(deps: Deps, actor: Actor, answering: Answering): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const { candidacy } = await answered(tx, actor, { ...answering, event: 'decline' });
    await passOn(tx, actor, candidacy);
  });
}

/** Writes the answer down, with who heard it where it came by phone. */
async function answered(tx: Deps, actor: Actor, { reference, event, by = 'self', reason }: Answering & Pick<Answer, 'event'>) {
  const { application, offer, candidacy } = await offerAt(tx, actor, { reference, by });
  const at = tx.clock.now();
  await saveOffer(tx.db, answer(offer, { event, at, via: by, by: actor.id, reason }));
  const saved = await saveCandidacyStatus(tx, candidacy, event, at);
  await record(tx, actor, saved, { action: `offers.${event}`, via: by });
  return { application, candidacy: { ...saved, seatId: offer.seatId } };
}

/** Ends offers nobody answered in time, each by itself, and sees to seats that became free; for the worker. */
export async function lapseOffers(deps: Deps): Promise<void> {
  for (const { id, applicationId } of await listOverdueOffers(deps.db, deps.clock.now())) {
    await inTransaction(deps, async (tx) => {
      const offer = await findLatestOffer(tx.db, applicationId);
      if (offer?.id !== id || offer.status !== 'open') return;
      await lapseOne(tx, offer);
    });
  }
  for (const cycleId of await listCyclesWithSlates(deps.db)) await inTransaction(deps, (tx) => fillFreeSeats(tx, 'system', cycleId));
}

async function lapseOne(tx: Deps, offer: Offer): Promise<void> {
  const now = tx.clock.now();
  await saveOffer(tx.db, lapse(offer, now));
  const candidacy = await saveCandidacyStatus(tx, await getCandidacy(tx.db, offer.candidacyId), 'lapse', now);
  await record(tx, 'system', candidacy, { action: 'offers.lapse' });
  await tellOfLapse(tx, candidacy, offer);
  await passOn(tx, 'system', candidacy);
}

/** What was held back for a better preference is now said; the seat is offered to who is next. */
async function passOn(tx: Deps, actor: Actor | 'system', candidacy: Candidacy): Promise<void> {
  const cycle = await getCycle(tx.db, candidacy.cycleId);
  await settle(tx, actor, cycle, [candidacy.applicationId]);
  await fillFreeSeats(tx, actor, cycle.id);
}

async function offerAt(tx: Deps, actor: Actor, { reference, by }: { reference: string; by: AnswerChannel }) {
  const application = await getApplicationByReference(tx.db, reference);
  const applicantId = application.personId;
  if (by === 'self') conceal(offerPolicy.answer(actor, { applicationId: application.id, applicantId }));
  const offer = await findLatestOffer(tx.db, application.id);
  if (offer === undefined) throw new NotFound();
  const candidacy = await getCandidacy(tx.db, offer.candidacyId);
  if (by === 'phone') conceal(offerPolicy.answerByPhone(actor, { ...candidacy, applicantId }));
  return { application, offer, candidacy };
}

/** Who takes the seat; an application sent before people had records gets one now. */
async function personOf(tx: Deps, application: Application): Promise<string> {
  if (application.personId !== null) return application.personId;
  const { name, email, locale, zip } = application;
  return (await insertPerson(tx, { name, email, locale, zip: zip ?? '' })).id;
}

/** Tells the applicant that the offer is over, and the staff that the seat goes on. */
export async function tellOfLapse(tx: Deps, candidacy: Candidacy, offer: Offer): Promise<void> {
  const collaborative = await getCollaborative(tx.db, candidacy.collaborativeId);
  const cycle = await getCycle(tx.db, candidacy.cycleId);
  const application = await getApplication(tx.db, candidacy.applicationId);
  const seat = await getSeat(tx.db, offer.seatId);
  const facts = { offer, collaborative, reference: application.reference, seatCode: seat.code, at: tx.clock.now() };
  const mails = [];
  const to = await applicantRecipient(tx.db, application.id);
  if (to !== null) mails.push(lapsedMail({ ...facts, to, t: tx.translate(to.locale), link: await statusLink(tx, application, cycle) }));
  for (const id of await listPeopleInRole(tx.db, 'staff', collaborative.id, dateOf(tx.clock.now()))) {
    const staff = recipientOf(await getPerson(tx.db, id));
    const link = `${tx.baseUrl}/staff/cycles/${cycle.code}/${collaborative.slug}/slate`;
    mails.push(seatGoesOnMail({ ...facts, to: staff, t: tx.translate(staff.locale), link }));
  }
  await queueEmails(tx, mails);
}

interface Line {
  readonly action: Action;
  readonly via?: AnswerChannel;
}

const record = (tx: Deps, actor: Actor | 'system', candidacy: Candidacy, { action, via }: Line): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'candidacy', id: candidacy.id },
    collaborativeId: candidacy.collaborativeId,
    after: { status: candidacy.status, ...(via === 'phone' ? { via } : {}) },
  });
