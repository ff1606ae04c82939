import { path } from '../../lib/path';

export const lateEntryPaths = {
  codes: path('/staff/cycles/:code/late-codes'),
  revocation: path('/staff/cycles/:code/late-codes/:id/revocation'),
  extensions: path('/staff/cycles/:code/extensions'),
  enter: path('/apply/late'),
} as const;
