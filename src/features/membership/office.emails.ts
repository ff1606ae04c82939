import { formatDate } from '../../i18n/format';
import type { Email, Recipient } from '../../mail/email';
import { letter, type About } from './membership.emails';
import type { Office } from './office';

/** "You are the chair from ...", or the same news for staff. */
export const officeGiven = (to: Recipient, about: About, office: Office): Email => {
  const { t, isStaff, membership } = about;
  const words = wordsOf(about, office, office.startsOn);
  return letter(to, about, {
    kind: 'membership.office_given',
    occurrence: office.id,
    subject: isStaff ? t('membership.emails.office.staffSubject', words) : t('membership.emails.office.subject', words),
    paragraphs: [isStaff ? t('membership.emails.office.staffLead', words) : t('membership.emails.office.lead', words)],
    facts: [{ label: t('membership.seat'), value: membership.seatCode }],
  });
};

/** "Your office ends on ...", or the same news for staff. */
export const officeEnded = (to: Recipient, about: About, office: Office): Email => {
  const { t, isStaff, membership } = about;
  const words = wordsOf(about, office, office.endsOn ?? office.startsOn);
  return letter(to, about, {
    kind: 'membership.office_ended',
    occurrence: `${office.id}-${office.endsOn ?? ''}`,
    subject: isStaff ? t('membership.emails.officeEnd.staffSubject', words) : t('membership.emails.officeEnd.subject', words),
    paragraphs: [isStaff ? t('membership.emails.officeEnd.staffLead', words) : t('membership.emails.officeEnd.lead', words)],
    facts: [{ label: t('membership.seat'), value: membership.seatCode }],
  });
};

const wordsOf = ({ t, memberName, collaborative }: About, { office }: Office, date: string) => ({
  name: memberName,
  collaborative,
  office: t(`common.office.${office}`),
  date: formatDate(t.locale, date),
});
