import { path } from '../../lib/path';

export const mePaths = {
  show: path('/me'),
  calendar: path('/me/calendar'),
  calendarEnd: path('/me/calendar/end'),
  feed: path('/calendar/:token/feed.ics'),
  needs: path('/me/access-needs'),
  notices: path('/me/notices'),
  mails: path('/me/mails'),
  mail: path('/me/mails/:id'),
} as const;
