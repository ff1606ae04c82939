import { path } from '../../lib/path';

export const followPaths = {
  page: path('/follow'),
  sent: path('/follow/sent'),
  confirm: path('/follow/confirm/:token'),
  leave: path('/follow/leave/:token'),
  choices: path('/follow/choices/:token'),
  feed: path('/feed.atom'),
  feedOf: path('/:c/feed.atom'),
} as const;
