import type { Translate } from '../../i18n/translate';
import type { Email, Recipient } from '../../mail/email';
import type { Instant } from '../../lib/time';
import { rightsPaths } from './rights.paths';

interface About {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly id: string;
}

export const erasedKind = 'rights.erased';

interface Farewell extends About {
  /** In the reader's words. */
  readonly goes: readonly string[];
  readonly stays: readonly string[];
  readonly expiresAt: Instant;
}

/** "Somebody asks to be erased", to administrators; the name stands on the page alone. */
export const askedMail = (to: Recipient, { t, baseUrl, id }: About): Email =>
  mail(to, t, {
    kind: 'rights.asked',
    id,
    subject: t('rights.emails.asked.subject'),
    paragraphs: [t('rights.emails.asked.lead')],
    action: { text: t('rights.emails.asked.open'), url: baseUrl + rightsPaths.request({ id }) },
    reason: t('mail.reasons.staff'),
  });

/** "We keep your data, and why", to the person who asked. */
export const refusedMail = (to: Recipient, { t, baseUrl, id, words }: About & { readonly words: string }): Email =>
  mail(to, t, {
    kind: 'rights.refused',
    id,
    subject: t('rights.emails.refused.subject'),
    paragraphs: [t('rights.emails.refused.lead'), words],
    action: { text: t('rights.emails.refused.open'), url: baseUrl + rightsPaths.mine() },
    reason: t('rights.emails.refused.reason'),
  });

/** The last letter: what is gone and what the law keeps. Nothing of it stays once it is sent. */
export const erasedMail = (to: Recipient, { t, baseUrl, id, goes, stays, expiresAt }: Farewell): Email => ({
  ...mail(to, t, {
    kind: erasedKind,
    id,
    subject: t('rights.emails.erased.subject'),
    paragraphs: [
      t('rights.emails.erased.lead'),
      [t('rights.emails.erased.goes'), ...goes].join('\n'),
      ...(stays.length === 0 ? [] : [[t('rights.emails.erased.stays'), ...stays].join('\n')]),
      t('rights.emails.erased.last'),
    ],
    action: { text: t('rights.emails.erased.open'), url: `${baseUrl}/privacy` },
    reason: t('rights.emails.erased.reason'),
  }),
  dedupeKey: `${erasedKind}:${id}`,
  whenUnknown: 'drop',
  expiresAt,
  leavesNoTrace: true,
});

interface Parts {
  readonly kind: string;
  readonly id: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action: { readonly text: string; readonly url: string };
  readonly reason: string;
}

const mail = (to: Recipient, t: Translate, { kind, id, subject, paragraphs, action, reason }: Parts): Email => ({
  kind,
  to,
  subject,
  letter: {
    preheader: paragraphs[0] ?? '',
    greeting: t('mail.greeting', { name: to.name }),
    paragraphs,
    facts: [],
    action,
    after: [],
    reason,
  },
  dedupeKey: `${kind}:${id}:${to.personId ?? to.address}`,
  stream: 'service',
  priority: 'soon',
  about: { kind: 'erasure', id, collaborativeId: null },
  whenUnknown: 'resend_once',
});
