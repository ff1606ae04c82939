import { path } from '../../lib/path';
import { slatePaths } from '../selection';

/** The release of one collaborative stands at `slatePaths.release`. */
export const releasePaths = {
  cycle: path('/staff/cycles/:code/release'),
  /** Who was decided on, how and why: everybody, or one person. */
  record: slatePaths.record,
  /** Everything about everybody on one page, to print. */
  fullRecord: path('/staff/cycles/:code/:slug/record/full'),
  personRecord: path('/staff/cycles/:code/:slug/record/:id'),
  letter: path('/staff/cycles/:code/:slug/release/letters/:id'),
  letterHtml: path('/staff/cycles/:code/:slug/release/letters/:id/html'),
  resetLetter: path('/staff/cycles/:code/:slug/release/letters/:id/reset'),
  wording: path('/staff/cycles/:code/:slug/release/wording/:letter'),
  resetWording: path('/staff/cycles/:code/:slug/release/wording/:letter/reset'),
} as const;
