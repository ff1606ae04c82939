import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { Chosen } from './bulk';

interface Message {
  readonly runId: string;
  readonly one: Chosen;
  readonly to: Recipient;
  readonly collaborative: Collaborative;
  readonly subject: string;
  readonly text: string;
  readonly t: Translate;
  /** Absolute; opens the applicant's own page without a password. */
  readonly link: string;
}

/** Words of the staff to an applicant, in the applicant's language; once for each run. */
export function staffMessageEmail({ runId, one, to, collaborative, subject, text, t, link }: Message): Email {
  return {
    kind: 'application.message',
    to,
    subject,
    letter: {
      preheader: subject,
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: text.split(/\n{2,}/).filter((words) => words.trim() !== ''),
      facts: [{ label: t('applications.reference'), value: one.reference }],
      action: { text: t('desk.emails.message.button'), url: link },
      after: [],
      reason: t('desk.emails.message.reason', { area: inLocale(collaborative.name, t.locale) }),
    },
    dedupeKey: `application.message:${one.applicationId}:${to.address}:${runId}`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'application', id: one.applicationId, collaborativeId: collaborative.id },
    whenUnknown: 'hold',
  };
}
