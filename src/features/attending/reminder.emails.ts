import { formatDay, formatMoment, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { Email, Letter, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import { meetingFacts, meetingPaths, meetingTitle, type Meeting } from '../meetings';
import type { Expectation } from './expectation';

export const comingKind = 'meeting.coming';
export const meetingTomorrowKind = 'meeting.tomorrow';
export const meetingSoonKind = 'meeting.soon';
export const quorumRiskKind = 'meeting.quorumAtRisk';

interface Words {
  readonly translate: (locale: string) => Translate;
  readonly baseUrl: string;
  readonly to: Recipient;
}

/** Five days before, to who has not answered: one link that needs no password. */
export function areYouComing(meeting: Meeting, collaborative: Collaborative, words: Words & { readonly path: string }): Email {
  const { t, name, moment, date } = said(meeting, collaborative, words);
  return mailOf(meeting, words, {
    kind: comingKind,
    subject: t('attending.mails.coming.subject', { date }),
    paragraphs: [t('attending.mails.coming.lead', { name, moment })],
    action: { text: t('attending.mails.coming.open'), url: words.baseUrl + words.path },
    after: [t('attending.mails.coming.after')],
  });
}

/** The day before: where and when, and how to say that one cannot come. */
export function meetingTomorrow(meeting: Meeting, collaborative: Collaborative, words: Words): Email {
  const { t, name, moment } = said(meeting, collaborative, words);
  return mailOf(meeting, words, {
    kind: meetingTomorrowKind,
    subject: t('attending.mails.tomorrow.subject', { title: meetingTitle(meeting, t.locale) }),
    paragraphs: [t('attending.mails.tomorrow.lead', { name, moment })],
    action: openMeeting(meeting, words),
    after: [],
  });
}

/** Two hours before, to who is coming. */
export function meetingSoon(meeting: Meeting, collaborative: Collaborative, words: Words): Email {
  const { t, name } = said(meeting, collaborative, words);
  const time = formatTime(t.locale, meeting.startsAt);
  return mailOf(meeting, words, {
    kind: meetingSoonKind,
    subject: t('attending.mails.soon.subject', { time, title: meetingTitle(meeting, t.locale) }),
    paragraphs: [t('attending.mails.soon.lead', { name, time })],
    action: openMeeting(meeting, words),
    after: [],
  });
}

interface Doubt {
  readonly expected: Expectation;
  readonly risk: 'lost' | 'open';
  readonly today: CalendarDate;
}

/** To staff and officers, at most once a day while the answers leave the quorum in doubt. */
export function quorumAtRisk(meeting: Meeting, collaborative: Collaborative, { expected, risk, today, ...words }: Words & Doubt): Email {
  const { t, name, date, moment } = said(meeting, collaborative, words);
  const mail = mailOf(meeting, words, {
    kind: quorumRiskKind,
    subject: t('attending.mails.quorum.subject', { date }),
    paragraphs: [
      risk === 'lost' ? t('attending.mails.quorum.lost', { name, moment }) : t('attending.mails.quorum.open', { name, moment }),
      t('attending.expected', { ...expected }),
    ],
    action: openMeeting(meeting, words),
    after: [t('attending.mails.quorum.after')],
  });
  return { ...mail, dedupeKey: `${quorumRiskKind}:${meeting.id}:${recipientKey(words.to)}:${today}` };
}

function said(meeting: Meeting, collaborative: Collaborative, { to, translate }: Words) {
  const t = translate(to.locale);
  return {
    t,
    name: inLocale(collaborative.name, t.locale),
    moment: formatMoment(t, meeting.startsAt),
    date: formatDay(t.locale, meeting.startsAt),
  };
}

const openMeeting = (meeting: Meeting, { to, translate, baseUrl }: Words): Letter['action'] => ({
  text: translate(to.locale)('attending.mails.open'),
  url: baseUrl + meetingPaths.show({ id: meeting.id }),
});

const recipientKey = ({ personId, address }: Recipient): string => personId ?? address;

type Told = Pick<Email, 'kind' | 'subject'> & Pick<Letter, 'paragraphs' | 'action' | 'after'>;

function mailOf(meeting: Meeting, { to, translate }: Words, { kind, subject, ...letter }: Told): Email {
  const t = translate(to.locale);
  return {
    kind,
    to,
    subject,
    letter: {
      ...letter,
      preheader: formatMoment(t, meeting.startsAt),
      greeting: t('mail.greeting', { name: to.name }),
      facts: meetingFacts(meeting, t),
      reason: t(kind === quorumRiskKind ? 'mail.reasons.runsMeeting' : 'mail.reasons.member'),
    },
    dedupeKey: `${kind}:${meeting.id}:${recipientKey(to)}:${meeting.startsAt}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'meeting', id: meeting.id, collaborativeId: meeting.collaborativeId },
    whenUnknown: 'resend_once',
    expiresAt: meeting.startsAt,
  };
}
