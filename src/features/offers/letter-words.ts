import type { Translate } from '../../i18n/translate';
import { isRegret, type LetterCode, type Wording } from './letter';

const name = '{name}';
const seat = '{seat}';
const by = '{by}';

/** The usual words of a letter, its names still in braces. */
export function usualWording(t: Translate, code: LetterCode): Wording {
  if (code === 'offer' || code === 'next') return offerWording(t, code);
  if (isRegret(code)) {
    const why = t(`offers.emails.regret.${code}`, { name, seat });
    return wording(t('offers.emails.regret.subject', { name }), [t('offers.emails.regret.ask'), why, t('offers.emails.regret.then')]);
  }
  const subject = t(`offers.emails.${code}.subject`, { name });
  const chosen = t(`offers.emails.${code}.chosen`, { name, seat });
  return wording(subject, [t(`offers.emails.${code}.ask`), chosen, t(`offers.emails.${code}.then`)]);
}

const offerWording = (t: Translate, code: 'offer' | 'next'): Wording =>
  wording(t('offers.emails.offer.subject', { name }), [
    t('offers.emails.offer.ask', { by }),
    t(code === 'next' ? 'offers.emails.offer.next' : 'offers.emails.offer.chosen', { name, seat }),
    t('offers.emails.offer.then'),
  ]);

const wording = (subject: string, paragraphs: readonly string[]): Wording => ({ subject, body: paragraphs.join('\n\n') });
