import { path } from '../../lib/path';
import { agendaPaths } from '../agendas';

export const templatePaths = {
  list: path('/staff/:slug/agenda-templates'),
  begin: path('/staff/:slug/agenda-templates/new'),
  one: path('/staff/:slug/agenda-templates/:id'),
  retirement: path('/staff/:slug/agenda-templates/:id/retirement'),
  beginning: agendaPaths.beginning,
} as const;
