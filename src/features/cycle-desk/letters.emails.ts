import type { Translate } from '../../i18n/translate';
import type { Instant } from '../../lib/time';
import type { Email } from '../../mail/email';
import { sampleApplicationLetters } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { sampleOfferLetters } from '../offers';
import { sampleReviewLetters } from '../reviews';
import { sampleSlateLetters } from '../selection';

interface Sampled {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly baseUrl: string;
  readonly now: Instant;
}

/** Every letter of a cycle in one language, as the product composes it, with sample data. */
export function sampleLetters(t: Translate, sampled: Sampled): Email[] {
  const to = { personId: null, name: t('cycleDesk.letters.person'), address: 'sample@example.org', locale: t.locale };
  const sample = { ...sampled, t, to, reference: '7KQ4-XM2P' };
  return [
    ...sampleApplicationLetters(sample),
    ...sampleReviewLetters(sample),
    ...sampleSlateLetters(sample),
    ...sampleOfferLetters(sample),
  ];
}
