import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { reviewPaths } from '../reviews';

interface Invited {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly at: Instant;
}

/** Tells somebody that they are on a panel, what it asks of them, and where they say which languages they read and when they are away. */
export function invitedMail(
  to: Recipient,
  { cycle, collaborative, at }: Invited,
  { t, baseUrl }: { t: Translate; baseUrl: string },
): Email {
  const by = formatDate(t.locale, cycle.reviewBy);
  const name = inLocale(collaborative.name, t.locale);
  return {
    kind: 'review.invited',
    to,
    subject: t('panels.emails.invited.subject', { name }),
    letter: {
      preheader: t('panels.emails.invited.preheader', { by }),
      greeting: t('reviews.emails.greeting', { name: to.name }),
      paragraphs: [t('panels.emails.invited.ask', { by, name }), t('panels.emails.invited.how')],
      facts: [
        { label: t('reviews.emails.assigned.cycle'), value: inLocale(cycle.name, t.locale) },
        { label: t('reviews.emails.assigned.by'), value: by },
      ],
      action: { text: t('panels.emails.invited.open'), url: baseUrl + reviewPaths.reading() },
      after: [t('panels.emails.invited.signIn')],
      reason: t('reviews.emails.assigned.reason', { name }),
    },
    dedupeKey: `review.invited:${cycle.id}.${collaborative.id}:${to.personId ?? ''}:${at}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'cycle', id: cycle.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
  };
}
