import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { sha256 } from '../../lib/secret';
import type { Email } from '../../mail/email';
import { seatsIn, type Opening } from './opening';
import { withoutLinks, type InvitationWanted } from './invitation';
import type { Collaborative } from '../collaboratives';

export interface Invitation extends InvitationWanted {
  /** The account of the sender; null for somebody we do not know. */
  readonly senderId: string | null;
  readonly collaborative: Collaborative;
  readonly opening: Opening;
  /** Absolute addresses: where to begin, and where to ask for no more of these. */
  readonly link: string;
  readonly leaveUrl: string;
  readonly t: Translate;
}

/** One person tells another of a seat: who, the note as plain text, one link, one way to hear no more. */
export function invitationMail(invitation: Invitation): Email {
  const { t, collaborative, opening, senderId } = invitation;
  const name = inLocale(collaborative.name, t.locale);
  const from = withoutLinks(invitation.from).replace(/\n/g, ' ');
  const note = withoutLinks(invitation.note);
  const closes = formatMoment(t, opening.cycle.closesAt);
  return {
    kind: 'outreach.invitation',
    to: { personId: null, name: '', address: invitation.address, locale: t.locale },
    subject: t('outreach.mail.subject', { name }),
    letter: {
      preheader: t('outreach.mail.preheader', { from }),
      greeting: t('outreach.mail.greeting'),
      paragraphs: [
        t('outreach.mail.ask', { from, name, closes }),
        ...(note === '' ? [] : [t('outreach.mail.note', { from, note })]),
        t('outreach.mail.what'),
      ],
      facts: [
        { label: t('outreach.mail.seats'), value: t('outreach.join.seats', { count: seatsIn(opening) }) },
        { label: t('outreach.join.closes'), value: closes },
      ],
      action: { text: t('outreach.mail.open'), url: invitation.link },
      after: [t(senderId === null ? 'outreach.mail.unknown' : 'outreach.mail.known', { from })],
      reason: t('outreach.mail.reason', { from }),
    },
    dedupeKey: `outreach.invitation:${opening.cycle.id}:${sha256(invitation.address.toLowerCase()).slice(0, 32)}:${sha256(senderId ?? from).slice(0, 32)}`,
    stream: 'subscription',
    priority: 'soon',
    about: { kind: 'cycle', id: opening.cycle.id, collaborativeId: collaborative.id },
    whenUnknown: 'drop',
    expiresAt: opening.cycle.closesAt,
    leaveUrl: invitation.leaveUrl,
  };
}
