import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { PageModel } from '../../web/render';
import type { ApplySource } from '../applications';
import type { Collaborative } from '../collaboratives';
import { flyerLinks, shared, type Flyer } from './flyer.views';
import { seatsIn } from './opening';
import { invitationPaths, outreachPaths } from './outreach.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

/** What one may say in one language, and the links that carry it. */
interface Words {
  readonly lang: string;
  readonly heading: string;
  readonly text: string;
  readonly url: string;
  readonly links: readonly Link[];
}

interface ShareView extends PageModel {
  readonly lead: string;
  readonly words: readonly Words[];
  readonly flyers: readonly Link[];
  readonly invite: Link;
}

interface JoinView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null }[];
  readonly action: string;
  readonly lang: string;
  readonly from: ApplySource;
  readonly more: readonly Link[];
}

declare module '../../web/render' {
  interface Views {
    'outreach/share': ShareView;
    'outreach/join': JoinView;
  }
}

/** The absolute address of the page where one begins, in a language and with where it was found. */
export const joinUrl = (baseUrl: string, { slug: c }: Pick<Collaborative, 'slug'>, from: ApplySource, lang: string): string =>
  baseUrl + withQuery(outreachPaths.join({ c }), { lang, from });

/** Ways to pass the word on: a link, ready words in each language, flyers, an invitation. */
export const shareView = (t: Translate, flyer: Flyer, sides: readonly Translate[]): ShareView => ({
  ...shared(t, flyer.collaborative),
  title: t('outreach.share.title', { area: inLocale(flyer.collaborative.area, t.locale) }),
  description: t('outreach.share.lead'),
  lead: t('outreach.share.lead'),
  words: sides.map((side) => wordsOf(t, side, flyer)),
  flyers: flyerLinks(t, flyer.collaborative).slice(0, -1),
  invite: { text: t('outreach.share.invite'), href: invitationPaths.page({ c: flyer.collaborative.slug }) },
});

function wordsOf(t: Translate, side: Translate, { collaborative, opening, baseUrl }: Flyer): Words {
  const name = inLocale(collaborative.name, side.locale);
  const url = joinUrl(baseUrl, collaborative, 'share', side.locale);
  const values = { name, count: seatsIn(opening), moment: formatMoment(side, opening.cycle.closesAt) };
  const text = `${side('outreach.share.words', values)} ${url}`;
  const said = encodeURIComponent(text);
  return {
    lang: side.locale,
    heading: side('outreach.share.inLanguage'),
    text,
    url,
    links: [
      {
        text: t('outreach.share.mail'),
        href: `mailto:?subject=${encodeURIComponent(side('outreach.share.subject', { name }))}&body=${said}`,
      },
      { text: t('outreach.share.whatsApp'), href: `https://wa.me/?text=${said}` },
      { text: t('outreach.share.sms'), href: `sms:?&body=${said}` },
    ],
  };
}

/** Where a flyer, a shared link or an invitation leads: what it is, by when, and one button. */
export const joinView = (t: Translate, flyer: Flyer, from: ApplySource): JoinView => ({
  ...shared(t, flyer.collaborative),
  title: t('outreach.flyer.title'),
  description: t('outreach.flyer.lead'),
  unlisted: true,
  kicker: inLocale(flyer.collaborative.name, t.locale),
  lead: t('outreach.join.lead'),
  facts: [
    ...flyer.opening.seats.map(({ constituency, count }) => ({
      label: t(`common.constituency.${constituency}`),
      value: t('outreach.join.seats', { count }),
      href: null,
    })),
    { label: t('outreach.join.closes'), value: formatMoment(t, flyer.opening.cycle.closesAt), href: null },
    { label: t('outreach.flyer.time'), value: inLocale(flyer.collaborative.usualMeeting, t.locale), href: null },
  ],
  action: outreachPaths.join({ c: flyer.collaborative.slug }),
  lang: t.locale,
  from,
  more: [
    { text: t('outreach.join.about'), href: `/${flyer.collaborative.slug}` },
    { text: t('outreach.join.rubric'), href: `/rubric/${encodeURIComponent(flyer.opening.cycle.code)}` },
    { text: t('outreach.join.noMail'), href: withQuery('/help', { c: flyer.collaborative.slug }) },
  ],
});
