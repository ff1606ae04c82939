import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import { meetingFacts, meetingPaths, meetingTitle, type Meeting } from '../meetings';

export const meetingTomorrowKind = 'meeting.tomorrow';

interface Words {
  readonly translate: (locale: string) => Translate;
  readonly baseUrl: string;
}

/** The day before: where and when, and how to say that one cannot come. */
export function meetingTomorrow(
  meeting: Meeting,
  collaborative: Collaborative,
  { to, translate, baseUrl }: Words & { readonly to: Recipient },
): Email {
  const t = translate(to.locale);
  const name = inLocale(collaborative.name, t.locale);
  const moment = formatMoment(t, meeting.startsAt);
  return {
    kind: meetingTomorrowKind,
    to,
    subject: t('messages.meetingTomorrow.subject', { title: meetingTitle(meeting, t.locale) }),
    letter: {
      preheader: moment,
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('messages.meetingTomorrow.lead', { name, moment })],
      facts: meetingFacts(meeting, t),
      action: { text: t('messages.meetingTomorrow.open'), url: baseUrl + meetingPaths.show({ id: meeting.id }) },
      after: [],
      reason: t('mail.reasons.member'),
    },
    dedupeKey: `${meetingTomorrowKind}:${meeting.id}:${to.personId ?? to.address}:${meeting.startsAt}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'meeting', id: meeting.id, collaborativeId: meeting.collaborativeId },
    whenUnknown: 'resend_once',
    expiresAt: meeting.startsAt,
  };
}
