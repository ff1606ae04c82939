import { formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Email } from '../../mail/email';
import { meetingFacts, meetingTitle, publishedCalendar, type CalendarOrigin, type Meeting } from '../meetings';
import type { Guest } from './guest';
import { guestToken } from './guest-link';
import { guestPaths } from './guest.paths';

interface Words {
  readonly translate: (locale: string) => Translate;
  readonly baseUrl: string;
  readonly config: CalendarOrigin['config'] & { readonly secret: string };
}

export type GuestNews = 'placed' | 'waiting' | 'moved_up' | 'cancelled';

/** How a place is given back, or the waiting list left; nothing for who has done so. */
function wayOut(t: Translate, news: GuestNews): string[] {
  if (news === 'cancelled') return [];
  return [news === 'waiting' ? t('guests.mails.leaveList') : t('guests.mails.back')];
}

/**
 * To who registered: a place, the waiting list, a place after all, or given back. Holds nothing they wrote, since the address
 * is not proved; who has a place gets the entry for the calendar.
 */
export function guestMail(words: Words, { meeting, guest, news }: { meeting: Meeting; guest: Guest; news: GuestNews }): Email {
  const t = words.translate(guest.locale);
  const values = { date: formatDay(t.locale, meeting.startsAt), moment: formatMoment(t, meeting.startsAt) };
  const hasPlace = news === 'placed' || news === 'moved_up';
  return {
    kind: `guests.${news}`,
    to: { personId: null, name: '', address: guest.email ?? '', locale: guest.locale },
    subject: t(`guests.mails.${news}.subject`, values),
    letter: {
      preheader: meetingTitle(meeting, t.locale),
      greeting: t('access.mails.greeting'),
      paragraphs: [t(`guests.mails.${news}.lead`, values), ...wayOut(t, news)],
      facts: meetingFacts(meeting, t),
      action: {
        text: t('guests.mails.open'),
        url: words.baseUrl + guestPaths.own({ token: guestToken(guest.id, words.config.secret) }),
      },
      after: [...(hasPlace ? [t('guests.mails.calendar')] : []), t('guests.mails.notYou')],
      reason: t('mail.reasons.asked'),
    },
    dedupeKey: `guests.${news}:${guest.id}:${guest.version}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'guest', id: guest.id, collaborativeId: meeting.collaborativeId },
    whenUnknown: 'resend_once',
    expiresAt: meeting.endsAt,
    ...(hasPlace ? { calendar: { method: 'PUBLISH', content: publishedCalendar([meeting], t, words) } } : {}),
  };
}
