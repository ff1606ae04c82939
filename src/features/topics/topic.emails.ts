import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import { isPublic, type Meeting } from '../meetings';
import type { Topic } from './topic';
import { topicPaths } from './topic.paths';

interface Decided {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly topic: Topic;
  readonly collaborative: Collaborative;
  readonly meeting: Meeting | null;
}

/** What became of a topic, to whoever proposed it, with the reason. */
export function topicDecided(to: Recipient, { t, baseUrl, topic, collaborative, meeting }: Decided): Email {
  const { status, title, answer } = topic;
  const outcome = status === 'proposed' ? 'deferred' : status;
  const values = { title, collaborative: inLocale(collaborative.name, t.locale) };
  const lead = t(`topics.emails.${outcome}`, values);
  const on = meeting !== null && isPublic(meeting) ? [t('topics.emails.on', { moment: formatMoment(t, meeting.startsAt) })] : [];
  return {
    kind: 'topics.decided',
    to,
    subject: t('topics.emails.subject', values),
    letter: {
      preheader: lead,
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [lead, ...on, ...(answer === '' ? [] : [t('topics.emails.reason'), ...answer.split(/\n{2,}/)])],
      facts: [],
      action: { text: t('topics.emails.open'), url: baseUrl + topicPaths.list({ slug: collaborative.slug }) },
      after: [],
      reason: t('topics.emails.why'),
    },
    dedupeKey: `topics.decided:${topic.id}:${topic.version}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'topic', id: topic.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
  };
}
