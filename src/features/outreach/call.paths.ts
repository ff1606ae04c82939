import { path } from '../../lib/path';
import { offerPaths } from '../offers';

export const callPaths = {
  mine: path('/staff/calls'),
  list: offerPaths.calls,
  show: path('/staff/cycles/:code/:slug/calls/:offer'),
  log: path('/staff/cycles/:code/:slug/calls/:offer/log'),
  answer: path('/staff/cycles/:code/:slug/calls/:offer/answer'),
  callers: path('/staff/cycles/:code/:slug/callers'),
  end: path('/staff/cycles/:code/:slug/callers/:person/removal'),
} as const;
