import { formatDate, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Email, Recipient } from '../../mail/email';
import type { Candidacy } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import type { LetterReason } from '../selection';
import type { Offer } from './offer';

/** What every decision letter needs. */
export interface Decided {
  readonly to: Recipient;
  readonly t: Translate;
  readonly candidacy: Pick<Candidacy, 'id' | 'constituency'>;
  readonly reference: string;
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  /** Opens the offer, or the page that says where the application stands; no password. */
  readonly link: string;
}

/** The offer of a seat, at the release or to the alternate who is next. */
export function offerMail(letter: Decided, offer: Offer, isNext: boolean): Email {
  const { t, cycle } = letter;
  const name = nameOf(letter);
  const by = formatMoment(t, offer.answerBy);
  const kind = isNext ? 'offer.next' : 'decision.offer';
  return {
    ...envelope(kind, letter, offer.id),
    subject: t('offers.emails.offer.subject', { name }),
    letter: {
      preheader: t('offers.emails.offer.preheader', { by }),
      greeting: t('mail.greeting', { name: letter.to.name }),
      paragraphs: [
        t('offers.emails.offer.ask', { by }),
        t(isNext ? 'offers.emails.offer.next' : 'offers.emails.offer.chosen', {
          name,
          seat: t(`common.constituency.${letter.candidacy.constituency}`),
        }),
        t('offers.emails.offer.then'),
      ],
      facts: [
        { label: t('offers.emails.offer.answerBy'), value: by },
        {
          label: t('offers.emails.offer.term'),
          value: t('offers.emails.offer.termDates', {
            from: formatDate(t.locale, cycle.termStartsOn),
            until: formatDate(t.locale, cycle.termEndsOn),
          }),
        },
        referenceFact(letter),
      ],
      action: { text: t('offers.emails.offer.open'), url: letter.link },
      after: [t('offers.emails.offer.silence'), t('offers.emails.question', { email: letter.collaborative.contactEmail })],
      reason: t('offers.emails.reason', { name }),
    },
    expiresAt: offer.answerBy,
  };
}

/** Kept as an alternate: nothing to do now. */
export function alternateMail(letter: Decided): Email {
  const { t } = letter;
  const name = nameOf(letter);
  return {
    ...envelope('decision.alternate', letter, letter.candidacy.id),
    subject: t('offers.emails.alternate.subject', { name }),
    letter: {
      preheader: t('offers.emails.alternate.ask'),
      greeting: t('mail.greeting', { name: letter.to.name }),
      paragraphs: [
        t('offers.emails.alternate.ask'),
        t('offers.emails.alternate.chosen', { name, seat: t(`common.constituency.${letter.candidacy.constituency}`) }),
        t('offers.emails.alternate.then'),
      ],
      facts: [referenceFact(letter)],
      action: { text: t('offers.emails.status'), url: letter.link },
      after: [t('offers.emails.question', { email: letter.collaborative.contactEmail })],
      reason: t('offers.emails.reason', { name }),
    },
  };
}

/** Not selected this time, with the coded reason in words. */
export function regretMail(letter: Decided, why: LetterReason): Email {
  const { t } = letter;
  const name = nameOf(letter);
  return {
    ...envelope('decision.not_selected', letter, letter.candidacy.id),
    subject: t('offers.emails.regret.subject', { name }),
    letter: {
      preheader: t('offers.emails.regret.ask'),
      greeting: t('mail.greeting', { name: letter.to.name }),
      paragraphs: [
        t('offers.emails.regret.ask'),
        t(`offers.emails.regret.${why}`, { name, seat: t(`common.constituency.${letter.candidacy.constituency}`) }),
        t('offers.emails.regret.then'),
      ],
      facts: [referenceFact(letter)],
      action: { text: t('offers.emails.status'), url: letter.link },
      after: [t('offers.emails.question', { email: letter.collaborative.contactEmail })],
      reason: t('offers.emails.reason', { name }),
    },
  };
}

const nameOf = ({ collaborative, t }: Decided): string => inLocale(collaborative.name, t.locale);

const referenceFact = ({ t, reference }: Decided) => ({ label: t('offers.emails.reference'), value: reference });

const envelope = (kind: string, { to, candidacy, collaborative }: Decided, occurrence: string) =>
  ({
    kind,
    to,
    dedupeKey: `${kind}:${occurrence}:${to.personId ?? to.address}:1`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'candidacy', id: candidacy.id, collaborativeId: collaborative.id },
    whenUnknown: 'hold',
  }) as const;
