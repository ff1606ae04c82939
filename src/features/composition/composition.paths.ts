import { path } from '../../lib/path';

export const compositionPaths = { targets: path('/staff/cycles/:code/:slug/targets') } as const;
