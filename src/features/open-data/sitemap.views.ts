import { languages } from '../../i18n/locales';
import { withQuery } from '../../lib/path';
import type { Instant } from '../../lib/time';
import { advicePaths } from '../advice';
import { agendaPaths } from '../agendas';
import { collaborativePaths, type Collaborative } from '../collaboratives';
import { meetingPaths } from '../meetings';
import { minutesPaths } from '../minutes';
import { openDataPaths } from './open-data.paths';
import type { MappedMeeting, Place } from './sitemap';

/** Pages of the whole site that stand by themselves. */
const ownPages = [
  '/',
  '/collaboratives',
  '/find',
  '/vacancies',
  '/apply',
  '/calendar',
  '/advice/report',
  '/commitments',
  '/search',
  '/open-data',
  '/help',
  '/accessibility',
  '/privacy',
];

/** What every collaborative has, behind its own page. */
const bodyPages = [
  '',
  '/roster',
  '/meetings',
  '/advice',
  '/advice/report',
  '/commitments',
  '/priorities',
  '/vacancies',
  '/attendance',
  '/notice-record',
];

/** The pages that stand whether or not anything was ever written: those of the site, and of each collaborative. */
export const standingPlaces = (collaboratives: readonly Pick<Collaborative, 'slug'>[]): Place[] =>
  [...ownPages, ...collaboratives.flatMap(({ slug }) => bodyPages.map((page) => collaborativePaths.show({ c: slug }) + page))].map(
    (href) => ({
      href,
      changedAt: null,
    }),
  );

/** The pages of a meeting that anyone may read. */
export const meetingPlaces = ({ id, changedAt, postedAt, minutesAt }: MappedMeeting): Place[] => [
  { href: meetingPaths.show({ id }), changedAt },
  ...(postedAt === null ? [] : [{ href: agendaPaths.show({ id }), changedAt: postedAt }]),
  ...(minutesAt === null ? [] : [{ href: minutesPaths.show({ id }), changedAt: minutesAt }]),
];

export const notePlace = ({ id, changedAt }: { readonly id: string; readonly changedAt: Instant | null }): Place => ({
  href: advicePaths.show({ id }),
  changedAt,
});

/** A file of the sitemap (sitemaps.org 0.9), each page with its address in every language. */
export const sitemapText = (places: readonly Place[], baseUrl: string): string =>
  [
    declaration,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...places.map((place) => `  <url>${placeText(place, baseUrl)}</url>`),
    '</urlset>',
    '',
  ].join('\n');

/** Where the files after the first begin. */
interface Breaks {
  readonly meetings: readonly string[];
  readonly notes: readonly string[];
}

/** The index of a sitemap in several files. */
export function sitemapIndex({ meetings, notes }: Breaks, baseUrl: string): string {
  const files = [
    openDataPaths.sitemapPages(),
    ...['', ...meetings].map((after) => withQuery(openDataPaths.sitemapMeetings(), { after })),
    ...['', ...notes].map((after) => withQuery(openDataPaths.sitemapNotes(), { after })),
  ];
  return [
    declaration,
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...files.map((file) => `  <sitemap><loc>${xml(baseUrl + file)}</loc></sitemap>`),
    '</sitemapindex>',
    '',
  ].join('\n');
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

function placeText({ href, changedAt }: Place, baseUrl: string): string {
  const alternates = languages.map(
    ({ code }) => `<xhtml:link rel="alternate" hreflang="${code}" href="${xml(baseUrl + withQuery(href, { lang: code }))}"/>`,
  );
  return [`<loc>${xml(baseUrl + href)}</loc>`, ...(changedAt === null ? [] : [`<lastmod>${xml(changedAt)}</lastmod>`]), ...alternates].join(
    '',
  );
}

const xml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;');
