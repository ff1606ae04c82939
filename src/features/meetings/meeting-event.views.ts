import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import type { Meeting, MeetingStatus } from './meeting';
import { locationOf } from './meeting-calendar.views';
import { meetingPaths } from './meeting.paths';

const org = 'https://schema.org';

const statuses: Readonly<Record<MeetingStatus, string>> = {
  draft: 'EventScheduled',
  scheduled: 'EventScheduled',
  posted: 'EventScheduled',
  in_session: 'EventScheduled',
  adjourned: 'EventScheduled',
  cancelled: 'EventCancelled',
  postponed: 'EventPostponed',
};

interface Parts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly baseUrl: string;
  readonly locale: string;
}

/** The meeting as a schema.org Event in one language, for search engines and assistants. */
export function eventData({ meeting, collaborative, baseUrl, locale }: Parts): Readonly<Record<string, unknown>> {
  const url = baseUrl + meetingPaths.show({ id: meeting.id });
  return {
    '@context': org,
    '@type': 'Event',
    '@id': url,
    url,
    name: inLocale(meeting.title, locale),
    startDate: meeting.startsAt,
    endDate: meeting.endsAt,
    inLanguage: locale,
    isAccessibleForFree: true,
    eventStatus: `${org}/${statuses[meeting.status]}`,
    eventAttendanceMode: `${org}/${attendanceOf(meeting)}EventAttendanceMode`,
    location: placesOf(meeting),
    organizer: { '@type': 'Organization', name: inLocale(collaborative.name, locale), url: `${baseUrl}/${collaborative.slug}` },
  };
}

function attendanceOf(meeting: Meeting): 'Mixed' | 'Online' | 'Offline' {
  if (meeting.remoteUrl === '') return 'Offline';
  return locationOf(meeting) === '' ? 'Online' : 'Mixed';
}

function placesOf(meeting: Meeting): Readonly<Record<string, unknown>>[] {
  const { place, address, remoteUrl } = meeting;
  const whole = locationOf(meeting);
  return [
    ...(whole === ''
      ? []
      : [{ '@type': 'Place', name: place === '' ? whole : place, address: address === '' ? whole : address.replace(/\s*\n\s*/g, ', ') }]),
    ...(remoteUrl === '' ? [] : [{ '@type': 'VirtualLocation', url: remoteUrl }]),
  ];
}
