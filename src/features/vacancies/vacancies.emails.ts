import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { plusDays, startOfDay, type CalendarDate } from '../../lib/time';
import type { Email } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { StandingInterest } from '../standing-interest';
import { vacancyPaths } from './vacancy.paths';

export const vacancyKind = 'vacancy.open';

interface About {
  readonly interest: StandingInterest;
  readonly collaborative: Collaborative;
  /** The first day on which the seat has nobody. */
  readonly on: CalendarDate;
  readonly t: Translate;
  readonly baseUrl: string;
  readonly leaveUrl: string;
}

/** "A seat is free": to those who asked to be told of this collaborative, once for each day on which seats fall free. */
export function vacancyEmail({ interest, collaborative, on, t, baseUrl, leaveUrl }: About): Email {
  const words = { collaborative: inLocale(collaborative.name, t.locale), date: formatDate(t.locale, on) };
  return {
    kind: vacancyKind,
    to: { personId: interest.personId, name: interest.name, address: interest.email, locale: interest.locale },
    subject: t('vacancies.emails.subject', words),
    letter: {
      preheader: t('vacancies.emails.lead', words),
      greeting: t('mail.greeting', { name: interest.name }),
      paragraphs: [t('vacancies.emails.lead', words), t('vacancies.emails.next')],
      facts: [],
      action: { text: t('vacancies.emails.button'), url: baseUrl + vacancyPaths.one({ c: collaborative.slug }) },
      after: [],
      reason: t('vacancies.emails.reason'),
    },
    dedupeKey: `${vacancyKind}:${collaborative.id}:${on}:${interest.email}`,
    stream: 'subscription',
    priority: 'bulk',
    about: { kind: 'standing_interest', id: interest.id, collaborativeId: collaborative.id },
    whenUnknown: 'drop',
    expiresAt: startOfDay(plusDays(on, 7)),
    leaveUrl,
  };
}
