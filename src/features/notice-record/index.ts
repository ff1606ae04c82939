export { noticeRecordRoutes } from './notice-record.routes';
