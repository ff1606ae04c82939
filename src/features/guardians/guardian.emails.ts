import type { Translate } from '../../i18n/translate';
import { formatDate } from '../../i18n/format';
import { inLocale } from '../../lib/local-text';
import { startOfDay } from '../../lib/time';
import type { Email } from '../../mail/email';
import type { Application } from '../applications';
import type { Cycle } from '../cycles';
import { guardianIn } from './consent';

export const askGuardianKind = 'guardian.ask';

/** Asks a guardian whether the student may apply; once for each address named. */
export function askGuardianEmail(application: Application, cycle: Cycle, t: Translate, link: string): Email {
  const { name, email } = guardianIn(application);
  const words = { student: application.name, cycle: inLocale(cycle.name, t.locale), until: formatDate(t.locale, cycle.decisionsOn) };
  return {
    kind: askGuardianKind,
    to: { personId: null, name, address: email, locale: application.locale },
    subject: t('guardian.emails.ask.subject', words),
    letter: {
      preheader: t('guardian.emails.ask.preheader', words),
      greeting: t('mail.greeting', { name }),
      paragraphs: [t('guardian.emails.ask.ask', words), t('guardian.emails.ask.how')],
      facts: [],
      action: { text: t('guardian.emails.ask.button'), url: link },
      after: [t('guardian.emails.ask.after')],
      reason: t('guardian.emails.ask.reason', words),
    },
    dedupeKey: `${askGuardianKind}:${application.id}:${email}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'application', id: application.id, collaborativeId: null },
    whenUnknown: 'resend_once',
    expiresAt: startOfDay(cycle.decisionsOn),
  };
}
