import type { Translate } from '../../i18n/translate';
import type { Email, Recipient } from '../../mail/email';

/** "We joined two records of yours", to the person. */
export const mergedMail = (to: Recipient, t: Translate, { baseUrl, goneId }: { baseUrl: string; goneId: string }): Email => ({
  kind: 'people.merged',
  to,
  subject: t('people.emails.subject'),
  letter: {
    preheader: t('people.emails.lead'),
    greeting: t('mail.greeting', { name: to.name }),
    paragraphs: [t('people.emails.lead'), t('people.emails.wrong')],
    facts: [],
    action: { text: t('people.emails.open'), url: `${baseUrl}/me` },
    after: [],
    reason: t('people.emails.reason'),
  },
  dedupeKey: `people.merged:${goneId}`,
  stream: 'service',
  priority: 'soon',
  about: { kind: 'person', id: to.personId ?? goneId, collaborativeId: null },
  whenUnknown: 'resend_once',
});
