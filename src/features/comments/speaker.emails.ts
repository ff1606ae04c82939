import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Email } from '../../mail/email';
import { meetingTitle, type Meeting } from '../meetings';
import type { Speaker } from './speaker';

interface Signed {
  readonly meeting: Meeting;
  readonly speaker: Speaker;
  readonly translate: (locale: string) => Translate;
  /** The absolute address of the speaker's own page, where the sign-up can be cancelled. */
  readonly link: string;
}

/** The number, and the link to cancel. Holds no name that was typed: the address is not proved. */
export function signedUpMail({ meeting, speaker, translate, link }: Signed): Email {
  const t = translate(speaker.locale);
  const words = { number: speaker.number };
  return {
    kind: 'speaker.signedUp',
    to: { personId: null, name: '', address: speaker.email, locale: speaker.locale },
    subject: t('comments.speakers.mail.subject', words),
    letter: {
      preheader: t('comments.speakers.mail.preheader'),
      greeting: t('comments.mails.greeting'),
      paragraphs: [t('comments.speakers.mail.lead', words), t('comments.speakers.mail.next')],
      facts: [
        { label: t('comments.mails.meeting'), value: meetingTitle(meeting, t.locale) },
        { label: t('comments.mails.when'), value: formatMoment(t, meeting.startsAt) },
      ],
      action: { text: t('comments.speakers.mail.open'), url: link },
      after: [t('comments.mails.notYou')],
      reason: t('comments.speakers.mail.reason'),
    },
    dedupeKey: `speaker.signedUp:${speaker.id}:speaker:1`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'meeting', id: meeting.id, collaborativeId: meeting.collaborativeId },
    whenUnknown: 'resend_once',
    expiresAt: meeting.endsAt,
  };
}
