import { path } from '../../lib/path';

export const searchPaths = { page: path('/search') } as const;
