import { formatDate } from '../../i18n/format';
import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf, type LocalText } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { CalendarDate } from '../../lib/time';
import { blankForm, choiceView, fieldView, type ChoiceView, type FieldView } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { anyLanguage, documentKinds } from './document';
import { beginningOf, markFound, snippetOf, type Part } from './search-words';
import type { SearchWish } from './search.form';
import { searchPaths } from './search.paths';
import type { FoundDocument } from './search.queries';

interface Worded {
  readonly parts: readonly Part[];
  /** Null where nobody has said which language it is. */
  readonly lang: string | null;
}

interface ResultView {
  readonly href: string;
  readonly title: Worded;
  readonly about: string;
  readonly tag: { readonly text: string; readonly tone: string } | null;
  readonly text: Worded | null;
}

interface SearchView {
  readonly title: string;
  readonly description: string;
  readonly action: string;
  readonly field: FieldView;
  readonly filters: readonly ChoiceView[];
  /** Whether a filter is on, so that they are shown open. */
  readonly isNarrowed: boolean;
  readonly count: string | null;
  readonly results: readonly ResultView[];
  readonly more: { readonly text: string; readonly href: string } | null;
  readonly nothing: { readonly text: string; readonly tips: readonly string[]; readonly all: { text: string; href: string } | null } | null;
  readonly tips: readonly string[];
  readonly unlisted: boolean;
}

declare module '../../web/render' {
  interface Views {
    'search/show': SearchView;
  }
}

interface Found {
  readonly beginnings: readonly string[];
  readonly documents: readonly FoundDocument[];
  readonly count: number;
  readonly next: string | null;
}

interface Parts {
  readonly wish: SearchWish;
  /** Null where nothing was looked for. */
  readonly found: Found | null;
  readonly bodies: readonly Collaborative[];
  readonly today: CalendarDate;
  readonly countedAtMost: number;
}

/** The search with what it found, or with help where it found nothing. */
export function searchView(t: Translate, parts: Parts): SearchView {
  const { wish, found, bodies, today } = parts;
  const { q } = wish;
  const hint = t('search.hint');
  return {
    title: found === null ? t('search.title') : t('search.titleOf', { q }),
    description: t('search.lead'),
    action: searchPaths.page(),
    field: fieldView(t, blankForm({ q }), 'q', t('search.label'), { type: 'search', hint, autocomplete: 'off' }),
    filters: filtersOf(t, wish, bodies, today),
    isNarrowed: isNarrowed(wish),
    ...(found === null ? { ...noResults, tips: tipsOf(t) } : foundParts(t, found, parts)),
    unlisted: q !== '',
  };
}

type Shown = Pick<SearchView, 'count' | 'results' | 'more' | 'nothing' | 'tips'>;

const noResults: Shown = { count: null, results: [], more: null, nothing: null, tips: [] };

function foundParts(t: Translate, found: Found, { wish, bodies, countedAtMost }: Parts): Shown {
  const { q } = wish;
  if (found.documents.length === 0) {
    const all = isNarrowed(wish) ? { text: t('search.everywhere', { q }), href: withQuery(searchPaths.page(), { q }) } : null;
    return { ...noResults, nothing: { text: t('search.nothing', { q }), tips: tipsOf(t), all } };
  }
  return {
    ...noResults,
    count: countText(t, found.count, countedAtMost),
    results: found.documents.map((document) => resultView(t, document, found.beginnings, bodies)),
    more: nextLink(t, wish, found),
  };
}

const isNarrowed = ({ kind, c, year, written }: SearchWish): boolean => [kind, c, year, written].some((value) => value !== '');

const tipsOf = (t: Translate): string[] => [
  t('search.tips.fewer'),
  t('search.tips.beginning'),
  t('search.tips.accents'),
  t('search.tips.language'),
];

const countText = (t: Translate, count: number, most: number): string =>
  count >= most ? t('search.countMany', { most }) : t('search.count', { count });

function nextLink(t: Translate, { q, kind, c, year, written }: SearchWish, found: Found | null): SearchView['more'] {
  if (found?.next == null) return null;
  return { text: t('search.more'), href: withQuery(searchPaths.page(), { q, kind, c, year, written, after: found.next }) };
}

function filtersOf(
  t: Translate,
  { kind, c, year, written }: SearchWish,
  bodies: readonly Collaborative[],
  today: CalendarDate,
): ChoiceView[] {
  const state = blankForm({ kind, c, year, written });
  const all = ['', t('search.all')] as const;
  const first = Math.min(...bodies.map(({ startsOn }) => Number(startsOn.slice(0, 4))), Number(today.slice(0, 4)));
  const next = Number(today.slice(0, 4)) + 1;
  const years = Array.from({ length: next - first + 1 }, (_, index) => String(next - index));
  const names = new Map(languages.map((language) => [language.code, language.name]));
  return [
    choiceView(t, state, 'kind', t('search.kind'), [all, ...documentKinds.map((value) => [value, t(`search.kinds.${value}`)] as const)]),
    choiceView(t, state, 'c', t('search.collaborative'), [
      all,
      ...bodies.map(({ slug, area }) => [slug, inLocale(area, t.locale)] as const),
    ]),
    choiceView(t, state, 'year', t('search.year'), [all, ...years.map((value) => [value, value] as const)]),
    choiceView(t, state, 'written', t('search.written'), [all, ...[...names]]),
  ];
}

function resultView(t: Translate, document: FoundDocument, beginnings: readonly string[], bodies: readonly Collaborative[]): ResultView {
  const { kind, collaborativeId, day, state, href, title, body } = document;
  const area = bodies.find(({ id }) => id === collaborativeId)?.area;
  const about = [t(`search.kinds.${kind}`), ...(area === undefined ? [] : [inLocale(area, t.locale)])];
  const hasDate = kind !== 'person' && kind !== 'collaborative';
  return {
    href,
    title: titleView(t, title, beginnings),
    about: [...about, ...(hasDate ? [formatDate(t.locale, day)] : [])].join(' · '),
    tag: state === '' ? null : { text: t(`search.states.${state}`), tone: state === 'draft' ? 'warning' : 'danger' },
    text: textView(t, body, beginnings),
  };
}

/** In the reader's language; where only another language holds what was looked for, in that one. */
function titleView(t: Translate, title: LocalText, beginnings: readonly string[]): Worded {
  const own = localeOf(title, t.locale);
  const holds = (locale: string) => markFound(title[locale] ?? '', beginnings).some(({ isFound }) => isFound);
  const lang = [own, ...Object.keys(title)].find(holds) ?? own;
  return { parts: markFound(title[lang] ?? '', beginnings), lang: said(lang) };
}

function textView(t: Translate, body: LocalText, beginnings: readonly string[]): Worded | null {
  const order = [...new Set([t.locale, anyLanguage, ...Object.keys(body)])].filter((locale) => (body[locale] ?? '') !== '');
  for (const lang of order) {
    const snippet = snippetOf(body[lang] ?? '', beginnings);
    if (snippet !== null) return { parts: markFound(snippet, beginnings), lang: said(lang) };
  }
  const [lang] = order;
  return lang === undefined ? null : { parts: [{ text: beginningOf(body[lang] ?? ''), isFound: false }], lang: said(lang) };
}

const said = (lang: string): string | null => (lang === anyLanguage ? null : lang);
