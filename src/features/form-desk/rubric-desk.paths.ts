import { path } from '../../lib/path';

export const rubricDeskPaths = {
  show: path('/staff/cycles/:code/rubric'),
  weights: path('/staff/cycles/:code/rubric/weights'),
  order: path('/staff/cycles/:code/rubric/order'),
  versions: path('/staff/cycles/:code/rubric/versions'),
  discard: path('/staff/cycles/:code/rubric/versions/removal'),
  publication: path('/staff/cycles/:code/rubric/publication'),
  new: path('/staff/cycles/:code/rubric/criteria/new'),
  criteria: path('/staff/cycles/:code/rubric/criteria'),
  criterion: path('/staff/cycles/:code/rubric/criteria/:key'),
  removal: path('/staff/cycles/:code/rubric/criteria/:key/removal'),
} as const;
