import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Email, Recipient } from '../../mail/email';
import { meetingMail, readerOf, wordsOf, type MeetingNews } from './meeting.emails';
import { publishedCalendar } from './meeting-calendar.views';
import type { Meeting } from './meeting';
import { meetingPaths } from './meeting.paths';

/** A meeting put off: takes the old entry out of the calendar, and brings the new one where the day is known. */
export function meetingPostponed(news: MeetingNews & { readonly next: Meeting | null }, to: Recipient): Email {
  const { t, title, date, name } = wordsOf(news, to);
  const { meeting, next, baseUrl } = news;
  const moment = next === null ? '' : formatMoment(t, next.startsAt);
  const mail = meetingMail(news, to, 'meeting.postponed', {
    subject: t('scheduling.postponedMail.subject', { date, title }),
    preheader: next === null ? t('scheduling.postponedMail.preheaderLater') : t('scheduling.postponedMail.preheader', { moment }),
    paragraphs: [
      next === null ? t('scheduling.postponedMail.leadLater', { name }) : leadOf(news, t, { name, moment }),
      t('meetings.mail.cancelled.because', { reason: meeting.cancelReason ?? '' }),
    ],
    after: [next === null ? t('scheduling.postponedMail.afterLater') : t('scheduling.postponedMail.after')],
  });
  if (next === null) return mail;
  return {
    ...mail,
    letter: {
      ...mail.letter,
      action: { text: readerOf(news, to).action, url: baseUrl + meetingPaths.show({ id: next.id }) },
    },
    expiresAt: next.endsAt,
    calendar: { method: 'PUBLISH', content: publishedCalendar([meeting, next], t, news) },
  };
}

/** The day of a meeting put off is named: to those who are no members, who must ask or register anew. */
export function newDayNamed(news: MeetingNews & { readonly next: Meeting }, to: Recipient): Email {
  const kind = 'meeting.newDay';
  return { ...meetingPostponed(news, to), kind, dedupeKey: `${kind}:${news.next.id}:${to.address}` };
}

const leadOf = ({ isForGuests = false }: MeetingNews, t: Translate, words: { name: string; moment: string }): string =>
  isForGuests ? t('scheduling.guestMail.postponed', words) : t('scheduling.postponedMail.lead', words);
