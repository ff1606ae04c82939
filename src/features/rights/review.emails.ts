import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Email, Recipient } from '../../mail/email';
import type { RunnableRule } from './retention';
import { rightsPaths } from './rights.paths';

export const reviewKind = 'rights.review';

interface Review {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly year: string;
  readonly runs: readonly { readonly rule: RunnableRule; readonly count: number }[];
  readonly holds: number;
}

/** "Look once a year at how long records are kept", to administrators; numbers alone, no names. */
export const reviewMail = (to: Recipient, { t, baseUrl, year, runs, holds }: Review): Email => ({
  kind: reviewKind,
  to,
  subject: t('rights.emails.review.subject', { year }),
  letter: {
    preheader: t('rights.emails.review.lead'),
    greeting: t('mail.greeting', { name: to.name }),
    paragraphs: [t('rights.emails.review.lead'), t('rights.emails.review.what')],
    facts: [
      ...runs.map(({ rule, count }) => ({ label: t(`rights.rules.${rule}.name`), value: t('rights.retention.now', { count }) })),
      { label: t('rights.retention.holds'), value: formatNumber(t.locale, holds) },
    ],
    action: { text: t('rights.emails.review.open'), url: baseUrl + rightsPaths.retention() },
    after: [],
    reason: t('rights.emails.review.reason'),
  },
  dedupeKey: `${reviewKind}:${year}:${to.personId ?? to.address}`,
  stream: 'service',
  priority: 'soon',
  about: { kind: 'retention', id: year, collaborativeId: null },
  whenUnknown: 'resend_once',
});
