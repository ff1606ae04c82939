import { formatDate, formatDay, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import { closingEnd, type Cycle, type Form } from '../cycles';
import type { Application } from './application';
import { answerRows } from './answer-words';

interface Letter {
  readonly application: Application;
  readonly cycle: Cycle;
  readonly to: Recipient;
  readonly t: Translate;
  /** Absolute; opens without a password. */
  readonly link: string;
}

const closing = (t: Translate, { closesAt }: Cycle): string =>
  t('common.moment', { date: formatDay(t.locale, closesAt, 'weekdayDate'), time: formatTime(t.locale, closesAt) });

/** "Continue your application": sent when a draft is begun with an address, and when a new link is asked for. */
export function continueEmail({ application, cycle, to, t, link }: Letter, occurrence: string): Email {
  return {
    kind: 'application.continue',
    to,
    subject: t('applications.emails.continue.subject'),
    letter: {
      preheader: t('applications.emails.continue.preheader', { closing: closing(t, cycle) }),
      greeting: to.name === '' ? t('applications.emails.hello') : t('mail.greeting', { name: to.name }),
      paragraphs: [t('applications.emails.continue.ask', { closing: closing(t, cycle) }), t('applications.emails.continue.how')],
      facts: [{ label: t('applications.reference'), value: application.reference }],
      action: { text: t('applications.emails.continue.button'), url: link },
      after: [t('applications.emails.continue.after')],
      reason: t('mail.reasons.draft'),
    },
    dedupeKey: `application.continue:${application.id}:${to.address}:${occurrence}`,
    stream: 'service',
    priority: 'now',
    about: { kind: 'application', id: application.id, collaborativeId: null },
    whenUnknown: 'drop',
    expiresAt: closingEnd(cycle),
  };
}

/** Who files it: the applicant, or staff who type it in or put right what they typed. */
export type Filing = 'applicant' | 'entry' | 'correction';

export interface Receipt extends Letter {
  readonly form: Form;
  readonly number: number;
  readonly by: Filing;
  /** Whether the applicant may still change what was sent. */
  readonly mayChange: boolean;
  readonly areas: ReadonlyMap<string, string>;
  readonly schoolName: string | null;
  readonly fileNames: ReadonlyMap<string, string>;
}

/** "Application received": reference, decision date, a copy of the answers, for each time it is sent. */
export function receivedEmail(receipt: Receipt): Email {
  const { application, cycle, to, t, number, by, link, mayChange } = receipt;
  const kind = by === 'entry' ? 'entered' : by === 'correction' ? 'corrected' : number === 1 ? 'received' : 'changed';
  const decisions = formatDate(t.locale, cycle.decisionsOn);
  return {
    kind: `application.${kind}`,
    to,
    subject: t(`applications.emails.${kind}.subject`, { reference: application.reference }),
    letter: {
      preheader: t('applications.emails.received.preheader', { decisions }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [
        t(`applications.emails.${kind}.ask`, { cycle: inLocale(cycle.name, t.locale), decisions }),
        ...(mayChange ? [t('applications.emails.received.changes', { closing: closing(t, cycle) })] : []),
      ],
      facts: [
        { label: t('applications.reference'), value: application.reference },
        { label: t('cycles.show.decisionsOn'), value: decisions },
        ...answerRows(t, receipt),
      ],
      action: { text: t('applications.emails.received.button'), url: link },
      after: [t('applications.emails.received.after')],
      reason: t('mail.reasons.applicant'),
    },
    onPaper: { after: [] },
    dedupeKey: `application.${kind}:${application.id}:${to.personId ?? to.address}:${number}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'application', id: application.id, collaborativeId: null },
    whenUnknown: 'resend_once',
  };
}

/** "Your application counts again": a withdrawal was taken back, each time once. */
export function reinstatedEmail({ application, cycle, to, t, link }: Letter): Email {
  const decisions = formatDate(t.locale, cycle.decisionsOn);
  return {
    kind: 'application.reinstated',
    to,
    subject: t('applications.emails.reinstated.subject', { reference: application.reference }),
    letter: {
      preheader: t('applications.emails.received.preheader', { decisions }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [
        t('applications.emails.reinstated.ask', { cycle: inLocale(cycle.name, t.locale), decisions }),
        t('applications.emails.received.changes', { closing: closing(t, cycle) }),
      ],
      facts: [
        { label: t('applications.reference'), value: application.reference },
        { label: t('cycles.show.decisionsOn'), value: decisions },
      ],
      action: { text: t('applications.emails.received.button'), url: link },
      after: [t('applications.emails.received.after')],
      reason: t('mail.reasons.applicant'),
    },
    onPaper: { after: [] },
    dedupeKey: `application.reinstated:${application.id}:${to.personId ?? to.address}:${application.version}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'application', id: application.id, collaborativeId: null },
    whenUnknown: 'resend_once',
  };
}

/** A link to the status page, for somebody who asked for it by their address. */
export function statusEmail({ application, cycle, to, t, link }: Letter, occurrence: string): Email {
  return {
    kind: 'application.link',
    to,
    subject: t('applications.emails.link.subject', { reference: application.reference }),
    letter: {
      preheader: t('applications.emails.link.ask'),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('applications.emails.link.ask')],
      facts: [
        { label: t('applications.reference'), value: application.reference },
        { label: t('cycles.show.decisionsOn'), value: formatDate(t.locale, cycle.decisionsOn) },
      ],
      action: { text: t('applications.emails.received.button'), url: link },
      after: [],
      reason: t('mail.reasons.asked'),
    },
    dedupeKey: `application.link:${application.id}:${to.personId ?? to.address}:${occurrence}`,
    stream: 'service',
    priority: 'now',
    about: { kind: 'application', id: application.id, collaborativeId: null },
    whenUnknown: 'drop',
  };
}
