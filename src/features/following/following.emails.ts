import type { Translate } from '../../i18n/translate';
import { plusElapsed, type CalendarDate, type Instant } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import type { Asked, Follower, News } from './following';
import { newsLine } from './news.views';

const recipient = ({ email, locale }: Pick<Follower, 'email' | 'locale'>): Recipient => ({
  personId: null,
  name: '',
  address: email,
  locale,
});

interface Asking {
  readonly asked: Asked;
  readonly what: string;
  readonly t: Translate;
  readonly link: string;
  readonly key: string;
}

/** Asks the address whether it was really them. */
export const confirmEmail = ({ asked, what, t, link, key }: Asking): Email => ({
  kind: 'following.confirm',
  to: recipient(asked),
  subject: t('following.mail.confirm.subject', { what }),
  letter: {
    preheader: t('following.mail.confirm.preheader'),
    greeting: t('following.mail.greeting'),
    paragraphs: [t('following.mail.confirm.ask', { what })],
    facts: [],
    action: { text: t('following.mail.confirm.button'), url: link },
    after: [t('following.mail.confirm.ignore')],
    reason: t('following.mail.confirm.reason'),
  },
  dedupeKey: `following.confirm:${key}`,
  stream: 'service',
  priority: 'now',
  about: { kind: 'site', id: 'following', collaborativeId: null },
  whenUnknown: 'drop',
  expiresAt: plusElapsed(asked.at, { hours: 24 * 7 }),
});

interface Links {
  readonly baseUrl: string;
  readonly choicesUrl: string;
  readonly leaveUrl: string;
}

export const newsKind = 'following.news';

/** One piece of news to somebody who follows what it is about. */
export function newsEmail(t: Translate, news: News, follower: Follower, links: Links & { readonly sendAt: Instant }): Email {
  const line = newsLine(t, news);
  return {
    kind: newsKind,
    to: recipient(follower),
    subject: line.text,
    letter: {
      preheader: t('following.mail.news.preheader'),
      greeting: t('following.mail.greeting'),
      paragraphs: [line.text],
      facts: [],
      action: { text: t('following.mail.news.button'), url: links.baseUrl + line.href },
      after: [t('following.mail.choices', { url: links.choicesUrl })],
      reason: t('following.mail.reason'),
    },
    dedupeKey: `${newsKind}:${news.id}:${follower.id}`,
    stream: 'subscription',
    priority: 'bulk',
    about: { kind: 'follower', id: follower.id, collaborativeId: news.collaborativeId },
    whenUnknown: 'drop',
    sendAt: links.sendAt,
    leaveUrl: links.leaveUrl,
  };
}

export const digestKind = 'following.digest';

/** A week's news in one mail. */
export function digestEmail(t: Translate, news: readonly News[], follower: Follower, links: Links & { readonly day: CalendarDate }): Email {
  const lines = news.map((one) => newsLine(t, one)).map(({ text, href }) => `• ${text}\n${links.baseUrl}${href}`);
  return {
    kind: digestKind,
    to: recipient(follower),
    subject: t('following.mail.digest.subject', { count: news.length }),
    letter: {
      preheader: t('following.mail.digest.preheader'),
      greeting: t('following.mail.greeting'),
      paragraphs: [t('following.mail.digest.lead'), ...lines],
      facts: [],
      action: { text: t('following.mail.digest.button'), url: links.choicesUrl },
      after: [],
      reason: t('following.mail.reason'),
    },
    dedupeKey: `${digestKind}:${follower.id}:${links.day}`,
    stream: 'subscription',
    priority: 'bulk',
    about: { kind: 'follower', id: follower.id, collaborativeId: null },
    whenUnknown: 'drop',
    leaveUrl: links.leaveUrl,
  };
}
