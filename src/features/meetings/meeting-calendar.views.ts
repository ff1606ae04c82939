import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { CalendarPart, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import { calendarText, type CalendarEntry } from './calendar';
import { isJoint, meetingTitle, type Meeting } from './meeting';
import { meetingPaths } from './meeting.paths';

/** Who the calendar entries come from and where their pages are. */
export interface CalendarOrigin {
  readonly baseUrl: string;
  readonly config: { readonly mail: { readonly domain: string; readonly from: string; readonly fromName: string } };
}

/** Place, room and address as one text. */
export const locationOf = (meeting: Pick<Meeting, 'place' | 'room' | 'address'>): string =>
  [meeting.place, meeting.room, meeting.address.replace(/\s*\n\s*/g, ', ')].filter((part) => part !== '').join(', ');

/** A meeting as people's calendars show it, in one language. */
export function calendarEntry(meeting: Meeting, t: Translate, { baseUrl, config }: CalendarOrigin): CalendarEntry {
  const url = baseUrl + meetingPaths.show({ id: meeting.id });
  const title = meetingTitle(meeting, t.locale);
  const isCancelled = meeting.status === 'cancelled' || meeting.status === 'postponed';
  return {
    uid: `meeting-${meeting.id}@${config.mail.domain}`,
    sequence: meeting.sequence,
    stamp: meeting.changedAt,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    summary: isCancelled ? t('meetings.calendar.cancelled', { title }) : title,
    description: [
      ...(isJoint(meeting) ? [t('scheduling.joint.entry')] : []),
      ...(meeting.remoteUrl === '' ? [] : [t('meetings.calendar.online', { url: meeting.remoteUrl })]),
      ...(meeting.remotePhone === '' ? [] : [t('meetings.calendar.phone', { phone: meeting.remotePhone })]),
      t('meetings.calendar.details', { url }),
    ].join('\n'),
    location: locationOf(meeting),
    url,
    isCancelled,
  };
}

/** Meetings as a published calendar: a file of one, or a feed with a name. */
export function publishedCalendar(
  meetings: readonly Meeting[],
  t: Translate,
  origin: CalendarOrigin & { readonly collaborative?: Collaborative; readonly name?: string },
): string {
  return calendarText(
    meetings.map((meeting) => calendarEntry(meeting, t, origin)),
    {
      method: 'PUBLISH',
      organizer: organizerOf(origin),
      ...nameOf(t, origin),
    },
  );
}

function nameOf(
  t: Translate,
  { collaborative, name }: { readonly collaborative?: Collaborative; readonly name?: string },
): { name?: string } {
  if (name !== undefined) return { name };
  return collaborative === undefined ? {} : { name: t('meetings.calendar.name', { name: inLocale(collaborative.name, t.locale) }) };
}

/** The calendar part of a mail to one member. */
export function invitation(meeting: Meeting, to: Recipient, t: Translate, origin: CalendarOrigin): CalendarPart {
  const method = meeting.status === 'cancelled' || meeting.status === 'postponed' ? 'CANCEL' : 'REQUEST';
  const attendee = { name: to.name, address: to.address };
  return { method, content: calendarText([calendarEntry(meeting, t, origin)], { method, organizer: organizerOf(origin), attendee }) };
}

/** Links that open a filled-in entry in a web calendar. */
export function webCalendars(meeting: Meeting, t: Translate, origin: CalendarOrigin): { google: string; outlook: string } {
  const entry = calendarEntry(meeting, t, origin);
  const stamp = (at: string) => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
  return {
    google: withQuery('https://calendar.google.com/calendar/render', {
      action: 'TEMPLATE',
      text: entry.summary,
      dates: `${stamp(entry.startsAt)}/${stamp(entry.endsAt)}`,
      ctz: 'America/Los_Angeles',
      location: entry.location,
      details: entry.description,
    }),
    outlook: withQuery('https://outlook.live.com/calendar/0/deeplink/compose', {
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: entry.summary,
      startdt: entry.startsAt,
      enddt: entry.endsAt,
      location: entry.location,
      body: entry.description,
    }),
  };
}

const organizerOf = ({ config }: CalendarOrigin) => ({ name: config.mail.fromName, address: config.mail.from });
