import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Email, Letter } from '../../mail/email';
import { meetingPaths, meetingTitle, type Meeting } from '../meetings';
import type { Comment } from './comment';

interface Words {
  readonly translate: (locale: string) => Translate;
  readonly baseUrl: string;
}

/** A receipt. Holds nothing that was written: the address is not proved, and the form must not carry words to strangers. */
export function receivedMail(words: Words, meeting: Meeting, comment: Comment): Email {
  const t = words.translate(comment.locale);
  return toWriter(words, meeting, comment, {
    kind: 'comment.received',
    subject: t('comments.mails.received.subject'),
    lead: [t('comments.mails.received.lead'), t('comments.mails.received.next')],
    after: [t('comments.mails.notYou')],
  });
}

/** What the check found: it can be read with the agenda, or which personal data holds it back and what can be done. */
export function checkedMail(words: Words, meeting: Meeting, comment: Comment): Email {
  const t = words.translate(comment.locale);
  const { reason } = comment;
  if (reason === null)
    return toWriter(words, meeting, comment, {
      kind: 'comment.published',
      subject: t('comments.mails.published.subject'),
      lead: [t('comments.mails.published.lead')],
      after: [t('comments.mails.notYou')],
    });
  return toWriter(words, meeting, comment, {
    kind: 'comment.held',
    subject: t('comments.mails.held.subject'),
    lead: [t('comments.mails.held.lead', { reason: t(`comments.reason.${reason}`) }), t('comments.mails.held.next')],
    after: [t('comments.mails.notYou')],
  });
}

interface Mail {
  readonly kind: string;
  readonly subject: string;
  readonly lead: readonly string[];
  readonly after: readonly string[];
}

function toWriter({ translate, baseUrl }: Words, meeting: Meeting, comment: Comment, { kind, subject, lead, after }: Mail): Email {
  const t = translate(comment.locale);
  return {
    kind,
    to: { personId: null, name: '', address: comment.email, locale: comment.locale },
    subject,
    letter: {
      preheader: t('comments.mails.preheader'),
      greeting: t('comments.mails.greeting'),
      paragraphs: lead,
      facts: factsOf(t, meeting),
      action: { text: t('comments.mails.open'), url: baseUrl + meetingPaths.agenda({ id: meeting.id }) },
      after,
      reason: t('comments.mails.reason'),
    },
    dedupeKey: `${kind}:${comment.id}:writer:${comment.version}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'meeting', id: meeting.id, collaborativeId: meeting.collaborativeId },
    whenUnknown: 'resend_once',
  };
}

const factsOf = (t: Translate, meeting: Meeting): Letter['facts'] => [
  { label: t('comments.mails.meeting'), value: meetingTitle(meeting, t.locale) },
  { label: t('comments.mails.when'), value: formatMoment(t, meeting.startsAt) },
];
