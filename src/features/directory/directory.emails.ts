import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { MemberMessage } from './directory';
import { directoryPaths } from './directory.paths';

interface About {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly message: Pick<MemberMessage, 'id' | 'text' | 'collaborativeId'>;
  readonly from: string;
  readonly collaborative: Collaborative;
}

/** A message of a fellow member: their name and words, never their address. */
export const messageMail = (to: Recipient, { t, baseUrl, message, from, collaborative }: About): Email => {
  const words = { name: from, collaborative: inLocale(collaborative.name, t.locale) };
  return {
    kind: 'directory.message',
    to,
    subject: t('directory.emails.message.subject', words),
    letter: {
      preheader: t('directory.emails.message.lead', words),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('directory.emails.message.lead', words), ...message.text.split(/\n{2,}/), t('directory.emails.message.rule')],
      facts: [],
      action: { text: t('directory.emails.message.open'), url: baseUrl + directoryPaths.received({ id: message.id }) },
      after: [],
      reason: t('directory.emails.message.reason'),
    },
    dedupeKey: `directory.message:${message.id}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'member_message', id: message.id, collaborativeId: message.collaborativeId },
    whenUnknown: 'drop',
  };
};

/** A message was reported, to the staff; its words stand on the page alone. */
export const reportMail = (to: Recipient, { t, baseUrl, message, collaborative }: Omit<About, 'from'>): Email => {
  const words = { collaborative: inLocale(collaborative.name, t.locale) };
  return {
    kind: 'directory.reported',
    to,
    subject: t('directory.emails.reported.subject', words),
    letter: {
      preheader: t('directory.emails.reported.lead', words),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('directory.emails.reported.lead', words)],
      facts: [],
      action: { text: t('directory.emails.reported.open'), url: baseUrl + directoryPaths.reported({ slug: collaborative.slug }) },
      after: [],
      reason: t('mail.reasons.staff'),
    },
    dedupeKey: `directory.reported:${message.id}:${to.personId ?? to.address}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'member_message', id: message.id, collaborativeId: message.collaborativeId },
    whenUnknown: 'resend_once',
  };
};
