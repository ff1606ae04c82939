import { formatDate, formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { dateOf, plusDays, type Instant } from '../../lib/time';
import type { Email, Letter, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import { invitation, locationOf, publishedCalendar, type CalendarOrigin } from './meeting-calendar.views';
import { isJoint, meetingTitle, type Meeting } from './meeting';
import { meetingPaths } from './meeting.paths';

/** What a mail about a meeting is made of. */
export interface MeetingNews extends CalendarOrigin {
  readonly meeting: Meeting;
  /** Of a joint meeting: all bodies as one. */
  readonly collaborative: Collaborative;
  readonly now: Instant;
  readonly translate: (locale: string) => Translate;
  /** The readers are no members: they asked for help to take part, or registered. */
  readonly isForGuests?: boolean;
}

/** A new meeting: asks whether the member comes, with the entry for the calendar. */
export function meetingScheduled(news: MeetingNews, to: Recipient): Email {
  const { t, title, date, moment, place, name } = wordsOf(news, to);
  const by = plusDays(dateOf(news.meeting.startsAt), -5);
  const lead =
    by > dateOf(news.now)
      ? t('meetings.mail.scheduled.lead', { by: formatDate(t.locale, by), name })
      : t('meetings.mail.scheduled.leadNow', { name });
  return meetingMail(news, to, 'meeting.scheduled', {
    subject: t('meetings.mail.scheduled.subject', { date, title }),
    preheader: t('meetings.mail.scheduled.preheader', { moment, place }),
    paragraphs: [lead],
    after: [t('meetings.mail.scheduled.after')],
  });
}

export const changedKind = 'meeting.changed';

/** A moved meeting: what it was, what it is, and the new entry. */
export function meetingChanged(
  news: MeetingNews & { readonly before: Pick<Meeting, 'startsAt' | 'place' | 'room' | 'address'> },
  to: Recipient,
): Email {
  const { t, title, date, moment, place, name } = wordsOf(news, to);
  const was = { moment: formatMoment(t, news.before.startsAt), place: locationOf(news.before) };
  return meetingMail(news, to, changedKind, {
    subject: t('meetings.mail.changed.subject', { date, title }),
    preheader: t('meetings.mail.changed.preheader', { moment, place }),
    paragraphs: [
      news.isForGuests === true ? t('scheduling.guestMail.changed', { name }) : t('meetings.mail.changed.lead', { name }),
      t('meetings.mail.changed.was', was),
    ],
    after: [t('meetings.mail.changed.after')],
  });
}

/** A meeting called off: takes the entry out of the calendar. */
export function meetingCancelled(news: MeetingNews, to: Recipient): Email {
  const { t, title, date, name } = wordsOf(news, to);
  return meetingMail(news, to, 'meeting.cancelled', {
    subject: t('meetings.mail.cancelled.subject', { date, title }),
    preheader: t('meetings.mail.cancelled.preheader', { date }),
    paragraphs: [
      t('meetings.mail.cancelled.lead', { name }),
      t('meetings.mail.cancelled.because', { reason: news.meeting.cancelReason ?? '' }),
    ],
    after: [t('meetings.mail.cancelled.after')],
  });
}

/** When, where and how to take part, as the rows of a letter. */
export function meetingFacts(meeting: Meeting, t: Translate): Letter['facts'] {
  const facts: [string, string][] = [
    [t('meetings.mail.when'), formatMoment(t, meeting.startsAt)],
    [t('meetings.mail.where'), locationOf(meeting)],
    [t('meetings.mail.online'), meeting.remoteUrl],
    [t('meetings.mail.phone'), meeting.remotePhone],
  ];
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

/** What every mail about a meeting says. */
export function wordsOf({ meeting, collaborative, translate }: MeetingNews, to: Recipient) {
  const t = translate(to.locale);
  return {
    t,
    title: meetingTitle(meeting, t.locale),
    date: formatDay(t.locale, meeting.startsAt),
    moment: formatMoment(t, meeting.startsAt),
    place: locationOf(meeting),
    name: inLocale(collaborative.name, t.locale),
  };
}

/** Why a member of any of the bodies gets a mail about their meeting. */
export const reasonText = (t: Translate, meeting: Pick<Meeting, 'withBodies'>, name: string): string =>
  isJoint(meeting) ? t('scheduling.joint.reason', { name }) : t('meetings.mail.reason', { name });

type Words = { readonly subject: string } & Pick<Letter, 'preheader' | 'paragraphs' | 'after'>;

/** A mail about a meeting with its entry for the calendar. */
export function meetingMail(news: MeetingNews, to: Recipient, kind: string, words: Words): Email {
  const { meeting, collaborative, baseUrl } = news;
  const { t } = wordsOf(news, to);
  const { greeting, reason, action, calendar } = readerOf(news, to);
  const { subject, preheader, paragraphs, after } = words;
  const isCancelled = meeting.status === 'cancelled' || meeting.status === 'postponed';
  return {
    kind,
    to,
    subject,
    letter: {
      preheader,
      greeting,
      paragraphs,
      facts: meetingFacts(meeting, t),
      action: {
        text: isCancelled ? t('meetings.mail.open') : action,
        url: baseUrl + meetingPaths.show({ id: meeting.id }),
      },
      after,
      reason,
    },
    dedupeKey: `${kind}:${meeting.id}:${to.personId ?? to.address}:${meeting.sequence}`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'meeting', id: meeting.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
    expiresAt: meeting.endsAt,
    calendar,
  };
}

/** What a mail says to a member, who is asked to answer, and to anyone else. */
export function readerOf(
  news: MeetingNews,
  to: Recipient,
): Pick<Letter, 'greeting' | 'reason'> & { readonly action: string; readonly calendar: NonNullable<Email['calendar']> } {
  const { meeting } = news;
  const { t, name } = wordsOf(news, to);
  if (news.isForGuests === true)
    return {
      greeting: t('access.mails.greeting'),
      reason: t('mail.reasons.asked'),
      action: t('meetings.mail.open'),
      calendar: { method: 'PUBLISH', content: publishedCalendar([meeting], t, news) },
    };
  return {
    greeting: t('meetings.mail.greeting', { name: to.name }),
    reason: reasonText(t, meeting, name),
    action: t('meetings.mail.answer'),
    calendar: invitation(meeting, to, t, news),
  };
}
