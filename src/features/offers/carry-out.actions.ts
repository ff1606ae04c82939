import type { Deps } from '../../deps';
import { recordEvents, type EventToRecord } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { hoursBetween, type Instant } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import { queueEmails } from '../../mail/queue-email';
import { issueToken } from '../accounts';
import { applicantRecipients, saveCandidacyStatus, statusLink, type Candidacy } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import type { Decision } from '../selection';
import { alternateMail, offerMail, regretMail, type Decided } from './decision.emails';
import { answerBy, unanswered, type Offer } from './offer';
import { insertOffers } from './offer.queries';
import { offerPaths } from './offer.paths';

/** One decision made true: the candidacy's step, and the letter that says it. */
export interface Step extends Pick<Decision, 'kind' | 'seatId' | 'letterReason'> {
  readonly candidacy: Candidacy & { readonly reference: string };
  /** `next` for an alternate who is asked; `none` where another letter said enough. */
  readonly letter: 'usual' | 'next' | 'none';
}

export interface Place {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
}

/** A token for the letter's link; it opens the offer until its last moment, as often as the reader likes. */
export const offerPurpose = 'offer';

const stepsOf = {
  offer: { event: 'offer', action: 'offers.offer' },
  alternate: { event: 'placeAsAlternate', action: 'offers.placeAsAlternate' },
  not_selected: { event: 'refuse', action: 'offers.refuse' },
} as const;

/** Carries out decisions: states, offers, letters in each reader's language, history; all in the caller's transaction. */
export async function carryOut(tx: Deps, actor: Actor | 'system', place: Place, steps: readonly Step[]): Promise<void> {
  const now = tx.clock.now();
  const recipients = await applicantRecipients(
    tx.db,
    steps.map((step) => step.candidacy.applicationId),
  );
  const offers = new Map(steps.filter((step) => step.kind === 'offer').map((step) => [step, offerOf(tx, step, place, now)]));
  const mails: Email[] = [];
  for (const step of steps) {
    await saveCandidacyStatus(tx, step.candidacy, stepsOf[step.kind].event, now);
    const to = recipients.get(step.candidacy.applicationId);
    if (to !== undefined && step.letter !== 'none') mails.push(await letterOf(tx, place, step, { to, offer: offers.get(step) ?? null }));
  }
  await insertOffers(tx.db, [...offers.values()]);
  await queueEmails(tx, mails);
  await recordEvents(
    tx,
    steps.map((step) => lineOf(actor, place, step)),
  );
}

const offerOf = (tx: Deps, { candidacy, seatId }: Step, { cycle }: Place, now: Instant): Offer => ({
  id: tx.newId(),
  candidacyId: candidacy.id,
  applicationId: candidacy.applicationId,
  seatId: seatId ?? '',
  status: 'open',
  offeredAt: now,
  answerBy: answerBy(now, cycle.answerDays),
  ...unanswered,
  version: 1,
});

async function letterOf(tx: Deps, place: Place, step: Step, { to, offer }: { to: Recipient; offer: Offer | null }): Promise<Email> {
  const { candidacy } = step;
  const application = { id: candidacy.applicationId, reference: candidacy.reference };
  const link = offer === null ? await statusLink(tx, application, place.cycle) : await offerLink(tx, application, offer);
  const letter: Decided = { ...place, to, link, candidacy, reference: candidacy.reference, t: tx.translate(to.locale) };
  if (offer !== null) return offerMail(letter, offer, step.letter === 'next');
  return step.kind === 'alternate' ? alternateMail(letter) : regretMail(letter, step.letterReason);
}

async function offerLink(tx: Deps, application: { id: string; reference: string }, offer: Offer): Promise<string> {
  const hours = hoursBetween(tx.clock.now(), offer.answerBy);
  const token = await issueToken(tx, { purpose: offerPurpose, subjectId: application.id, hours });
  return tx.baseUrl + offerPaths.open({ ref: application.reference, token });
}

const lineOf = (actor: Actor | 'system', { collaborative }: Place, step: Step): EventToRecord => ({
  action: stepsOf[step.kind].action,
  actor,
  subject: { kind: 'candidacy', id: step.candidacy.id },
  collaborativeId: collaborative.id,
  before: { status: step.candidacy.status },
  after: { seat: step.seatId },
});
