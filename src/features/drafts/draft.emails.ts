import { formatDay, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import { closingEnd } from '../cycles';
import type { Unfinished } from './draft';

export const unfinishedKind = 'application.unfinished';

/** "Your application is not sent yet": 7, 3 and 1 days before the closing. */
export function unfinishedEmail({ application, cycle, days }: Unfinished, to: Recipient, t: Translate, link: string): Email {
  const closing = t('common.moment', {
    date: formatDay(t.locale, cycle.closesAt, 'weekdayDate'),
    time: formatTime(t.locale, cycle.closesAt),
  });
  return {
    kind: unfinishedKind,
    to,
    subject: t('drafts.unfinished.subject', { day: formatDay(t.locale, cycle.closesAt, 'weekdayDate') }),
    letter: {
      preheader: t('drafts.unfinished.preheader', { closing }),
      greeting: to.name === '' ? t('applications.emails.hello') : t('mail.greeting', { name: to.name }),
      paragraphs: [t('drafts.unfinished.ask', { closing, cycle: inLocale(cycle.name, t.locale) }), t('drafts.unfinished.how')],
      facts: [{ label: t('applications.reference'), value: application.reference }],
      action: { text: t('applications.emails.continue.button'), url: link },
      after: [t('drafts.unfinished.after')],
      reason: t('mail.reasons.draft'),
    },
    dedupeKey: `${unfinishedKind}:${application.id}:${to.personId ?? to.address}:${days}:${cycle.closesAt}`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'application', id: application.id, collaborativeId: null },
    whenUnknown: 'drop',
    expiresAt: closingEnd(cycle),
  };
}
