export type { AgendaRequest } from './agenda-request';
export { forgetLapsedRequests, isStillWanted, leaveLink } from './agenda-request.actions';
export { requestPaths } from './agenda-request.paths';
export { listRequestsFor } from './agenda-request.queries';
export { agendaRequestReminders } from './agenda-request.reminders';
export { agendaRequestRoutes } from './agenda-request.routes';
