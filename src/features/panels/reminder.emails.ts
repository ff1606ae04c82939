import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { reviewPaths } from '../reviews';
import { isAllIn, type Coverage } from './coverage';
import { panelPaths } from './panel.paths';

export const dueKind = 'review.due';
export const coverageKind = 'review.coverage';

interface Due {
  readonly cycle: Cycle;
  readonly open: number;
  /** Days from the date; negative before it. */
  readonly days: number;
}

/** Reminds a reviewer of open reviews before and after the date. */
export function dueMail(to: Recipient, { cycle, open, days }: Due, { t, baseUrl }: { t: Translate; baseUrl: string }): Email {
  const by = formatDate(t.locale, cycle.reviewBy);
  const isLate = days > 0;
  const name = inLocale(cycle.name, t.locale);
  return {
    kind: dueKind,
    to,
    subject: t(isLate ? 'panels.emails.due.lateSubject' : 'panels.emails.due.subject', { count: open, by }),
    letter: {
      preheader: t('panels.emails.due.preheader', { cycle: name }),
      greeting: t('reviews.emails.greeting', { name: to.name }),
      paragraphs: [t(isLate ? 'panels.emails.due.lateAsk' : 'panels.emails.due.ask', { count: open, by }), t('panels.emails.due.how')],
      facts: [{ label: t('reviews.emails.assigned.cycle'), value: name }],
      action: { text: t('reviews.emails.assigned.open'), url: baseUrl + reviewPaths.list() },
      after: [],
      reason: t('panels.emails.due.reason', { cycle: name }),
    },
    dedupeKey: `${dueKind}:${cycle.id}:${to.personId ?? ''}:${String(days)}:${cycle.reviewBy}`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'cycle', id: cycle.id, collaborativeId: null },
    whenUnknown: 'resend_once',
  };
}

interface Covered {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly coverage: Coverage;
}

/** Tells staff that every application has its reviews, or how many do not at the date. */
export function coverageMail(
  to: Recipient,
  { cycle, collaborative, coverage }: Covered,
  { t, baseUrl }: { t: Translate; baseUrl: string },
): Email {
  const isReached = coverage.under === 0;
  const name = inLocale(collaborative.name, t.locale);
  const key = isReached ? 'reached' : 'missing';
  const words = { count: isReached ? coverage.files : coverage.under, name };
  const report = panelPaths.report({ code: cycle.code, slug: collaborative.slug });
  return {
    kind: coverageKind,
    to,
    subject: t(`panels.emails.coverage.${key}Subject`, words),
    letter: {
      preheader: inLocale(cycle.name, t.locale),
      greeting: t('reviews.emails.greeting', { name: to.name }),
      paragraphs: [
        t(`panels.emails.coverage.${key}Ask`, words),
        ...(isAllIn(coverage) ? [] : [t('panels.emails.coverage.open', { count: coverage.open })]),
      ],
      facts: [{ label: t('reviews.emails.assigned.by'), value: formatDate(t.locale, cycle.reviewBy) }],
      action: { text: t('panels.emails.coverage.look'), url: baseUrl + report },
      after: [],
      reason: t('panels.emails.coverage.reason', { name }),
    },
    dedupeKey: `${coverageKind}:${cycle.id}.${collaborative.id}:${to.personId ?? ''}:${key}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'cycle', id: cycle.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
  };
}
