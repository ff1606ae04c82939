import { path } from '../../lib/path';

export const requestPaths = {
  ask: path('/:c/agenda/by-mail'),
  sent: path('/:c/agenda/by-mail/sent'),
  confirm: path('/agenda-requests/confirm/:token'),
  renewal: path('/agenda-requests/renewal/:token'),
  leave: path('/agenda-requests/leave/:token'),
} as const;
