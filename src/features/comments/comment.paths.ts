import { path } from '../../lib/path';

export const commentPaths = {
  write: path('/meetings/:id/comment'),
  sent: path('/meetings/:id/comment/sent'),
  desk: path('/meetings/:id/comments'),
  show: path('/meetings/:id/comments/:comment'),
  publication: path('/meetings/:id/comments/:comment/publication'),
  hold: path('/meetings/:id/comments/:comment/hold'),
} as const;
