export { keepTemplate } from './template.actions';
export { templatePaths } from './template.paths';
export { agendaTemplateRoutes } from './template.routes';
