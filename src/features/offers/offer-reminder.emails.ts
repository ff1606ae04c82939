import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Collaborative } from '../collaboratives';
import type { Offer, ReminderName } from './offer';

export const offerReminderKind = 'offer.reminder';

interface OfferReminder {
  readonly to: Recipient;
  readonly t: Translate;
  readonly offer: Offer;
  readonly name: ReminderName;
  readonly collaborative: Collaborative;
  readonly reference: string;
  readonly link: string;
}

/** Asks again for an answer to an offer. More time given by staff is reminded of anew. */
export function offerReminder({ to, t, offer, name, collaborative, reference, link }: OfferReminder): Email {
  const collaborativeName = inLocale(collaborative.name, t.locale);
  const by = formatMoment(t, offer.answerBy);
  return {
    kind: offerReminderKind,
    to,
    dedupeKey: `${offerReminderKind}:${offer.id}:${name}:${offer.answerBy}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'offer', id: offer.id, collaborativeId: collaborative.id },
    whenUnknown: 'drop',
    expiresAt: offer.answerBy,
    subject: t('offers.emails.reminder.subject', { by }),
    letter: {
      preheader: t('offers.emails.offer.preheader', { by }),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('offers.emails.offer.ask', { by }), t('offers.emails.reminder.why', { name: collaborativeName })],
      facts: [
        { label: t('offers.emails.offer.answerBy'), value: by },
        { label: t('offers.emails.reference'), value: reference },
      ],
      action: { text: t('offers.emails.offer.open'), url: link },
      after: [t('offers.emails.offer.silence'), t('offers.emails.question', { email: collaborative.contactEmail })],
      reason: t('offers.emails.reason', { name: collaborativeName }),
    },
    onPaper: { after: [t('offers.emails.offer.byPhone', { phone: collaborative.contactPhone }), t('offers.emails.offer.silence')] },
  };
}
