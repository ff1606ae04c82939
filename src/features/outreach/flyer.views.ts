import { formatDate, formatMoment } from '../../i18n/format';
import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { PageModel } from '../../web/render';
import { phoneLink, type Collaborative } from '../collaboratives';
import { seatsIn, type Opening } from './opening';
import { outreachPaths } from './outreach.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

/** One side of a flyer, in one language. */
export interface FlyerSheet {
  readonly lang: string;
  readonly kicker: string;
  readonly title: string;
  readonly lead: string;
  readonly seatsTitle: string;
  readonly seats: readonly { readonly count: string; readonly who: string }[];
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly closing: string;
  readonly picture: string;
  readonly pictureText: string;
  readonly scan: string;
  /** The short address, as people type it. */
  readonly address: string;
  readonly help: readonly string[];
}

interface FlyerView extends PageModel {
  readonly sheets: readonly FlyerSheet[];
  readonly lead: string;
  readonly links: readonly Link[];
}

interface ClosedView extends PageModel {
  readonly lead: string;
  readonly actions: readonly Link[];
}

declare module '../../web/render' {
  interface Views {
    'outreach/flyer': FlyerView;
    'outreach/closed': ClosedView;
  }
}

export interface Flyer {
  readonly collaborative: Collaborative;
  readonly opening: Opening;
  readonly baseUrl: string;
}

/** The flyer in the languages of these translators, one side each. */
export const flyerView = (t: Translate, flyer: Flyer, sides: readonly Translate[]): FlyerView => ({
  ...shared(t, flyer.collaborative),
  title: t('outreach.flyer.pageTitle', { area: inLocale(flyer.collaborative.area, t.locale) }),
  lead: t('outreach.flyer.print'),
  sheets: sides.map((side) => sheetOf(side, flyer)),
  links: flyerLinks(t, flyer.collaborative),
});

/** Each flyer there is of a collaborative, and its share page. */
export const flyerLinks = (t: Translate, { slug: c }: Pick<Collaborative, 'slug'>): Link[] => [
  ...languages.map(({ code, name }) => ({ text: name, href: withQuery(outreachPaths.flyer({ c }), { lang: code }) })),
  { text: t('outreach.flyer.both'), href: outreachPaths.flyerBoth({ c }) },
  { text: t('outreach.share.link'), href: outreachPaths.share({ c }) },
];

/** No seat to apply for now: says so, and what to do instead. */
export const closedView = (t: Translate, collaborative: Collaborative): ClosedView => ({
  ...shared(t, collaborative),
  title: t('outreach.closed.title', { area: inLocale(collaborative.area, t.locale) }),
  lead: t('outreach.closed.lead'),
  unlisted: true,
  actions: [
    { text: t('outreach.closed.ask'), href: withQuery('/help', { c: collaborative.slug }) },
    { text: t('outreach.closed.others'), href: '/apply' },
    { text: t('outreach.closed.about'), href: `/${collaborative.slug}` },
  ],
});

/** What the pages of a collaborative's outreach have in common. */
export const shared = (t: Translate, { slug, area }: Collaborative) => ({
  district: slug,
  breadcrumbs: [
    { text: t('layout.home'), href: '/' },
    { text: inLocale(area, t.locale), href: `/${slug}` },
  ],
});

/** An address as it is printed and typed: without its scheme. */
export const spoken = (url: string): string => url.replace(/^https?:\/\//, '');

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function sheetOf(t: Translate, { collaborative, opening, baseUrl }: Flyer): FlyerSheet {
  const { cycle } = opening;
  const place = { c: collaborative.slug, lang: t.locale };
  return {
    lang: t.locale,
    kicker: inLocale(collaborative.name, t.locale),
    title: t('outreach.flyer.title'),
    lead: t('outreach.flyer.lead'),
    seatsTitle: t('outreach.flyer.seats', { count: seatsIn(opening) }),
    seats: opening.seats.map(({ constituency, count }) => ({ count: String(count), who: t(`common.constituency.${constituency}`) })),
    parts: [
      { title: t('outreach.flyer.what'), lines: linesOf(inLocale(collaborative.duties, t.locale)).slice(0, 4) },
      {
        title: t('outreach.flyer.time'),
        lines: [
          inLocale(collaborative.usualMeeting, t.locale),
          t('outreach.flyer.term', { from: formatDate(t.locale, cycle.termStartsOn), until: formatDate(t.locale, cycle.termEndsOn) }),
          t('outreach.flyer.quarter'),
        ].filter((line) => line !== ''),
      },
    ],
    closing: t('outreach.flyer.closing', { moment: formatMoment(t, cycle.closesAt) }),
    picture: outreachPaths.picture(place),
    pictureText: t('outreach.flyer.picture', { address: spoken(baseUrl + outreachPaths.short(place)) }),
    scan: t('outreach.flyer.scan'),
    address: spoken(baseUrl + outreachPaths.short(place)),
    help: [
      t('outreach.flyer.noMail', { phone: phoneLink(collaborative.contactPhone).text }),
      t('outreach.flyer.help', { email: collaborative.contactEmail, address: collaborative.officeAddress }),
      t('outreach.flyer.decisions', { day: formatDate(t.locale, cycle.decisionsOn) }),
    ],
  };
}
