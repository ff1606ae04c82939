import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import { afterTheNight } from '../../mail/reminder-timing';
import type { Collaborative } from '../collaboratives';
import type { Offer } from './offer';

interface LapseMail {
  readonly to: Recipient;
  readonly t: Translate;
  readonly offer: Offer;
  readonly collaborative: Collaborative;
  readonly reference: string;
  readonly seatCode: string;
  readonly link: string;
  /** When the offer ended; nobody is written to at night. */
  readonly at: Instant;
}

/** Tells the applicant that the time to answer is over. */
export function lapsedMail(mail: LapseMail): Email {
  const { t, to, offer, collaborative } = mail;
  const name = inLocale(collaborative.name, t.locale);
  const by = formatMoment(t, offer.answerBy);
  return {
    ...envelope('offer.lapsed', mail),
    subject: t('offers.emails.lapsed.subject', { name }),
    letter: {
      preheader: t('offers.emails.lapsed.ask', { by }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('offers.emails.lapsed.ask', { by }), t('offers.emails.lapsed.then')],
      facts: [{ label: t('offers.emails.reference'), value: mail.reference }],
      action: { text: t('offers.emails.status'), url: mail.link },
      after: [t('offers.emails.question', { email: collaborative.contactEmail })],
      reason: t('offers.emails.reason', { name }),
    },
  };
}

/** Tells staff that a seat goes on to the next alternate, or waits. */
export function seatGoesOnMail(mail: LapseMail): Email {
  const { t, to, collaborative } = mail;
  const name = inLocale(collaborative.name, t.locale);
  return {
    ...envelope('offer.seat_goes_on', mail),
    subject: t('offers.emails.goesOn.subject', { seat: mail.seatCode, name }),
    letter: {
      preheader: t('offers.emails.goesOn.ask', { seat: mail.seatCode }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('offers.emails.goesOn.ask', { seat: mail.seatCode }), t('offers.emails.goesOn.then')],
      facts: [{ label: t('offers.emails.reference'), value: mail.reference }],
      action: { text: t('offers.emails.goesOn.open'), url: mail.link },
      after: [],
      reason: t('offers.emails.staffReason', { name }),
    },
  };
}

const envelope = (kind: string, { to, offer, collaborative, at }: LapseMail) =>
  ({
    kind,
    to,
    dedupeKey: `${kind}:${offer.id}:${to.personId ?? to.address}:1`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'candidacy', id: offer.candidacyId, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
    sendAt: afterTheNight(at),
  }) as const;
