import { path } from '../../lib/path';

export const applyPaths = {
  start: path('/apply'),
  check: path('/apply/check'),
  submission: path('/apply/submission'),
  askForLink: path('/apply/resume'),
  resume: path('/apply/resume/:token'),
  /** The form to print and fill in by hand. */
  paper: path('/apply/paper/:code'),
  page: path('/apply/:page'),
  draft: path('/apply/:page/draft'),
} as const;

export const applicationPaths = {
  show: path('/applications/:ref'),
  confirmation: path('/applications/:ref/confirmation'),
  changes: path('/applications/:ref/changes'),
  withdrawal: path('/applications/:ref/withdrawal'),
  /** Taking a withdrawal back. */
  reinstatement: path('/applications/:ref/reinstatement'),
  open: path('/applications/:ref/open/:token'),
  file: path('/applications/:ref/files/:id/:name'),
  interest: path('/applications/:ref/interest'),
  discarding: path('/applications/:ref/discarding'),
  /** Taking out of a draft what an earlier application had filled in. */
  blank: path('/applications/:ref/blank'),
  submission: path('/applications/:ref/submissions/:number'),
  /** Answered by the selection of applicants. */
  offer: path('/applications/:ref/offer'),
  /** A review of procedure, for who was refused. */
  procedureReview: path('/applications/:ref/procedure-review'),
} as const;

export const deskPaths = {
  every: path('/staff/cycles/:code/applications'),
  list: path('/staff/cycles/:code/:slug/applications'),
  new: path('/staff/cycles/:code/:slug/applications/new'),
  newDraft: path('/staff/cycles/:code/:slug/applications/new/draft'),
  dropDraft: path('/staff/cycles/:code/:slug/applications/new/draft/removal'),
  show: path('/staff/applications/:ref'),
  correction: path('/staff/applications/:ref/correction'),
  /** The paper as it came. */
  scans: path('/staff/applications/:ref/scans'),
  scanRemoval: path('/staff/applications/:ref/scans/:id/removal'),
} as const;
