import { path } from '../../lib/path';

export const demoPaths = {
  people: path('/demo'),
  data: path('/demo/people.json'),
  signIn: path('/demo/sign-in'),
  mailbox: path('/demo/mailbox'),
  mail: path('/demo/mailbox/:id'),
  mailHtml: path('/demo/mailbox/:id/html'),
  mailCalendar: path('/demo/mailbox/:id/calendar.ics'),
  clock: path('/demo/clock'),
  clockMove: path('/demo/clock/move'),
};
