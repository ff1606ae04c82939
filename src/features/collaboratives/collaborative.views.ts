import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from './collaborative';
import { collaborativePaths } from './collaborative.paths';

declare module '../../web/render' {
  interface Views {
    'collaboratives/index': CollaborativesView;
  }
}

/** A collaborative as a card that leads to its page. */
export interface CollaborativeCard {
  readonly slug: string;
  readonly name: string;
  readonly area: string;
  readonly purpose: string;
  readonly href: string;
}

export const collaborativeCard = (t: Translate, collaborative: Collaborative): CollaborativeCard => ({
  slug: collaborative.slug,
  name: inLocale(collaborative.name, t.locale),
  area: inLocale(collaborative.area, t.locale),
  purpose: inLocale(collaborative.purpose, t.locale),
  href: collaborativePaths.show({ c: collaborative.slug }),
});

/** A telephone number to read, which does not break at the end of a line, and to press. */
export const phoneLink = (phone: string): { readonly text: string; readonly href: string } => ({
  text: phone.replace(/-/g, '\u2011').replace(/ /g, '\u00a0'),
  href: `tel:${phone.replace(/[^\d+]/g, '')}`,
});

export interface CollaborativesView {
  readonly title: string;
  readonly cards: readonly CollaborativeCard[];
  readonly findHref: string;
  readonly empty: { readonly text: string; readonly action: { readonly text: string; readonly href: string } } | null;
}

export function collaborativesView(t: Translate, collaboratives: readonly Collaborative[]) {
  return {
    title: t('collaboratives.list.title'),
    description: t('collaboratives.list.description'),
    breadcrumbs: [{ text: t('layout.home'), href: '/' }],
    width: 'wide' as const,
    cards: collaboratives.map((collaborative) => collaborativeCard(t, collaborative)),
    findHref: collaborativePaths.find(),
    empty:
      collaboratives.length > 0
        ? null
        : { text: t('collaboratives.list.empty'), action: { text: t('collaboratives.list.emptyAction'), href: '/help' } },
  };
}
