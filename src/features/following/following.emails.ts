import type { Translate } from '../../i18n/translate';
import { plusElapsed, type CalendarDate, type Instant } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import { publishedCalendar, type CalendarOrigin, type Meeting } from '../meetings';
import { folded, type Asked, type Follower, type News } from './following';
import { newsLine, newsOf } from './news.views';

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

interface NewsGroup {
  /** What is told in one mail. */
  readonly group: readonly [News, ...News[]];
  /** The meetings whose plan it is about. */
  readonly meetings: readonly Meeting[];
}

/** News to somebody who follows what it is about; of meetings that are planned, with their entries for a calendar. */
export function newsEmail(
  t: Translate,
  { group, meetings }: NewsGroup,
  follower: Follower,
  links: Links & CalendarOrigin & { readonly sendAt: Instant },
): Email {
  const [news] = group;
  const line = newsOf(t, group);
  const lines = group.length === 1 ? [] : group.map((one) => newsLine(t, one).text);
  return {
    kind: newsKind,
    to: recipient(follower),
    subject: line.text,
    letter: {
      preheader: t('following.mail.news.preheader'),
      greeting: t('following.mail.greeting'),
      paragraphs: [line.text, ...lines],
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
    ...(meetings.length === 0 ? {} : { calendar: { method: 'PUBLISH' as const, content: publishedCalendar(meetings, t, links) } }),
    leaveUrl: links.leaveUrl,
  };
}

export const digestKind = 'following.digest';

/** A week's news in one mail. */
export function digestEmail(t: Translate, news: readonly News[], follower: Follower, links: Links & { readonly day: CalendarDate }): Email {
  const lines = folded(news)
    .map((group) => newsOf(t, group))
    .map(({ text, href }) => `• ${text}\n${links.baseUrl}${href}`);
  return {
    kind: digestKind,
    to: recipient(follower),
    subject: t('following.mail.digest.subject', { count: lines.length }),
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
