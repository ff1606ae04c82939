import { path } from '../../lib/path';
import { accountPaths } from '../accounts';

export const deputyPaths = {
  own: path('/staff/deputies'),
  ending: path('/staff/deputies/:id/ending'),
  of: accountPaths.deputies,
} as const;
