import { DateTime } from 'luxon';
import { formatShortMoment } from '../../i18n/format';
import { formattingLocale, type Translate } from '../../i18n/translate';
import type { Actor } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import { districtZone, type Instant } from '../../lib/time';
import { meetingPaths } from '../meetings';
import { desksFor, type MyMeeting } from './me';

export interface MeetingLine {
  readonly slug: string;
  readonly title: string;
  readonly href: string;
  readonly when: string;
  readonly leaf: { readonly month: string; readonly day: string; readonly weekday: string };
  readonly answer: string | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** The next meetings of a member, and for officers those that need a desk. */
export function meetingViews(
  t: Translate,
  actor: Actor,
  meetings: readonly MyMeeting[],
  now: Instant,
): { readonly next: MeetingLine[]; readonly desks: MeetingLine[] } {
  const isNext = ({ status, endsAt }: MyMeeting) => ['scheduled', 'posted', 'in_session'].includes(status) && endsAt >= now;
  const lines = meetings.map((meeting) => ({ meeting, line: lineOf(t, actor, meeting) }));
  return {
    next: lines
      .filter(({ meeting }) => isNext(meeting))
      .map(({ line }) => line)
      .slice(0, 6),
    desks: lines.filter(({ meeting, line }) => !isNext(meeting) && line.links.length > 0).map(({ line }) => line),
  };
}

function lineOf(t: Translate, actor: Actor, meeting: MyMeeting): MeetingLine {
  const { id, answer } = meeting;
  const offices = actor.offices.filter(({ collaborativeId }) => collaborativeId === meeting.collaborativeId).map(({ office }) => office);
  const addresses = { desk: meetingPaths.desk({ id }), session: meetingPaths.session({ id }), minutes: meetingPaths.minutesDesk({ id }) };
  const agenda = meeting.status === 'posted' ? [{ href: meetingPaths.agenda({ id }), text: t('me.meetings.agenda') }] : [];
  const date = formatShortMoment(t, meeting.startsAt);
  return {
    slug: meeting.slug,
    title: inLocale(meeting.title, t.locale),
    href: meetingPaths.show({ id }),
    when: meeting.place === '' ? date : t('me.meetings.when', { date, place: meeting.place }),
    leaf: leafOf(t, meeting.startsAt),
    answer: answer === null ? null : t('me.meetings.answer', { answer: t(`me.meetings.answers.${answer}`) }),
    links: [...agenda, ...desksFor(meeting, offices).map((desk) => ({ href: addresses[desk], text: t(`me.meetings.${desk}`) }))],
  };
}

function leafOf(t: Translate, at: Instant): MeetingLine['leaf'] {
  const day = DateTime.fromISO(at, { zone: districtZone }).setLocale(formattingLocale(t.locale));
  return { month: day.toFormat('LLL'), day: day.toFormat('d'), weekday: day.toFormat('ccc') };
}
