import { path } from '../../lib/path';

export const directoryPaths = {
  mine: path('/me/directory'),
  show: path('/me/directory/:slug'),
  entry: path('/me/directory/:slug/entry'),
  message: path('/me/directory/:slug/messages/:id'),
  block: path('/me/directory/:slug/blocks/:id'),
  unblock: path('/me/directory/:slug/blocks/:id/end'),
  received: path('/me/messages/:id'),
  report: path('/me/messages/:id/report'),
  reported: path('/staff/:slug/reported-messages'),
  dealtWith: path('/staff/:slug/reported-messages/:id/dealt-with'),
} as const;
