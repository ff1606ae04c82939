import { path } from '../../lib/path';

export const cyclePaths = {
  list: path('/staff/cycles'),
  new: path('/staff/cycles/new'),
  show: path('/staff/cycles/:code'),
  edit: path('/staff/cycles/:code/edit'),
  dates: path('/staff/cycles/:code/dates'),
  settings: path('/staff/cycles/:code/settings'),
  everyApplication: path('/staff/cycles/:code/applications'),
  applications: path('/staff/cycles/:code/:slug/applications'),
  panel: path('/staff/cycles/:code/:slug/panel'),
  slate: path('/staff/cycles/:code/:slug/slate'),
  rubric: path('/rubric/:code'),
  statistics: path('/cycles/:code/statistics'),
} as const;
