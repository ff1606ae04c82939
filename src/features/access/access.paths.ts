import { path } from '../../lib/path';
import { meetingPaths } from '../meetings';

export const accessPaths = {
  ask: meetingPaths.access,
  sent: path('/meetings/:id/access/sent'),
  logistics: meetingPaths.logistics,
  request: path('/meetings/:id/logistics/:request'),
  answer: path('/meetings/:id/logistics/:request/answer'),
} as const;
