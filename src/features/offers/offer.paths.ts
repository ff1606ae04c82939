import { path } from '../../lib/path';
import { slatePaths } from '../selection';

export const offerPaths = {
  show: path('/applications/:ref/offer'),
  open: path('/applications/:ref/offer/:token'),
  accept: path('/applications/:ref/acceptance'),
  askDecline: path('/applications/:ref/offer-decline'),
  decline: path('/applications/:ref/decline'),
  ask: path('/applications/:ref/offer-question'),
  /** For staff: one offer, and the live board of a collaborative. */
  desk: path('/staff/offers/:id'),
  extension: path('/staff/offers/:id/extension'),
  answer: path('/staff/offer-questions/:id/answer'),
  board: slatePaths.offers,
  /** Who waits for a seat, over all cycles of a collaborative. */
  alternates: path('/staff/:slug/alternates'),
  next: path('/staff/cycles/:code/:slug/offers/next'),
  /** Answered by those who phone. */
  calls: path('/staff/cycles/:code/:slug/calls'),
} as const;
