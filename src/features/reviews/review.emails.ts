import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { reviewPaths } from './review.paths';

interface Assigned {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly today: CalendarDate;
}

/** Tells a reviewer that files wait; several hand-outs on one day make one mail. */
export function assignedMail(
  to: Recipient,
  { cycle, collaborative, today }: Assigned,
  { t, baseUrl }: { t: Translate; baseUrl: string },
): Email {
  const by = formatDate(t.locale, cycle.reviewBy);
  const name = inLocale(collaborative.name, t.locale);
  return {
    kind: 'review.assigned',
    to,
    subject: t('reviews.emails.assigned.subject', { by, name }),
    letter: {
      preheader: t('reviews.emails.assigned.preheader', { by }),
      greeting: t('reviews.emails.greeting', { name: to.name }),
      paragraphs: [t('reviews.emails.assigned.ask', { by, name }), t('reviews.emails.assigned.how')],
      facts: [
        { label: t('reviews.emails.assigned.cycle'), value: inLocale(cycle.name, t.locale) },
        { label: t('reviews.emails.assigned.by'), value: by },
      ],
      action: { text: t('reviews.emails.assigned.open'), url: baseUrl + reviewPaths.list() },
      after: [t('reviews.emails.assigned.conflict')],
      reason: t('reviews.emails.assigned.reason', { name }),
    },
    dedupeKey: `review.assigned:${cycle.id}.${collaborative.id}:${to.personId ?? ''}:${today}`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'cycle', id: cycle.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
  };
}
