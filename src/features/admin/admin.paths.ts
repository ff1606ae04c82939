import { path } from '../../lib/path';

export const adminPaths = {
  home: path('/admin'),
  history: path('/admin/history'),
  check: path('/admin/history/check'),
  imports: path('/admin/imports'),
  import: path('/admin/import'),
} as const;
