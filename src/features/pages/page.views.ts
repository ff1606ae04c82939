import type { Translate } from '../../i18n/translate';
import { accessibilitySections, privacySections } from './page';

declare module '../../web/render' {
  interface Views {
    'pages/show': PlainPageView;
  }
}

export interface PlainPageView {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly points: readonly { readonly name: string; readonly text: string }[];
  }[];
  readonly closing: string;
  readonly ask: string;
}

type PageName = 'privacy' | 'accessibility';

const sectionsOf: Readonly<Record<PageName, Readonly<Record<string, readonly string[]>>>> = {
  privacy: privacySections,
  accessibility: accessibilitySections,
};

/** A page of plain words: every point has a name in bold and a sentence or two. */
export function plainPageView(t: Translate, name: PageName) {
  return {
    title: t(`pages.${name}.title`),
    description: t(`pages.${name}.description`),
    breadcrumbs: [{ text: t('layout.home'), href: '/' }],
    lead: t(`pages.${name}.lead`),
    sections: Object.entries(sectionsOf[name]).map(([id, points]) => ({
      id,
      title: t.loosely(`pages.${name}.${id}.title`),
      points: points.map((point) => ({
        name: t.loosely(`pages.${name}.${id}.${point}.name`),
        text: t.loosely(`pages.${name}.${id}.${point}.text`),
      })),
    })),
    closing: t(`pages.${name}.closing`),
    ask: t('pages.ask'),
  };
}
