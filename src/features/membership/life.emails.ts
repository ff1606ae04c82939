import { formatDate } from '../../i18n/format';
import type { Email, Recipient } from '../../mail/email';
import type { CalendarDate } from '../../lib/time';
import type { Leave } from './leave';
import { letter, type About } from './membership.emails';

/** A leave was put down: from when, until when. Its reason stands in no letter. */
export const leaveTaken = (to: Recipient, about: About, leave: Leave): Email => {
  const { t, membership, isStaff } = about;
  const from = formatDate(t.locale, leave.startsOn);
  const words = { ...wordsOf(about), date: from };
  const until = leave.endsOn === null ? t('membership.leave.openEnd') : formatDate(t.locale, leave.endsOn);
  return letter(to, about, {
    kind: 'membership.leave',
    occurrence: leave.id,
    subject: isStaff ? t('membership.emails.leave.staffSubject', words) : t('membership.emails.leave.subject', words),
    paragraphs: isStaff
      ? [t('membership.emails.leave.staffLead', words)]
      : [t('membership.emails.leave.lead', words), t('membership.emails.leave.back')],
    facts: [
      { label: t('membership.seat'), value: membership.seatCode },
      { label: t('membership.leave.from'), value: from },
      { label: t('membership.leave.until'), value: until },
    ],
  });
};

/** A leave ends: the last day away. */
export const leaveOver = (to: Recipient, about: About, leave: Leave, lastDay: CalendarDate): Email => {
  const { t, membership, isStaff } = about;
  const isTakenBack = lastDay < leave.startsOn;
  const words = { ...wordsOf(about), date: formatDate(t.locale, isTakenBack ? leave.startsOn : lastDay) };
  const lead = isTakenBack ? t('membership.emails.back.never', words) : t('membership.emails.back.lead', words);
  const staffLead = isTakenBack ? t('membership.emails.back.staffNever', words) : t('membership.emails.back.staffLead', words);
  return letter(to, about, {
    kind: 'membership.back',
    occurrence: `${leave.id}-${lastDay}`,
    subject: isStaff ? t('membership.emails.back.staffSubject', words) : t('membership.emails.back.subject', words),
    paragraphs: [isStaff ? staffLead : lead],
    facts: [{ label: t('membership.seat'), value: membership.seatCode }],
  });
};

/** An ending was taken back: the member stays. */
export const endingTakenBack = (to: Recipient, about: About, lastDay: CalendarDate): Email => {
  const { t, membership, isStaff } = about;
  const words = { ...wordsOf(about), date: formatDate(t.locale, lastDay) };
  return letter(to, about, {
    kind: 'membership.ending_taken_back',
    occurrence: `${lastDay}-${membership.version}`,
    subject: isStaff ? t('membership.emails.stays.staffSubject', words) : t('membership.emails.stays.subject', words),
    paragraphs: [isStaff ? t('membership.emails.stays.staffLead', words) : t('membership.emails.stays.lead', words)],
    facts: [{ label: t('membership.seat'), value: membership.seatCode }],
  });
};

/** Reappointed: the next term. */
export const renewed = (to: Recipient, about: About): Email => {
  const { t, isStaff } = about;
  const words = wordsOf(about);
  return letter(to, about, {
    kind: 'membership.reappointed',
    occurrence: 'next-term',
    subject: isStaff ? t('membership.emails.renewed.staffSubject', words) : t('membership.emails.renewed.subject', words),
    paragraphs: isStaff
      ? [t('membership.emails.renewed.staffLead', words)]
      : [t('membership.emails.renewed.lead', words), t('membership.emails.renewed.thanks')],
    facts: termFacts(about),
  });
};

/** Moved to another seat. */
export const moved = (to: Recipient, about: About, fromSeat: string): Email => {
  const { t, isStaff, membership } = about;
  const words = { ...wordsOf(about), from: fromSeat, seat: membership.seatCode };
  return letter(to, about, {
    kind: 'membership.moved',
    occurrence: 'moved',
    subject: isStaff ? t('membership.emails.moved.staffSubject', words) : t('membership.emails.moved.subject', words),
    paragraphs: [isStaff ? t('membership.emails.moved.staffLead', words) : t('membership.emails.moved.lead', words)],
    facts: termFacts(about),
  });
};

const wordsOf = ({ memberName, collaborative }: About) => ({ name: memberName, collaborative });

const termFacts = ({ t, membership }: About) => [
  { label: t('membership.seat'), value: membership.seatCode },
  { label: t('membership.termStarts'), value: formatDate(t.locale, membership.termStartsOn) },
  { label: t('membership.termEnds'), value: formatDate(t.locale, membership.termEndsOn) },
];
