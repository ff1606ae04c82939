import { path } from '../../lib/path';

export const panelPaths = {
  limits: path('/staff/cycles/:code/:slug/panel/members/:id/limits'),
  conflicts: path('/staff/cycles/:code/:slug/panel/conflicts'),
  verdict: path('/staff/cycles/:code/:slug/panel/conflicts/verdict'),
  report: path('/staff/cycles/:code/:slug/panel/report'),
  hidden: path('/staff/candidacies/:id/hidden'),
  hiding: path('/staff/candidacies/:id/hidden/words'),
  showing: path('/staff/candidacies/:id/hidden/:redaction/removal'),
} as const;
