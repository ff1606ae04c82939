import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { Offer } from './offer';
import type { OfferQuestion } from './question';

interface Told {
  readonly to: Recipient;
  readonly t: Translate;
  readonly offer: Offer;
  readonly collaborative: Collaborative;
  readonly reference: string;
  readonly link: string;
}

/** Tells staff that an applicant asks something before answering. */
export function questionReceivedMail(mail: Told & { question: OfferQuestion }): Email {
  const { t, to, question } = mail;
  const by = formatMoment(t, mail.offer.answerBy);
  return {
    ...envelope('offer.question_received', mail, question.id),
    subject: t('offers.emails.asked.subject', { reference: mail.reference }),
    letter: {
      preheader: t('offers.emails.asked.ask', { by }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('offers.emails.asked.ask', { by }), question.words],
      facts: [{ label: t('offers.emails.reference'), value: mail.reference }],
      action: { text: t('offers.emails.asked.open'), url: mail.link },
      after: [],
      reason: t('offers.emails.staffReason', { name: nameOf(mail) }),
    },
  };
}

/** The answer of staff; the offer is still to be answered. */
export function questionAnsweredMail(mail: Told & { question: OfferQuestion }): Email {
  const { t, to, question } = mail;
  const by = formatMoment(t, mail.offer.answerBy);
  return {
    ...envelope('offer.question_answered', mail, question.id),
    subject: t('offers.emails.answered.subject'),
    letter: {
      preheader: t('offers.emails.offer.preheader', { by }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('offers.emails.answered.ask', { by }), question.answer ?? ''],
      facts: [
        { label: t('offers.emails.answered.question'), value: question.words },
        { label: t('offers.emails.offer.answerBy'), value: by },
      ],
      action: { text: t('offers.emails.offer.open'), url: mail.link },
      after: [t('offers.emails.offer.silence')],
      reason: t('offers.emails.answered.reason', { name: nameOf(mail) }),
    },
  };
}

/** More time to answer an offer. */
export function extendedMail(mail: Told): Email {
  const { t, to, offer } = mail;
  const by = formatMoment(t, offer.answerBy);
  return {
    ...envelope('offer.extended', mail, offer.answerBy),
    subject: t('offers.emails.extended.subject', { by }),
    letter: {
      preheader: t('offers.emails.offer.preheader', { by }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('offers.emails.extended.ask', { by })],
      facts: [
        { label: t('offers.emails.offer.answerBy'), value: by },
        { label: t('offers.emails.reference'), value: mail.reference },
      ],
      action: { text: t('offers.emails.offer.open'), url: mail.link },
      after: [t('offers.emails.offer.silence'), t('offers.emails.question', { email: mail.collaborative.contactEmail })],
      reason: t('offers.emails.reason', { name: nameOf(mail) }),
    },
    onPaper: { after: [t('offers.emails.offer.byPhone', { phone: mail.collaborative.contactPhone })] },
  };
}

const nameOf = ({ t, collaborative }: Told): string => inLocale(collaborative.name, t.locale);

const envelope = (kind: string, { to, offer, collaborative }: Told, occurrence: string) =>
  ({
    kind,
    to,
    dedupeKey: `${kind}:${offer.id}:${to.personId ?? to.address}:${occurrence}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'offer', id: offer.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
  }) as const;
