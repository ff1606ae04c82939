import { path } from '../../lib/path';
import { meetingPaths } from '../meetings';

export const translationPaths = {
  queue: meetingPaths.translations,
  assignment: path('/staff/:slug/translations/assignment'),
  /** `kind`: `minutes` (by their meeting) or `note`. */
  words: path('/staff/:slug/translations/:kind/:id'),
} as const;
