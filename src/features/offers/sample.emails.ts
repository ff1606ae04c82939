import type { Email } from '../../mail/email';
import type { LetterSample } from '../cycles';
import { alternateMail, offerMail, regretMail } from './decision.emails';
import { answerBy, type Offer } from './offer';
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
    answeredAt: null,
    answeredVia: null,
    answeredBy: null,
    declineReason: null,
    extensionReason: null,
    version: 1,
  };
  const decided = { to, t, candidacy: { id: 'sample', constituency: 'families' as const }, reference, cycle, collaborative, link };
  const lapse = { to, t, offer, collaborative, reference, seatCode: `${collaborative.code}-1`, link };
  return [
    offerMail(decided, offer, false),
    offerMail(decided, offer, true),
    alternateMail(decided),
    regretMail(decided, 'others_ranked_higher'),
    regretMail(decided, 'no_seat_on_offer'),
    lapsedMail(lapse),
    seatGoesOnMail(lapse),
  ];
}
