import { path } from '../../lib/path';

export const reviewPaths = {
  readers: path('/rubric/:code/readers'),
  panel: path('/staff/cycles/:code/:slug/panel'),
  addMember: path('/staff/cycles/:code/:slug/panel/member'),
  removeMember: path('/staff/cycles/:code/:slug/panel/members/:id/removal'),
  assignEvenly: path('/staff/cycles/:code/:slug/panel/assignment'),
  file: path('/staff/candidacies/:id'),
  assign: path('/staff/candidacies/:id/assignment'),
  list: path('/reviews'),
  guide: path('/reviews/guide'),
  acknowledge: path('/reviews/acknowledgement'),
  reading: path('/reviews/reading'),
  absence: path('/reviews/reading/absences'),
  absenceRemoval: path('/reviews/reading/absences/:id/removal'),
  conflict: path('/reviews/reading/conflicts'),
  conflictRemoval: path('/reviews/reading/conflicts/:id/removal'),
  show: path('/reviews/:id'),
  draft: path('/reviews/:id/draft'),
  completion: path('/reviews/:id/completion'),
  comment: path('/reviews/:id/comment'),
  recusal: path('/reviews/:id/recusal'),
} as const;
