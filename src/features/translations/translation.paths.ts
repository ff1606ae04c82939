import { path } from '../../lib/path';
import { meetingPaths } from '../meetings';

export const translationPaths = {
  queue: meetingPaths.translations,
  assignment: path('/staff/:slug/translations/assignment'),
} as const;
