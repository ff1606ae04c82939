import { formatDay } from '../../i18n/format';
import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import type { RawForm } from '../../lib/form';
import { rawText } from '../../lib/form';
import type { Page } from '../../lib/pagination';
import { deskPaths, toneOfCandidacy, type Tone } from '../applications';
import type { Column, DeskRow } from './filter';
import { filterFields, type FilterFields, type Offers } from './filter.views';
import type { StaffLabel } from './label';
import { filterQuery, isFiltered } from './list.form';
import type { Count } from './list.queries';
import type { SavedView } from './saved-view';

export interface Tag {
  readonly text: string;
  readonly tone: Tone;
}

interface Cell {
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly style: string;
}

export interface ListApplicationsView {
  readonly title: string;
  readonly count: string;
  readonly kicker: string;
  readonly cycleHref: string;
  readonly enterHref: string | null;
  readonly address: string;
  readonly filters: FilterFields;
  readonly isFiltered: boolean;
  readonly columns: readonly { readonly label: string; readonly style: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    readonly pick: string;
    readonly cells: readonly Cell[];
  }[];
  readonly next: string | null;
  readonly first: string | null;
  /** What a list of one collaborative has beside its rows; null for the list over all. */
  readonly desk: DeskTools | null;
}

interface DeskTools {
  readonly query: string;
  readonly bulk: string;
  readonly actions: readonly { readonly value: string; readonly label: string }[];
  readonly everyLabel: string;
  readonly views: readonly { readonly name: string; readonly href: string; readonly isCurrent: boolean }[];
  readonly viewsHref: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

declare module '../../web/render' {
  interface Views {
    'desk/list': ListApplicationsView;
  }
}

export interface ListParts extends Offers {
  readonly title: string;
  readonly cycleName: string;
  readonly cycleHref: string;
  readonly address: string;
  readonly enterHref: string | null;
  readonly page: Page<DeskRow>;
  readonly count: Count;
  readonly raw: RawForm;
  readonly columns: readonly Column[];
  readonly labelsOf: ReadonlyMap<string, readonly StaffLabel[]>;
  readonly tools: {
    readonly savedViews: readonly SavedView[];
    readonly bulk: string;
    readonly actions: readonly string[];
    readonly viewsHref: string;
    readonly links: readonly { readonly text: string; readonly href: string }[];
  } | null;
}

/** The desk's list: filters as a GET address, 50 rows a page. */
export function listApplicationsView(t: Translate, parts: ListParts): ListApplicationsView {
  const { raw, page, address } = parts;
  const query = filterQuery(raw);
  const at = (more: string): string =>
    [address, [query, more].filter((part) => part !== '').join('&')].filter((part) => part !== '').join('?');
  return {
    title: parts.title,
    count: countText(t, parts.count),
    kicker: parts.cycleName,
    cycleHref: parts.cycleHref,
    enterHref: parts.enterHref,
    address,
    filters: filterFields(t, raw, parts, parts.columns),
    isFiltered: isFiltered(raw),
    columns: parts.columns.map((column) => ({ label: t(`desk.columns.${column}`), style: styleOf(column) })),
    rows: page.rows.map((row) => rowView(t, row, parts)),
    next: page.next === null ? null : at(`after=${page.next}`),
    first: rawText(raw, 'after') === '' ? null : at(''),
    desk: parts.tools === null ? null : toolsView(t, parts.tools, parts, query),
  };
}

const countText = (t: Translate, { count, isMore }: Count): string =>
  isMore ? t('desk.countMore', { count }) : t('desk.count', { count });

const toolsView = (t: Translate, tools: NonNullable<ListParts['tools']>, { address, count }: ListParts, query: string): DeskTools => ({
  query,
  bulk: tools.bulk,
  actions: tools.actions.map((value) => ({ value, label: t.loosely(`desk.bulk.actions.${value}`) })),
  everyLabel: t('desk.bulk.every', { count: countText(t, count) }),
  views: tools.savedViews.map((view) => ({ name: view.name, href: `${address}?${view.query}`, isCurrent: view.query === query })),
  viewsHref: query === '' ? tools.viewsHref : `${tools.viewsHref}?${query}`,
  links: tools.links,
});

const styleOf = (column: Column): string =>
  column === 'reviews' ? 'is-number' : ['reference', 'sent', 'zip'].includes(column) ? 'is-nowrap' : '';

const rowView = (t: Translate, row: DeskRow, { columns, labelsOf }: ListParts) => ({
  id: row.candidacyId,
  name: row.name,
  href: deskPaths.show({ ref: row.reference }),
  pick: t('desk.bulk.pick', { name: row.name }),
  cells: columns.map((column): Cell => ({ text: '', tags: [], style: styleOf(column), ...cellOf[column](t, row, labelsOf) })),
});

type Filling = (t: Translate, row: DeskRow, labelsOf: ReadonlyMap<string, readonly StaffLabel[]>) => Partial<Cell>;

const cellOf: Readonly<Record<Column, Filling>> = {
  reference: (_, { reference }) => ({ text: reference }),
  constituency: (t, { constituency }) => ({ text: t(`common.constituency.${constituency}`) }),
  school: (_, { schoolName }) => ({ text: schoolName ?? '' }),
  zip: (_, { zip }) => ({ text: zip }),
  language: (t, { locale }) => ({ text: languageName(t, locale) }),
  choice: (t, { preference }) => ({ text: t.loosely(`desk.choices.${preference}`) }),
  sent: (t, { submittedAt }) => ({ text: formatDay(t.locale, submittedAt, 'shortDate') }),
  state: (t, { status, isEntered }) => ({
    tags: [
      { text: t(`applications.candidacy.${status}`), tone: toneOfCandidacy[status] },
      ...(isEntered ? [{ text: t('desk.typed'), tone: 'neutral' as const }] : []),
    ],
  }),
  reviews: (t, { complete, assigned }) => ({ text: t('desk.reviewCount', { complete, assigned }) }),
  labels: (_, { candidacyId }, labelsOf) => ({ tags: (labelsOf.get(candidacyId) ?? []).map(({ name, tone }) => ({ text: name, tone })) }),
};
