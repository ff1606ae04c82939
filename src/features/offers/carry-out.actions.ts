import type { Deps } from '../../deps';
import { recordEvents, type EventToRecord } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { hoursBetween, type Instant } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import { queueEmails } from '../../mail/queue-email';
import { subjectLine } from '../../mail/render-email';
import { issueToken } from '../accounts';
import { applicantRecipients, saveCandidacyStatus, statusLink, type Candidacy, type CandidacyEvent } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { decisionMail, type Decided } from './decision.emails';
import { isRegret, kindSlot, personSlot, type LetterCode, type LetterTexts } from './letter';
import { freezeLetters, latestTexts, type NewLetter } from './letter.queries';
import { answerBy, unanswered, type Offer } from './offer';
import { insertOffers } from './offer.queries';
import { offerPaths } from './offer.paths';

/** One decision made true: the candidacy's step, and the letter that says it. */
export interface Step {
  readonly candidacy: Candidacy & { readonly reference: string };
  readonly code: LetterCode;
  readonly seatId: string | null;
  /** Another letter says enough: a lower choice that no panel read. */
  readonly isSilent: boolean;
}

export interface Place {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
}

/** A token for the letter's link; it opens the offer until its last moment, as often as the reader likes. */
export const offerPurpose = 'offer';

interface Change {
  readonly event: CandidacyEvent;
  readonly action: 'offers.offer' | 'offers.placeAsAlternate' | 'offers.refuse' | 'offers.endOther' | 'offers.expire';
}

function changeOf(code: LetterCode): Change {
  if (code === 'offer' || code === 'next') return { event: 'offer', action: 'offers.offer' };
  if (code === 'alternate') return { event: 'placeAsAlternate', action: 'offers.placeAsAlternate' };
  if (code === 'kept_elsewhere') return { event: 'withdraw', action: 'offers.endOther' };
  return isRegret(code) ? { event: 'refuse', action: 'offers.refuse' } : { event: 'expire', action: 'offers.expire' };
}

/** Carries out decisions: states, offers, letters in each reader's language, history; all in the caller's transaction. */
export async function carryOut(tx: Deps, actor: Actor | 'system', place: Place, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const now = tx.clock.now();
  const ids = steps.map((step) => step.candidacy.applicationId);
  const recipients = await applicantRecipients(tx.db, ids);
  const texts = await latestTexts(tx.db, { cycleId: place.cycle.id, collaborativeId: place.collaborative.id });
  const offers = new Map(steps.filter(isOffer).map((step) => [step, offerOf(tx, step, place, now)]));
  const letters: Decided[] = [];
  for (const step of steps) {
    await saveCandidacyStatus(tx, step.candidacy, changeOf(step.code).event, now);
    const to = recipients.get(step.candidacy.applicationId);
    if (to === undefined || step.isSilent) continue;
    letters.push(await letterOf(tx, { ...place, texts, sentAt: now }, step, { to, offer: offers.get(step) ?? null }));
  }
  await insertOffers(tx.db, [...offers.values()]);
  await sendLetters(tx, letters);
  await recordEvents(
    tx,
    steps.map((step) => lineOf(actor, place, step)),
  );
}

/** Queues the letters, and keeps each as it goes out. */
async function sendLetters(tx: Deps, letters: readonly Decided[]): Promise<void> {
  const mails = letters.map((letter) => decisionMail(letter));
  await queueEmails(tx, mails);
  const kept = letters.map((letter, at): NewLetter => ({
    id: tx.newId(),
    candidacy_id: letter.candidacy.id,
    code: letter.code,
    locale: letter.to.locale,
    subject: subjectLine(mails[at]?.subject ?? ''),
    dedupe_key: mails[at]?.dedupeKey ?? '',
    kind_version: versionOf(letter.texts, kindSlot(letter.code)),
    own_version: versionOf(letter.texts, personSlot(letter.candidacy.id)),
    created_at: letter.sentAt,
  }));
  await freezeLetters(tx.db, kept);
}

function versionOf(texts: LetterTexts, slot: string): number | null {
  const text = texts.get(slot);
  return text === undefined || text.wordings === null ? null : text.version;
}

const isOffer = ({ code }: Pick<Step, 'code'>): boolean => code === 'offer' || code === 'next';

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

type Setting = Place & Pick<Decided, 'texts' | 'sentAt'>;

async function letterOf(tx: Deps, setting: Setting, step: Step, { to, offer }: { to: Recipient; offer: Offer | null }): Promise<Decided> {
  const { candidacy, code } = step;
  const application = { id: candidacy.applicationId, reference: candidacy.reference };
  const link = offer === null ? await statusLink(tx, application, setting.cycle) : await offerLink(tx, application, offer);
  return { ...setting, to, link, code, candidacy, offer, reference: candidacy.reference, t: tx.translate(to.locale) };
}

/** The absolute link that opens an offer without a password until its last moment. */
export async function offerLink(tx: Deps, application: { id: string; reference: string }, offer: Pick<Offer, 'answerBy'>): Promise<string> {
  const hours = hoursBetween(tx.clock.now(), offer.answerBy);
  const token = await issueToken(tx, { purpose: offerPurpose, subjectId: application.id, hours });
  return tx.baseUrl + offerPaths.open({ ref: application.reference, token });
}

const lineOf = (actor: Actor | 'system', { collaborative }: Place, step: Step): EventToRecord => ({
  action: changeOf(step.code).action,
  actor,
  subject: { kind: 'candidacy', id: step.candidacy.id },
  collaborativeId: collaborative.id,
  before: { status: step.candidacy.status },
  after: { seat: step.seatId, reason: isRegret(step.code) ? step.code : null },
});
