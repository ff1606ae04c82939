import { formatDay, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { Email } from '../../mail/email';
import { closingEnd, type Cycle } from '../cycles';
import type { StandingInterest } from './interest';

export const cycleOpensKind = 'interest.cycleOpens';

interface Opening {
  readonly interest: StandingInterest;
  readonly cycle: Cycle;
  readonly collaborative: { readonly id: string; readonly name: LocalText };
  readonly t: Translate;
  readonly link: string;
  readonly leaveUrl: string;
}

/** "Applications are open again": to those who asked for it, once for each cycle. */
export function cycleOpensEmail({ interest, cycle, collaborative, t, link, leaveUrl }: Opening): Email {
  const closing = t('common.moment', {
    date: formatDay(t.locale, cycle.closesAt, 'weekdayDate'),
    time: formatTime(t.locale, cycle.closesAt),
  });
  const words = { closing, collaborative: inLocale(collaborative.name, t.locale) };
  return {
    kind: cycleOpensKind,
    to: { personId: interest.personId, name: interest.name, address: interest.email, locale: interest.locale },
    subject: t('interest.emails.opens.subject', words),
    letter: {
      preheader: t('interest.emails.opens.preheader', words),
      greeting: t('mail.greeting', { name: interest.name }),
      paragraphs: [t('interest.emails.opens.ask', words), t('interest.emails.opens.how')],
      facts: [],
      action: { text: t('interest.emails.opens.button'), url: link },
      after: [],
      reason: t('interest.emails.opens.reason'),
    },
    dedupeKey: `${cycleOpensKind}:${cycle.id}:${interest.email}`,
    stream: 'subscription',
    priority: 'bulk',
    about: { kind: 'standing_interest', id: interest.id, collaborativeId: interest.collaborativeId },
    whenUnknown: 'drop',
    expiresAt: closingEnd(cycle),
    leaveUrl,
  };
}
