import { path } from '../../lib/path';

export const topicPaths = {
  mine: path('/me/topics'),
  list: path('/me/topics/:slug'),
  desk: path('/staff/:slug/topics'),
  one: path('/staff/:slug/topics/:id'),
  decision: path('/staff/:slug/topics/:id/decision'),
} as const;
