import { path } from '../../lib/path';

export const meetingPaths = {
  show: path('/meetings/:id'),
  agenda: path('/meetings/:id/agenda'),
  notice: path('/meetings/:id/notice'),
  packet: path('/meetings/:id/packet.pdf'),
  minutes: path('/meetings/:id/minutes'),
  desk: path('/meetings/:id/agenda/desk'),
  session: path('/meetings/:id/session'),
  minutesDesk: path('/meetings/:id/minutes/desk'),
  schedule: path('/meetings/:id/schedule'),
  scheduling: path('/meetings/:id/scheduling'),
  cancellation: path('/meetings/:id/cancellation'),
  access: path('/meetings/:id/access'),
  registration: path('/meetings/:id/registration'),
  guests: path('/meetings/:id/guests'),
  logistics: path('/meetings/:id/logistics'),
  postponement: path('/meetings/:id/postponement'),
  comment: path('/meetings/:id/comment'),
  comments: path('/meetings/:id/comments'),
  recordings: path('/meetings/:id/recordings'),
  recording: path('/meetings/:id/recordings/:recording'),
  recordingRemoval: path('/meetings/:id/recordings/:recording/removal'),
  rsvp: path('/meetings/:id/rsvp'),
  yearCalendar: path('/calendar'),
  noticeRecord: path('/:c/notice-record'),
  allCalendar: path('/calendar.ics'),
  listFor: path('/:c/meetings'),
  calendarFor: path('/:c/calendar.ics'),
  staffList: path('/staff/:slug/meetings'),
  translations: path('/staff/:slug/translations'),
  staffNew: path('/staff/:slug/meetings/new'),
  seriesNew: path('/staff/:slug/meetings/series/new'),
  seriesDryRun: path('/staff/:slug/meetings/series/dry-run'),
  seriesMake: path('/staff/:slug/meetings/series'),
  series: path('/staff/:slug/meetings/series/:id'),
  seriesChangeDryRun: path('/staff/:slug/meetings/series/:id/dry-run'),
  seriesChange: path('/staff/:slug/meetings/series/:id/change'),
} as const;

/** The calendar file of one meeting; `path` cannot name a parameter before a dot. */
export const calendarFile = {
  pattern: '/meetings/:id.ics',
  of: (id: string): string => `/meetings/${encodeURIComponent(id)}.ics`,
} as const;

/** A meeting as data, in the event form of Open Civic Data. */
export const eventFile = {
  pattern: '/meetings/:id.json',
  of: (id: string): string => `/meetings/${encodeURIComponent(id)}.json`,
} as const;
