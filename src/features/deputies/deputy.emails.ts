import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import { deputyPaths } from './deputy.paths';
import type { NamedDeputy } from './deputy.queries';

export const overKind = 'deputies.over';

interface About {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly deputy: NamedDeputy;
}

/** "You stand in for ...", or "... stands in for you". */
export const namedMail = (to: Recipient, about: About): Email => letter(to, about, { kind: 'deputies.named', news: 'named' });

/** It was ended before its last day. */
export const endedMail = (to: Recipient, about: About): Email => letter(to, about, { kind: 'deputies.ended', news: 'ended' });

/** Its last day is over. */
export const overMail = (to: Recipient, about: About): Email => letter(to, about, { kind: overKind, news: 'over' });

function letter(to: Recipient, { t, baseUrl, deputy }: About, { kind, news }: { kind: string; news: 'named' | 'ended' | 'over' }): Email {
  const side = to.personId === deputy.deputyId ? 'deputy' : 'approver';
  const words = {
    approver: deputy.approverName,
    deputy: deputy.deputyName,
    place: inLocale(deputy.place, t.locale),
    from: formatDate(t.locale, deputy.startsOn),
    to: formatDate(t.locale, deputy.endsOn),
  };
  const lead = t(`deputies.emails.${news}.${side}`, words);
  return {
    kind,
    to,
    subject: t(`deputies.emails.${news}.subject`, words),
    letter: {
      preheader: lead,
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [lead, ...(news === 'named' ? [t(`deputies.emails.named.${side}More`)] : [])],
      facts: [
        { label: t('deputies.fields.collaborative'), value: words.place },
        { label: t('deputies.fields.starts_on'), value: words.from },
        { label: t('deputies.fields.ends_on'), value: words.to },
      ],
      action: { text: t('deputies.emails.open'), url: baseUrl + deputyPaths.own() },
      after: [],
      reason: t('deputies.emails.reason'),
    },
    dedupeKey: `${kind}:${deputy.id}:${to.personId ?? ''}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'deputy', id: deputy.id, collaborativeId: deputy.collaborativeId },
    whenUnknown: 'resend_once',
  };
}
