import { path } from '../../lib/path';
import { accountPaths } from '../accounts';
import { membershipPaths } from '../membership';

export const peoplePaths = {
  record: accountPaths.record,
  ofBody: membershipPaths.people,
  inBody: path('/staff/:slug/people/:id'),
  mailInBody: path('/staff/:slug/people/:id/mails/:mail'),
  twins: accountPaths.twins,
  apart: path('/admin/people/:id/apart/:other'),
  merge: path('/admin/people/:id/merge/:other'),
} as const;
