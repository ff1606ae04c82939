import { formatDate, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { dateOf, plusDays, type Instant } from '../../lib/time';
import type { Email, Recipient } from '../../mail/email';
import { afterTheNight } from '../../mail/reminder-timing';
import type { Candidacy } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { chosenWording, filled, isRegret, paragraphsOf, type LetterCode, type LetterTexts } from './letter';
import { usualWording } from './letter-words';
import type { Offer } from './offer';

/** What every decision letter needs. */
export interface Decided {
  readonly to: Recipient;
  readonly t: Translate;
  readonly code: LetterCode;
  readonly candidacy: Pick<Candidacy, 'id' | 'constituency'>;
  readonly reference: string;
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly texts: LetterTexts;
  /** Opens the offer, or the page that says where the application stands; no password. */
  readonly link: string;
  readonly sentAt: Instant;
  /** Given with the letter that offers a seat. */
  readonly offer: Pick<Offer, 'id' | 'answerBy'> | null;
}

/** The kind of mail that carries a letter. */
export function mailKindOf(code: LetterCode): string {
  if (code === 'next') return 'offer.next';
  if (code === 'kept_elsewhere') return 'decision.ended';
  return isRegret(code) ? 'decision.not_selected' : `decision.${code}`;
}

/** A decision letter: the words of staff or the usual ones, with its dates, facts and link, which nobody can edit away. */
export function decisionMail(letter: Decided): Email {
  const { t, offer } = letter;
  const values = valuesOf(letter);
  const wording = chosenWording(
    letter.texts,
    { code: letter.code, candidacyId: letter.candidacy.id, locale: letter.to.locale },
    usualWording(t, letter.code),
  );
  const paragraphs = paragraphsOf(filled(wording.body, values));
  return {
    ...envelope(letter),
    subject: filled(wording.subject, values),
    letter: {
      preheader: paragraphs[0] ?? '',
      greeting: t('mail.greeting', { name: letter.to.name }),
      paragraphs,
      facts: factsOf(letter),
      action: { text: t(offer === null ? 'offers.emails.status' : 'offers.emails.offer.open'), url: letter.link },
      after: afterOf(letter),
      reason: t('offers.emails.reason', { name: values.name }),
    },
    onPaper: { after: onPaper(letter) },
    ...(offer === null ? {} : { expiresAt: offer.answerBy }),
    ...(letter.code === 'next' || letter.code === 'expired' ? { sendAt: afterTheNight(letter.sentAt) } : {}),
  };
}

const valuesOf = ({ t, collaborative, candidacy, offer }: Decided) => ({
  name: inLocale(collaborative.name, t.locale),
  seat: t(`common.constituency.${candidacy.constituency}`),
  ...(offer === null ? {} : { by: formatMoment(t, offer.answerBy) }),
});

function factsOf({ t, cycle, reference, offer }: Decided) {
  const own = { label: t('offers.emails.reference'), value: reference };
  if (offer === null) return [own];
  const dates = { from: formatDate(t.locale, cycle.termStartsOn), until: formatDate(t.locale, cycle.termEndsOn) };
  return [
    { label: t('offers.emails.offer.answerBy'), value: formatMoment(t, offer.answerBy) },
    { label: t('offers.emails.offer.term'), value: t('offers.emails.offer.termDates', dates) },
    own,
  ];
}

function afterOf(letter: Decided): string[] {
  const { t, collaborative } = letter;
  const question = t('offers.emails.question', { email: collaborative.contactEmail });
  if (letter.offer !== null) return [t('offers.emails.offer.silence'), question];
  return isRegret(letter.code) ? [t('offers.emails.regret.review', { by: reviewUntil(letter) }), question] : [question];
}

/** Nobody can press a button on paper: an offer is answered, and a review asked for, by telephone. */
function onPaper(letter: Decided): string[] {
  const { t, collaborative } = letter;
  const phone = collaborative.contactPhone;
  if (letter.offer !== null) return [t('offers.emails.offer.byPhone', { phone }), t('offers.emails.offer.silence')];
  return isRegret(letter.code)
    ? [t('offers.emails.regret.reviewByPhone', { by: reviewUntil(letter), phone })]
    : [t('offers.emails.byPhone', { phone })];
}

const reviewUntil = ({ t, cycle, sentAt }: Decided): string =>
  formatDate(t.locale, plusDays(dateOf(sentAt), cycle.settings.procedureReviewDays));

function envelope({ code, to, candidacy, collaborative, offer }: Decided) {
  const kind = mailKindOf(code);
  return {
    kind,
    to,
    dedupeKey: `${kind}:${offer?.id ?? candidacy.id}:${to.personId ?? to.address}:1`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'candidacy', id: candidacy.id, collaborativeId: collaborative.id },
    whenUnknown: 'hold',
  } as const;
}
