import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Email, Recipient } from '../../mail/email';
import { membershipPaths } from './membership.paths';
import type { Membership } from './membership';

export interface About {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly membership: Membership;
  readonly memberName: string;
  readonly collaborative: string;
  readonly slug: string;
  /** Written to staff about the member, not to the member. */
  readonly isStaff: boolean;
}

/** "Your seat begins", or the same news for staff. */
export const seatBegan = (to: Recipient, about: About): Email => {
  const { t, membership, isStaff } = about;
  const words = { name: about.memberName, seat: membership.seatCode, collaborative: about.collaborative };
  const until = formatDate(t.locale, membership.termEndsOn);
  return letter(to, about, {
    kind: 'membership.begun',
    occurrence: 'begun',
    subject: isStaff ? t('membership.emails.begun.staffSubject', words) : t('membership.emails.begun.subject', words),
    paragraphs: isStaff
      ? [t('membership.emails.begun.staffLead', words)]
      : [t('membership.emails.begun.lead', words), t('membership.emails.begun.next')],
    facts: [
      { label: t('membership.seat'), value: membership.seatCode },
      { label: t('membership.termEnds'), value: until },
    ],
  });
};

/** "You remain until a successor". */
export const stillHeld = (to: Recipient, about: About): Email => {
  const { t, membership, isStaff } = about;
  const words = { name: about.memberName, collaborative: about.collaborative, date: formatDate(t.locale, membership.termEndsOn) };
  return letter(to, about, {
    kind: 'membership.held_over',
    occurrence: 'held-over',
    subject: isStaff ? t('membership.emails.heldOver.staffSubject', words) : t('membership.emails.heldOver.subject', words),
    paragraphs: [isStaff ? t('membership.emails.heldOver.staffLead', words) : t('membership.emails.heldOver.lead', words)],
    facts: [{ label: t('membership.seat'), value: membership.seatCode }],
  });
};

/** "Your term ends in 90 (30) days", with what may come next. */
export const termEnding = (to: Recipient, about: About, days: number): Email => {
  const { t, membership, isStaff } = about;
  const date = formatDate(t.locale, membership.termEndsOn);
  const words = { name: about.memberName, collaborative: about.collaborative, date };
  return letter(to, about, {
    kind: termEndingKind,
    occurrence: `${membership.termEndsOn}-${String(days)}`,
    subject: isStaff ? t('membership.emails.ending.staffSubject', words) : t('membership.emails.ending.subject', words),
    paragraphs: isStaff
      ? [t('membership.emails.ending.staffLead', words)]
      : [t('membership.emails.ending.lead', words), t('membership.emails.ending.next')],
    facts: [{ label: t('membership.seat'), value: membership.seatCode }],
  });
};

export const termEndingKind = 'membership.term_ending';

/** The letter at the end of a membership. */
export const membershipEnded = (to: Recipient, about: About): Email => {
  const { t, membership, isStaff } = about;
  const date = formatDate(t.locale, membership.endedOn ?? membership.termEndsOn);
  const words = { name: about.memberName, collaborative: about.collaborative, date };
  const reason = t(`membership.endReason.${membership.endReason ?? 'term_completed'}`);
  return letter(to, about, {
    kind: 'membership.ended',
    occurrence: `ended-${membership.endedOn ?? ''}-${String(membership.version)}`,
    subject: isStaff ? t('membership.emails.ended.staffSubject', words) : t('membership.emails.ended.subject', words),
    paragraphs: isStaff
      ? [t('membership.emails.ended.staffLead', words)]
      : [t('membership.emails.ended.lead', words), t('membership.emails.ended.thanks')],
    facts: [
      { label: t('membership.seat'), value: membership.seatCode },
      { label: t('membership.reason'), value: reason },
    ],
  });
};

export interface Parts {
  readonly kind: string;
  readonly occurrence: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly facts: Email['letter']['facts'];
}

/** A letter about a membership: to the member it leads to their page, to staff to the seats. */
export function letter(to: Recipient, about: About, { kind, occurrence, subject, paragraphs, facts }: Parts): Email {
  const { t, baseUrl, membership, slug, isStaff } = about;
  const url = baseUrl + (isStaff ? membershipPaths.seats({ slug }) : '/me');
  return {
    kind,
    to,
    subject,
    letter: {
      preheader: paragraphs[0] ?? subject,
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs,
      facts,
      action: { text: isStaff ? t('membership.emails.openSeats') : t('membership.emails.openMine'), url },
      after: [],
      reason: isStaff ? t('mail.reasons.staff') : t('mail.reasons.member'),
    },
    dedupeKey: `${kind}:${membership.id}:${to.personId ?? to.address}:${occurrence}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'membership', id: membership.id, collaborativeId: membership.collaborativeId },
    whenUnknown: 'resend_once',
  };
}
