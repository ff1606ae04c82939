import type { Response } from 'express';
import { directionOf, languages } from '../i18n/locales';
import { collaborativesAs, isAdministrator, type Actor } from '../lib/actor';
import { withQuery } from '../lib/path';
import type { Translate } from '../i18n/translate';
import type { PageModel } from './render';
import { requestContext } from './request-context';

interface Link {
  readonly text: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** What `layouts/page.ejs` shows around a page. */
export interface LayoutView {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly description: string | null;
  readonly canonical: string;
  readonly languages: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly next: string;
    readonly isCurrent: boolean;
  }[];
  readonly navigation: readonly Link[];
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  /** Name of the person signed in, or null. */
  readonly person: string | null;
  readonly flash: string | null;
  readonly district: string | null;
  readonly width: 'narrow' | 'wide' | 'screen';
  readonly refreshSeconds: number | null;
  readonly isUnlisted: boolean;
  readonly isDemo: boolean;
  readonly footer: readonly { readonly text: string; readonly href: string }[];
}

export function layoutView(res: Response, page: PageModel): LayoutView {
  const { t, actor, address, flash } = requestContext(res);
  const [path = '/'] = address.split('?');
  const title = page.errorSummary ? t('layout.errorTitle', { title: page.title }) : page.title;
  return {
    lang: t.locale,
    dir: directionOf(t.locale),
    title: path === '/' ? t('layout.siteName') : t('layout.pageTitle', { title, site: t('layout.siteName') }),
    ...pageParts(page),
    canonical: path,
    languages: languageLinks(address, t.locale),
    navigation: navigation(t, actor, path),
    person: actor.id === null ? null : actor.name,
    flash,
    isDemo: res.app.get('demo') === true,
    footer: footerLinks(t),
  };
}

const pageParts = ({ description, refreshSeconds, breadcrumbs = [], district = null, width = 'narrow', unlisted = false }: PageModel) => ({
  description: description ?? null,
  breadcrumbs,
  district,
  width,
  isUnlisted: unlisted,
  refreshSeconds: refreshSeconds ?? null,
});

const languageLinks = (address: string, current: string): LayoutView['languages'] =>
  languages.map(({ code, name }) => ({
    code,
    name,
    href: inLanguage(address, code),
    next: withoutLanguage(address),
    isCurrent: code === current,
  }));

const footerLinks = (t: Translate): LayoutView['footer'] => [
  { text: t('layout.footer.calendar'), href: '/calendar' },
  { text: t('layout.footer.help'), href: '/help' },
  { text: t('layout.footer.openData'), href: '/open-data' },
  { text: t('layout.footer.accessibility'), href: '/accessibility' },
  { text: t('layout.footer.privacy'), href: '/privacy' },
];

function navigation(t: Translate, actor: Actor, path: string): Link[] {
  const links: [string, string][] = [
    ['/collaboratives', t('layout.navigation.collaboratives')],
    ['/find', t('layout.navigation.find')],
    ['/apply', t('layout.navigation.apply')],
    ['/search', t('layout.navigation.search')],
  ];
  if (actor.id !== null) links.push(['/me', t('layout.navigation.me')]);
  if (seesStaffDesk(actor)) links.push(['/staff', t('layout.navigation.staff')]);
  if (isAdministrator(actor)) links.push(['/admin', t('layout.navigation.admin')]);
  return links.map(([href, text]) => ({ href, text, isCurrent: path === href || path.startsWith(`${href}/`) }));
}

/** Whether `/staff` has anything for this person. */
export const seesStaffDesk = (actor: Actor): boolean =>
  isAdministrator(actor) || (['staff', 'approver', 'reviewer', 'caller'] as const).some((role) => collaborativesAs(actor, role).length > 0);

/** This page in a language, for search engines and for sharing. */
const inLanguage = (address: string, code: string): string => rewritten(address, { lang: code });

/** This page again once another language is chosen: without the `lang` that would override the choice. */
const withoutLanguage = (address: string): string => rewritten(address, {});

function rewritten(address: string, more: Readonly<Record<string, string>>): string {
  const [path = '/', query = ''] = address.split('?');
  const others = Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => name !== 'lang'));
  return withQuery(path, { ...others, ...more });
}
