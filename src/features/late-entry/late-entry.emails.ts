import { formatDay, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import { closingEnd, type Cycle } from '../cycles';
import type { LateCode } from './late-code';

interface Parts {
  readonly cycle: Cycle;
  readonly to: Recipient;
  readonly t: Translate;
  /** Absolute. */
  readonly link: string;
}

const moment = (t: Translate, at: Instant): string =>
  t('common.moment', { date: formatDay(t.locale, at, 'weekdayDate'), time: formatTime(t.locale, at) });

/** A code for the person it was made for. */
export function lateCodeEmail({ code, cycle, to, t, link }: Parts & { readonly code: LateCode }): Email {
  const until = moment(t, code.expiresAt);
  return {
    kind: 'lateEntry.code',
    to,
    subject: t('lateEntry.emails.code.subject'),
    letter: {
      preheader: t('lateEntry.emails.code.preheader', { until }),
      greeting: t('lateEntry.emails.hello'),
      paragraphs: [t('lateEntry.emails.code.ask', { until, cycle: inLocale(cycle.name, t.locale) }), t('lateEntry.emails.code.how')],
      facts: [{ label: t('lateEntry.code'), value: code.code }],
      action: { text: t('lateEntry.emails.code.button'), url: link },
      after: [],
      reason: t('lateEntry.emails.code.reason'),
    },
    dedupeKey: `lateEntry.code:${code.id}:${to.address}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'late_code', id: code.id, collaborativeId: code.collaborativeId },
    whenUnknown: 'resend_once',
    expiresAt: closingEnd({ closesAt: code.expiresAt }),
  };
}

interface Extension extends Parts {
  readonly application: { readonly id: string; readonly reference: string };
  readonly until: Instant;
}

/** More time was given to one applicant. */
export function extensionEmail({ application, until, cycle, to, t, link }: Extension): Email {
  const words = { until: moment(t, until), cycle: inLocale(cycle.name, t.locale) };
  return {
    kind: 'lateEntry.extension',
    to,
    subject: t('lateEntry.emails.extension.subject', { reference: application.reference }),
    letter: {
      preheader: t('lateEntry.emails.extension.preheader', { until: words.until }),
      greeting: to.name === '' ? t('lateEntry.emails.hello') : t('mail.greeting', { name: to.name }),
      paragraphs: [t('lateEntry.emails.extension.ask', words)],
      facts: [{ label: t('applications.reference'), value: application.reference }],
      action: { text: t('lateEntry.emails.extension.button'), url: link },
      after: [],
      reason: t('mail.reasons.draft'),
    },
    dedupeKey: `lateEntry.extension:${application.id}:${to.personId ?? to.address}:${until}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'application', id: application.id, collaborativeId: null },
    whenUnknown: 'resend_once',
    expiresAt: closingEnd({ closesAt: until }),
  };
}
