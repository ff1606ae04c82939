import { timelineView } from '../../history/timeline.views';
import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Page } from '../../lib/pagination';
import { withQuery } from '../../lib/path';
import { accountPaths } from '../accounts';
import { helpPaths } from '../help';
import { mailDeskPaths } from '../messages';
import { adminPaths } from './admin.paths';
import type { ChainState, LoggedEvent } from './history.queries';

declare module '../../web/render' {
  interface Views {
    'admin/show': AdminView;
    'admin/history': HistoryView;
    'admin/check': CheckView;
  }
}

const home = (t: Translate) => ({ text: t('layout.home'), href: '/' });
const admin = (t: Translate) => ({ text: t('admin.title'), href: adminPaths.home() });

/** Where an administrator's inner page stands. */
export const adminBreadcrumbs = (t: Translate) => [home(t), admin(t)];

export interface AdminView {
  readonly title: string;
  readonly links: readonly { readonly title: string; readonly text: string; readonly href: string }[];
}

const targets = {
  people: accountPaths.people(),
  cycles: '/staff/cycles',
  imports: adminPaths.imports(),
  history: adminPaths.history(),
  mail: mailDeskPaths.desk(),
  help: helpPaths.list(),
  staff: '/staff',
} as const;

const names = ['people', 'cycles', 'imports', 'history', 'mail', 'help', 'staff'] as const;

export const adminView = (t: Translate) => ({
  title: t('admin.title'),
  breadcrumbs: [home(t)],
  width: 'wide' as const,
  unlisted: true,
  links: names.map((name) => ({ title: t(`admin.links.${name}.title`), text: t(`admin.links.${name}.text`), href: targets[name] })),
});

export interface HistoryView {
  readonly title: string;
  readonly checkHref: string;
  readonly rows: readonly {
    readonly at: string;
    readonly datetime: string;
    readonly text: string;
    readonly by: string;
    readonly place: string;
    readonly record: string;
  }[];
  readonly next: string | null;
  readonly first: string | null;
}

export function historyView(t: Translate, page: Page<LoggedEvent>, isFirst: boolean) {
  const lines = timelineView(t, page.rows);
  return {
    title: t('admin.history.title'),
    breadcrumbs: adminBreadcrumbs(t),
    width: 'wide' as const,
    unlisted: true,
    checkHref: adminPaths.check(),
    rows: page.rows.map((event, index) => ({
      at: lines[index]?.at ?? '',
      datetime: event.at,
      text: lines[index]?.text ?? '',
      by: lines[index]?.by ?? '',
      place: event.area === null ? t('admin.history.program') : inLocale(event.area, t.locale),
      record: `${event.subjectKind} ${event.subjectId}`,
    })),
    next: page.next === null ? null : withQuery(adminPaths.history(), { after: page.next }),
    first: isFirst ? null : adminPaths.history(),
  };
}

export interface CheckView {
  readonly title: string;
  readonly notice: { readonly tone: string; readonly text: string };
  readonly rows: readonly {
    readonly chain: string;
    readonly lines: string;
    readonly tag: { readonly text: string; readonly tone: string };
  }[];
  readonly backHref: string;
}

export function checkView(t: Translate, chains: readonly ChainState[]) {
  const isWhole = chains.every(({ breaksAt, isCutOff }) => breaksAt === null && !isCutOff);
  const count = chains.reduce((sum, { lines }) => sum + lines, 0);
  return {
    title: t('admin.check.title'),
    breadcrumbs: [...adminBreadcrumbs(t), { text: t('admin.history.title'), href: adminPaths.history() }],
    unlisted: true,
    notice: isWhole ? { tone: 'success', text: t('admin.check.whole', { count }) } : { tone: 'danger', text: t('admin.check.broken') },
    rows: chains.map((chain) => ({
      chain: chain.area === null ? t('admin.history.program') : inLocale(chain.area, t.locale),
      lines: formatNumber(t.locale, chain.lines),
      tag: stateTag(t, chain),
    })),
    backHref: adminPaths.history(),
  };
}

function stateTag(t: Translate, { breaksAt, isCutOff }: ChainState) {
  if (breaksAt !== null) return { text: t('admin.check.breaksAt', { place: String(breaksAt) }), tone: 'danger' };
  return isCutOff ? { text: t('admin.check.cutOff'), tone: 'danger' } : { text: t('admin.check.holds'), tone: 'success' };
}
