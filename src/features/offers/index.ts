export { type Offer, type OfferStatus } from './offer';
export { lapseOffers, type WhenAccepted } from './offer.actions';
export { offerPaths } from './offer.paths';
export { insertOffers } from './offer.queries';
export { offerRoutes } from './offers.routes';
