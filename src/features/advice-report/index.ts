export { adviceReportRoutes } from './advice-report.routes';
