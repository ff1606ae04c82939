import { meetingPaths } from '../meetings';
import { path } from '../../lib/path';

export const noticeRecordPaths = {
  show: meetingPaths.noticeRecord,
  csv: path('/:c/notice-record.csv'),
} as const;
