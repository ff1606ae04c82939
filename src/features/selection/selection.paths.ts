import { path } from '../../lib/path';

export const slatePaths = {
  board: path('/staff/cycles/:code/:slug/slate'),
  candidate: path('/staff/cycles/:code/:slug/slate/candidacies/:id'),
  place: path('/staff/cycles/:code/:slug/slate/placement'),
  remove: path('/staff/cycles/:code/:slug/slate/removal'),
  move: path('/staff/cycles/:code/:slug/slate/order'),
  send: path('/staff/cycles/:code/:slug/slate/sending'),
  takeBack: path('/staff/cycles/:code/:slug/slate/recall'),
  release: path('/staff/cycles/:code/:slug/release'),
} as const;

export const approvalPaths = {
  list: path('/approvals'),
  show: path('/approvals/:id'),
  approve: path('/approvals/:id/approval'),
  sendBack: path('/approvals/:id/return'),
} as const;
