import { path } from '../../lib/path';

/** The release of one collaborative stands at `slatePaths.release`. */
export const releasePaths = {
  cycle: path('/staff/cycles/:code/release'),
  letter: path('/staff/cycles/:code/:slug/release/letters/:id'),
  letterHtml: path('/staff/cycles/:code/:slug/release/letters/:id/html'),
  resetLetter: path('/staff/cycles/:code/:slug/release/letters/:id/reset'),
  wording: path('/staff/cycles/:code/:slug/release/wording/:letter'),
  resetWording: path('/staff/cycles/:code/:slug/release/wording/:letter/reset'),
} as const;
