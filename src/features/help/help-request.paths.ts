import { path } from '../../lib/path';

export const helpPaths = {
  page: path('/help'),
  sent: path('/help/sent'),
  list: path('/staff/help'),
  show: path('/staff/help/:id'),
  answer: path('/staff/help/:id/answer'),
} as const;
