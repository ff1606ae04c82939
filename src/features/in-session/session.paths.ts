import { path } from '../../lib/path';

export const sessionPaths = {
  show: path('/meetings/:id/session'),
  beginning: path('/meetings/:id/session/beginning'),
  adjournment: path('/meetings/:id/session/adjournment'),
  rollCall: path('/meetings/:id/session/roll-call'),
  movement: path('/meetings/:id/session/movement'),
  movementRemoval: path('/meetings/:id/session/movements/:movement/removal'),
  devices: path('/meetings/:id/session/devices'),
  item: path('/meetings/:id/session/items/:item'),
  turn: path('/meetings/:id/session/items/:item/turn'),
  note: path('/meetings/:id/session/items/:item/note'),
  outcome: path('/meetings/:id/session/items/:item/outcome'),
  motion: path('/meetings/:id/session/items/:item/motion'),
  vote: path('/meetings/:id/session/motions/:motion/vote'),
  withdrawal: path('/meetings/:id/session/motions/:motion/withdrawal'),
  exceptions: path('/meetings/:id/session/exceptions'),
  exceptionVote: path('/meetings/:id/session/exceptions/:exception/vote'),
  exceptionWithdrawal: path('/meetings/:id/session/exceptions/:exception/withdrawal'),
  actionItem: path('/meetings/:id/session/items/:item/action-item'),
  completion: path('/meetings/:id/session/action-items/:task/completion'),
  dropping: path('/meetings/:id/session/action-items/:task/dropping'),
} as const;
