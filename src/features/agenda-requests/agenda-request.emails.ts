import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { plusElapsed } from '../../lib/time';
import type { Email } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { AgendaRequest, Asked } from './agenda-request';

interface Asking {
  readonly asked: Asked;
  readonly collaborative: Collaborative;
  readonly t: Translate;
  readonly link: string;
  readonly key: string;
}

/** Asks the address whether it was really them. */
export function confirmEmail({ asked, collaborative, t, link, key }: Asking): Email {
  const name = inLocale(collaborative.name, t.locale);
  return {
    kind: 'agendaRequest.confirm',
    to: { personId: null, name: '', address: asked.email, locale: t.locale },
    subject: t('agendaRequests.mail.confirm.subject', { name }),
    letter: {
      preheader: t('agendaRequests.mail.confirm.preheader'),
      greeting: t('agendaRequests.mail.greeting'),
      paragraphs: [t('agendaRequests.mail.confirm.ask', { name })],
      facts: [],
      action: { text: t('agendaRequests.mail.confirm.button'), url: link },
      after: [t('agendaRequests.mail.confirm.ignore')],
      reason: t('agendaRequests.mail.confirm.reason'),
    },
    dedupeKey: `agendaRequest.confirm:${collaborative.id}:${key}`,
    stream: 'service',
    priority: 'now',
    about: { kind: 'collaborative', id: collaborative.id, collaborativeId: collaborative.id },
    whenUnknown: 'drop',
    expiresAt: plusElapsed(asked.at, { hours: 24 * 7 }),
  };
}

export const lapsesKind = 'agendaRequest.lapses';

interface Lapsing {
  readonly request: AgendaRequest;
  readonly collaborative: Collaborative;
  readonly t: Translate;
  readonly link: string;
  readonly leaveUrl: string;
}

/** In December: the request lapses unless its reader renews it. */
export function lapsesEmail({ request, collaborative, t, link, leaveUrl }: Lapsing): Email {
  const words = { name: inLocale(collaborative.name, t.locale), date: formatDate(t.locale, request.lapsesOn) };
  return {
    kind: lapsesKind,
    to: { personId: null, name: '', address: request.email, locale: t.locale },
    subject: t('agendaRequests.mail.lapses.subject', words),
    letter: {
      preheader: t('agendaRequests.mail.lapses.preheader', words),
      greeting: t('agendaRequests.mail.greeting'),
      paragraphs: [t('agendaRequests.mail.lapses.ask', words)],
      facts: [],
      action: { text: t('agendaRequests.mail.lapses.button'), url: link },
      after: [t('agendaRequests.mail.lapses.else')],
      reason: t('agendaRequests.mail.reason', words),
    },
    dedupeKey: `${lapsesKind}:${request.id}:${request.lapsesOn}`,
    stream: 'subscription',
    priority: 'bulk',
    about: { kind: 'agenda_request', id: request.id, collaborativeId: collaborative.id },
    whenUnknown: 'drop',
    leaveUrl,
  };
}
