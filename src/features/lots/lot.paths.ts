import { path } from '../../lib/path';

export const lotPaths = {
  /** Public: the rule, the seed and, once decided, the references. */
  show: path('/lots/:id'),
  list: path('/staff/cycles/:code/:slug/lots'),
  desk: path('/staff/lots/:id'),
  draw: path('/staff/lots/:id/draw'),
  cancel: path('/staff/lots/:id/cancellation'),
  redraw: path('/staff/lots/:id/redraw'),
} as const;
