import { formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import { isJoint, type Meeting } from '../meetings';
import type { ApprovalItem } from './approval';
import type { Minutes } from './minutes';
import { minutesPaths } from './minutes.paths';

interface MinutesNews {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly translate: (locale: string) => Translate;
  readonly baseUrl: string;
}

/** Draft minutes to a member: read them, and ask for corrections before the meeting that approves them. */
export function minutesCirculated(
  news: MinutesNews & { readonly minutes: Minutes; readonly approval: ApprovalItem | undefined },
  to: Recipient,
): Email {
  const { meeting, collaborative, minutes, approval, baseUrl } = news;
  const t = news.translate(to.locale);
  const date = formatDay(t.locale, meeting.startsAt);
  const name = inLocale(collaborative.name, t.locale);
  const lead = isJoint(meeting) ? t('minutes.mail.circulated.leadJoint', { name, date }) : leadOf(t, { name, date }, approval);
  return {
    kind: 'minutes.circulated',
    to,
    subject: t('minutes.mail.circulated.subject', { date, name }),
    letter: {
      preheader: t('minutes.mail.circulated.preheader'),
      greeting: t('minutes.mail.greeting', { name: to.name }),
      paragraphs: [lead, t('minutes.mail.circulated.draft')],
      facts: [],
      action: { text: t('minutes.mail.circulated.open'), url: baseUrl + minutesPaths.show({ id: meeting.id }) },
      after: [],
      reason: t('minutes.mail.reason', { name }),
    },
    dedupeKey: `minutes.circulated:${minutes.id}:${to.personId ?? to.address}:1`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'meeting', id: meeting.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
  };
}

const leadOf = (t: Translate, words: { readonly name: string; readonly date: string }, approval: ApprovalItem | undefined): string =>
  approval === undefined
    ? t('minutes.mail.circulated.lead', words)
    : t('minutes.mail.circulated.leadBy', { ...words, moment: formatMoment(t, approval.meetingStartsAt) });

/** Minutes that are due: to the secretary and the staff, until they are circulated. */
export function minutesDue(news: MinutesNews & { readonly dueOn: string; readonly day: number }, to: Recipient): Email {
  const { meeting, collaborative, baseUrl, day } = news;
  const t = news.translate(to.locale);
  const date = formatDay(t.locale, meeting.startsAt);
  const name = inLocale(collaborative.name, t.locale);
  return {
    kind: 'minutes.due',
    to,
    subject: t('minutes.mail.due.subject', { date, name }),
    letter: {
      preheader: t('minutes.mail.due.preheader'),
      greeting: t('minutes.mail.greeting', { name: to.name }),
      paragraphs: [t('minutes.mail.due.lead', { name, date, by: news.dueOn })],
      facts: [],
      action: { text: t('minutes.mail.due.open'), url: baseUrl + minutesPaths.desk({ id: meeting.id }) },
      after: [],
      reason: t('minutes.mail.due.reason', { name }),
    },
    dedupeKey: `minutes.due:${meeting.id}:${to.personId ?? to.address}:${day}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'meeting', id: meeting.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
  };
}
