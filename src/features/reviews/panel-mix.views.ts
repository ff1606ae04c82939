import type { Translate } from '../../i18n/translate';
import type { PanelMix } from './panel';

/** The published line on who reads. */
export function mixText(t: Translate, mix: PanelMix): string {
  const all = mix.staff + mix.member + mix.public;
  if (all === 0) return t('reviews.mix.none');
  return t('reviews.mix.some', { all, staff: mix.staff, member: mix.member, public: mix.public });
}
