import { path } from '../../lib/path';

export const attendancePaths = {
  body: path('/:c/attendance'),
  person: path('/:c/attendance/:id'),
} as const;
