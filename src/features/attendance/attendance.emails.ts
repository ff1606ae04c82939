import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import { meetingPaths } from '../meetings';
import type { Attended } from './attendance-record';

export const absencesKind = 'attendance.missed';

interface Words {
  readonly translate: (locale: string) => Translate;
  readonly baseUrl: string;
}

interface Missed {
  readonly collaborative: Collaborative;
  /** The meetings missed in a row, the latest first. */
  readonly missed: readonly Attended[];
  readonly to: Recipient;
}

/** To a member who missed meetings in a row: what they were, and whom to tell if something stands in the way. */
export function toMember(words: Words, about: Missed): Email {
  const { collaborative, missed, to } = about;
  const t = words.translate(to.locale);
  const values = { name: inLocale(collaborative.name, t.locale), count: missed.length };
  const contact = `${collaborative.contactEmail}, ${collaborative.contactPhone}`;
  return mailOf(words, about, {
    subject: t('attendance.mails.member.subject', { count: missed.length }),
    paragraphs: [t('attendance.mails.member.lead', values), t('attendance.mails.member.help', { contact })],
    reason: t('mail.reasons.member'),
  });
}

/** To the staff, from the third: whom to call. */
export function toStaff(words: Words, about: Missed & { readonly member: string }): Email {
  const { collaborative, missed, to, member } = about;
  const t = words.translate(to.locale);
  return mailOf(words, about, {
    subject: t('attendance.mails.staff.subject', { member }),
    paragraphs: [t('attendance.mails.staff.lead', { member, name: inLocale(collaborative.name, t.locale), count: missed.length })],
    reason: t('mail.reasons.staff'),
  });
}

interface Said {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly reason: string;
}

function mailOf({ translate, baseUrl }: Words, { collaborative, missed, to }: Missed, { subject, paragraphs, reason }: Said): Email {
  const t = translate(to.locale);
  const [latest] = missed;
  const meetingId = latest?.meetingId ?? '';
  return {
    kind: absencesKind,
    to,
    subject,
    letter: {
      preheader: inLocale(collaborative.name, t.locale),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs,
      facts: [{ label: t('attendance.mails.meetings'), value: missed.map(({ startsAt }) => formatDay(t.locale, startsAt)).join(' · ') }],
      action: { text: t('attendance.mails.open'), url: baseUrl + meetingPaths.listFor({ c: collaborative.slug }) },
      after: [],
      reason,
    },
    dedupeKey: `${absencesKind}:${meetingId}:${latest?.personId ?? ''}:${to.personId ?? to.address}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'meeting', id: meetingId, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
  };
}
