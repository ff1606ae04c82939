import { path } from '../../lib/path';

export const outreachPaths = {
  /** The short address under the code of a flyer. */
  short: path('/a/:c/:lang'),
  join: path('/:c/join'),
  flyer: path('/:c/flyer'),
  flyerBoth: path('/:c/flyer/both'),
  picture: path('/:c/flyer/:lang/qr.svg'),
  share: path('/:c/share'),
} as const;

export const invitationPaths = {
  page: path('/:c/invitation'),
  sent: path('/:c/invitation/sent'),
  stop: path('/invitations/stop/:token'),
} as const;
