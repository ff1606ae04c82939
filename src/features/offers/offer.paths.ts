import { path } from '../../lib/path';

export const offerPaths = {
  show: path('/applications/:ref/offer'),
  open: path('/applications/:ref/offer/:token'),
  accept: path('/applications/:ref/acceptance'),
  askDecline: path('/applications/:ref/offer-decline'),
  decline: path('/applications/:ref/decline'),
} as const;
