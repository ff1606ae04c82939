export { asOne } from './bodies';
export { foldMinutes } from './change-news';
export { bodyOf, listBodies, meetingRecipients } from './bodies.queries';
export {
  adjourn,
  begin,
  bodiesOf,
  isJoint,
  isLive,
  isPublic,
  kindTakesAction,
  markPosted,
  takesGuests,
  meetingMachine,
  meetingTitle,
  type Meeting,
  type MeetingKind,
  type MeetingStatus,
} from './meeting';
export { meetingPolicy } from './meeting.policy';
export { calendarFile, eventFile, meetingPaths } from './meeting.paths';
export {
  getMeeting,
  insertMeeting,
  listForCalendar,
  listMeetings,
  listMeetingsBehind,
  listNextMeetings,
  listPublicMeetings,
  nextMeeting,
  ofBody,
  saveMeeting,
} from './meeting.queries';
export { hoursBefore, isInTime, noticeHoursFor, postBy, standardNotice, type NoticeHours } from './notice';
export { invitation, locationOf, publishedCalendar, type CalendarOrigin } from './meeting-calendar.views';
export { meetingFacts, reasonText } from './meeting.emails';
export { meetingRow, statusTag, type MeetingRowView } from './meeting-list.views';
export { factsOf } from './meeting-facts.views';
export { listedDocuments, noDocuments, type Documents } from './document';
export { listDocuments } from './document.queries';
export { addRecording } from './recording.actions';
export type { Recording } from './recording';
export { listRecordings } from './recording.queries';
export { rsvpAnswers, type Rsvp, type RsvpAnswer } from './rsvp';
export { findRsvp, listRsvps } from './rsvp.queries';
export { answerMeeting } from './meeting.actions';
export type { RemoteUses } from './just-cause';
export { loadRemoteUses } from './just-cause.queries';
export { remoteText } from './rsvp.views';
export { parseRsvp, refusedRsvp } from './meeting.form';
export { meetingRoutes } from './all.routes';
export { planMeeting, type Forebear } from './meeting.actions';
