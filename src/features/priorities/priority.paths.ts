import { path } from '../../lib/path';

export const priorityPaths = {
  show: path('/:c/priorities'),
  desk: path('/staff/:slug/priorities'),
  order: path('/staff/:slug/priorities/order'),
  one: path('/staff/:slug/priorities/:priority'),
  retirement: path('/staff/:slug/priorities/:priority/retirement'),
  renewal: path('/staff/:slug/priorities/:priority/renewal'),
  removal: path('/staff/:slug/priorities/:priority/removal'),
} as const;

/** Where the public reads of one priority and what was done on it. */
export const priorityAddress = (c: string, id: string): string => `${priorityPaths.show({ c })}#priority-${id}`;
