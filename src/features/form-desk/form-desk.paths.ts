import { path } from '../../lib/path';

export const formDeskPaths = {
  show: path('/staff/cycles/:code/form'),
  order: path('/staff/cycles/:code/form/order'),
  copy: path('/staff/cycles/:code/form/copy'),
  undo: path('/staff/cycles/:code/form/undo'),
  newPage: path('/staff/cycles/:code/form/pages/new'),
  pages: path('/staff/cycles/:code/form/pages'),
  page: path('/staff/cycles/:code/form/pages/:page'),
  pageRemoval: path('/staff/cycles/:code/form/pages/:page/removal'),
  newQuestion: path('/staff/cycles/:code/form/pages/:page/questions/new'),
  questions: path('/staff/cycles/:code/form/pages/:page/questions'),
  question: path('/staff/cycles/:code/form/questions/:key'),
  questionRemoval: path('/staff/cycles/:code/form/questions/:key/removal'),
  versions: path('/staff/cycles/:code/form/versions'),
  discard: path('/staff/cycles/:code/form/versions/removal'),
  publication: path('/staff/cycles/:code/form/publication'),
  preview: path('/staff/cycles/:code/form/preview'),
} as const;
