import type { Translate } from '../../i18n/translate';
import type { Actor } from '../../lib/actor';
import { withQuery } from '../../lib/path';
import type { Collaborative } from '../collaboratives';
import { isLive, takesGuests, type Meeting } from './meeting';
import { meetingPaths } from './meeting.paths';
import { meetingPolicy } from './meeting.policy';
import { takesRecordings } from './recording';

interface WorkParts {
  readonly t: Translate;
  readonly actor: Actor;
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
}

/** What whoever looks may do with the meeting. */
export function workLinks(parts: WorkParts): { readonly text: string; readonly href: string }[] {
  const { t, actor, meeting } = parts;
  const { id, status } = meeting;
  const runs = meetingPolicy.run(actor, meeting).allowed && status !== 'cancelled';
  const arranges = meetingPolicy.arrange(actor, meeting.collaborativeId).allowed && isLive(meeting);
  const registers = meetingPolicy.arrange(actor, meeting.collaborativeId).allowed && takesGuests(meeting);
  const checks =
    meetingPolicy.checkComments(actor, meeting.collaborativeId).allowed && ['posted', 'in_session', 'adjourned'].includes(status);
  const links: [boolean, string, string][] = [
    [runs, t('meetings.show.agendaDesk'), meetingPaths.desk({ id })],
    [runs && ['posted', 'in_session'].includes(status), t('meetings.show.session'), meetingPaths.session({ id })],
    [runs && status === 'adjourned', t('meetings.show.minutesDesk'), meetingPaths.minutesDesk({ id })],
    [arranges, t('meetings.show.logistics'), meetingPaths.logistics({ id })],
    [registers, t('guests.list.link'), meetingPaths.guests({ id })],
    [checks, t('meetings.show.comments'), meetingPaths.comments({ id })],
    ...(meetingPolicy.schedule(actor, meeting.collaborativeId).allowed ? planningOf(parts) : []),
  ];
  return links.filter(([isShown]) => isShown).map(([, text, href]) => ({ text, href }));
}

function planningOf({ t, meeting, collaborative }: WorkParts): [boolean, string, string][] {
  const { id, status, postponedTo } = meeting;
  const isOpen = ['draft', 'scheduled', 'posted'].includes(status);
  const isTold = isOpen && status !== 'draft';
  return [
    [takesRecordings(meeting), t('recordings.link'), meetingPaths.recordings({ id })],
    [isOpen, t('meetings.show.edit'), meetingPaths.schedule({ id })],
    [true, t('scheduling.clone.like'), withQuery(meetingPaths.staffNew({ slug: collaborative.slug }), { like: id })],
    [isTold, t('scheduling.postpone.link'), meetingPaths.postponement({ id })],
    [status === 'postponed' && postponedTo === null, t('scheduling.postpone.nameLink'), meetingPaths.postponement({ id })],
    [isTold, t('meetings.show.cancel'), meetingPaths.cancellation({ id })],
  ];
}
