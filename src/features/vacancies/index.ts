export { openVacancies } from './vacancies.actions';
export { vacancyRoutes } from './vacancies.routes';
export { vacancyPaths } from './vacancy.paths';
export { vacancyReminders } from './vacancy.reminders';
