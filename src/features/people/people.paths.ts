import { path } from '../../lib/path';
import { accountPaths } from '../accounts';

export const peoplePaths = {
  record: accountPaths.record,
  merge: path('/admin/people/:id/merge/:other'),
} as const;
