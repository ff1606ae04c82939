import { formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Email, Letter, Recipient } from '../../mail/email';
import { meetingFacts, meetingPaths, meetingTitle, type Meeting } from '../meetings';
import type { AccessRequest } from './access-request';
import { accessPaths } from './access.paths';

interface Words {
  readonly translate: (locale: string) => Translate;
  readonly baseUrl: string;
}

interface About {
  readonly meeting: Meeting;
  readonly request: AccessRequest;
}

/** To the staff who arrange things: that something was asked for, and where to read it. What it is stands on the site only. */
export function askedMail({ translate, baseUrl }: Words, { meeting, request }: About, to: Recipient): Email {
  const t = translate(to.locale);
  const date = formatDay(t.locale, meeting.startsAt);
  return {
    ...mailAbout(meeting, request),
    kind: 'access.asked',
    to,
    subject: t('access.mails.asked.subject', { date }),
    letter: {
      preheader: meetingTitle(meeting, t.locale),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('access.mails.asked.lead', { date }), ...(request.isLate ? [t('access.mails.asked.late')] : [])],
      facts: meetingFacts(meeting, t),
      action: {
        text: t('access.mails.asked.action'),
        url: baseUrl + accessPaths.request({ id: meeting.id, request: request.id }),
      },
      after: [],
      reason: t('mail.reasons.staff'),
    },
    dedupeKey: `access.asked:${request.id}:${to.personId ?? to.address}:1`,
  };
}

/** To the asker. Holds nothing that the asker wrote: the address is not proved. */
export function receivedMail(words: Words, about: About): Email {
  const { meeting, request } = about;
  const t = words.translate(request.locale);
  const date = formatDay(t.locale, meeting.startsAt);
  return toAsker(words, about, {
    kind: 'access.received',
    subject: t('access.mails.received.subject', { date }),
    preheader: t('access.mails.received.preheader'),
    paragraphs: [
      request.isLate ? t('access.mails.received.late') : t('access.mails.received.lead'),
      t('access.mails.received.next', { contact: meeting.accessContact }),
    ],
    after: [t('access.mails.received.notYou')],
  });
}

/** To the asker: arranged, or not and why, with the words of the staff. */
export function answeredMail(words: Words, about: About): Email {
  const { meeting, request } = about;
  const t = words.translate(request.locale);
  const kind = request.status === 'arranged' ? 'arranged' : 'refused';
  return toAsker(words, about, {
    kind: 'access.answered',
    subject: t(`access.mails.${kind}.subject`, { date: formatDay(t.locale, meeting.startsAt) }),
    preheader: t(`access.mails.${kind}.preheader`),
    paragraphs: [
      t(`access.mails.${kind}.lead`, { moment: formatMoment(t, meeting.startsAt) }),
      ...request.answer.split(/\n\s*\n/).filter((part) => part.trim() !== ''),
    ],
    after: [t('access.mails.contact', { contact: meeting.accessContact })],
  });
}

type ToAsker = Pick<Email, 'kind' | 'subject'> & Pick<Letter, 'preheader' | 'paragraphs' | 'after'>;

function toAsker({ translate, baseUrl }: Words, { meeting, request }: About, { kind, subject, ...letter }: ToAsker): Email {
  const t = translate(request.locale);
  return {
    ...mailAbout(meeting, request),
    kind,
    to: { personId: request.personId, name: request.name, address: request.email ?? '', locale: request.locale },
    subject,
    letter: {
      ...letter,
      greeting: t('access.mails.greeting'),
      facts: meetingFacts(meeting, t),
      action: { text: t('access.mails.open'), url: baseUrl + meetingPaths.show({ id: meeting.id }) },
      reason: t('mail.reasons.asked'),
    },
    dedupeKey: `${kind}:${request.id}:asker:${String(request.version)}`,
  };
}

const mailAbout = ({ collaborativeId }: Meeting, { id }: AccessRequest) =>
  ({
    stream: 'service',
    priority: 'soon',
    about: { kind: 'access_request', id, collaborativeId },
    whenUnknown: 'resend_once',
  }) as const;
