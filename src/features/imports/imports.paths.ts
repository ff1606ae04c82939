import { path } from '../../lib/path';

export const importPaths = {
  files: path('/admin/imports/files'),
  template: path('/admin/imports/roster-template.csv'),
  show: path('/admin/imports/files/:id'),
  taking: path('/admin/imports/files/:id/taking'),
  errors: path('/admin/imports/files/:id/errors.csv'),
} as const;
