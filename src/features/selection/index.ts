export { type Offer, type OfferStatus } from './offer';
export { lapseOffers, type WhenAccepted } from './offer.actions';
export { insertOffers } from './offer.queries';
export { approvalPaths, offerPaths, slatePaths } from './selection.paths';
export { selectionRoutes } from './selection.routes';
export { type Entry, type Slate, type SlateStatus } from './slate';
export { insertSlate, saveEntries, saveSlate } from './slate.queries';
