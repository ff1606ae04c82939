import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import type { PanelMix } from './panel';
import { mixText } from './panel-mix.views';

interface ReadersView {
  readonly title: string;
  readonly lead: string;
  readonly panels: readonly { readonly slug: string; readonly name: string; readonly mix: string }[];
}

declare module '../../web/render' {
  interface Views {
    'reviews/readers': ReadersView;
  }
}

const nobody: PanelMix = { staff: 0, member: 0, public: 0 };

/** Each collaborative's panel by kind of reader; no names. */
export const readersView = (
  t: Translate,
  cycle: Cycle,
  bodies: readonly Collaborative[],
  mixes: ReadonlyMap<string, PanelMix>,
): ReadersView => ({
  title: t('reviews.readers.title'),
  lead: t('reviews.readers.lead', { cycle: inLocale(cycle.name, t.locale) }),
  panels: bodies.map(({ id, slug, area }) => ({ slug, name: inLocale(area, t.locale), mix: mixText(t, mixes.get(id) ?? nobody) })),
});
