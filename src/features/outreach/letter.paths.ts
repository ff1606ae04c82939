import { path } from '../../lib/path';

export const letterPaths = {
  list: path('/staff/:slug/letters'),
  print: path('/staff/:slug/letters/printing'),
  run: path('/staff/:slug/letters/runs/:run'),
  postRun: path('/staff/:slug/letters/runs/:run/posting'),
  show: path('/staff/:slug/letters/:id'),
  step: path('/staff/:slug/letters/:id/step'),
} as const;
