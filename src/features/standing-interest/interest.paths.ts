import { path } from '../../lib/path';

export const interestPaths = {
  /** Asked by every mail of this kind; a mail program presses it by itself. */
  leave: path('/interest/leave/:token'),
  /** Begins the next application, filled in with the last answers; answered by the applications. */
  again: path('/apply/again/:token'),
} as const;
