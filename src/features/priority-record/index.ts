export { priorityRecordRoutes } from './priority-record.routes';
