import { path } from '../../lib/path';
import { accountPaths } from '../accounts';
import { membershipPaths } from '../membership';

export const peoplePaths = {
  record: accountPaths.record,
  ofBody: membershipPaths.people,
  inBody: path('/staff/:slug/people/:id'),
  mailInBody: path('/staff/:slug/people/:id/mails/:mail'),
  merge: path('/admin/people/:id/merge/:other'),
} as const;
