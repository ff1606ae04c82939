import type { Email } from '../../mail/email';
import type { LetterSample } from '../cycles';
import { decisionMail } from './decision.emails';
import { letterCodes } from './letter';
import { answerBy, unanswered, type Offer } from './offer';
import { lapsedMail, seatGoesOnMail } from './offer.emails';

/** The letters of a release and of what follows an offer, with sample data. */
export function sampleOfferLetters(sample: LetterSample): Email[] {
  const { cycle, collaborative, to, reference, t, baseUrl: link, now } = sample;
  const offer: Offer = {
    id: 'sample',
    candidacyId: 'sample',
    applicationId: 'sample',
    seatId: 'sample',
    status: 'open',
    offeredAt: now,
    answerBy: answerBy(now, cycle.answerDays),
    ...unanswered,
    version: 1,
  };
  const candidacy = { id: 'sample', constituency: 'families' as const };
  const decided = { to, t, candidacy, reference, cycle, collaborative, link, texts: new Map<string, never>(), sentAt: now };
  const lapse = { to, t, offer, collaborative, reference, seatCode: `${collaborative.code}-1`, link, at: now };
  return [
    ...letterCodes.map((code) => decisionMail({ ...decided, code, offer: code === 'offer' || code === 'next' ? offer : null })),
    lapsedMail(lapse),
    seatGoesOnMail(lapse),
  ];
}
