import { path } from '../../lib/path';

export const collaborativePaths = {
  index: path('/collaboratives'),
  find: path('/find'),
  settings: path('/staff/:slug/settings'),
  settingsHistory: path('/staff/:slug/settings/history'),
  settingUsual: path('/staff/:slug/settings/usual'),
  show: path('/:c'),
} as const;
