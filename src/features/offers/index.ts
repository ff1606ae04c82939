export { type AnswerChannel, type Offer, type OfferStatus } from './offer';
export { offerReminders } from './offer.reminders';
export { expireAlternates } from './next.actions';
export { acceptOffer, declineOffer, lapseOffers, type Answering, type WhenAccepted } from './offer.actions';
export { offerPolicy } from './offer.policy';
export { offerPaths } from './offer.paths';
export { insertOffers } from './offer.queries';
export { sampleOfferLetters } from './sample.emails';
export { offerRoutes } from './offers.routes';
