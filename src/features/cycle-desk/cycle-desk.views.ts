import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { StoredEvent } from '../../history/events.queries';
import { timelineView, type TimelineEntry } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import { dateOf, type Instant } from '../../lib/time';
import { errorSummary, type ErrorSummary, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { formDeskPaths, rubricDeskPaths } from '../form-desk';
import { lateEntryPaths } from '../late-entry';
import { cyclePaths, cycleTag, type Cycle, type CycleStatus } from '../cycles';
import { cycleDeskPaths } from './cycle-desk.paths';
import { dueView, stagesView, type DueView, type StageView } from './dates.views';
import { nextView, type NextView } from './next.views';
import { rowView, type RowView } from './row.views';
import { blockersOf, dueList, stagesOf, type Standing } from './standing';

interface Link {
  readonly text: string;
  readonly href: string;
}

interface CycleDeskView {
  readonly title: string;
  readonly tag: ReturnType<typeof cycleTag>;
  readonly links: readonly Link[];
  readonly stages: readonly StageView[];
  readonly due: readonly DueView[];
  readonly drafts: string | null;
  readonly next: NextView | null;
  readonly rows: readonly RowView[];
  readonly cancelHref: string | null;
  readonly history: readonly TimelineEntry[];
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'cycle-desk/show': CycleDeskView;
  }
}

type CycleLine = StoredEvent & { readonly actorName: string | null };

/** Whose desk it is: what they may change, and where they work. */
export interface Viewer {
  readonly mayManage: boolean;
  /** Collaboratives whose applications, panel and slate this person works with. */
  readonly staffOf: readonly string[];
  readonly approverOf: readonly string[];
}

export interface DeskParts {
  readonly cycle: Cycle;
  /** The collaboratives this person may see figures of. */
  readonly collaboratives: readonly Collaborative[];
  readonly standings: readonly Standing[];
  readonly events: readonly CycleLine[];
  /** Drafts not sent; null for those who do not see the whole cycle. */
  readonly drafts: number | null;
  readonly viewer: Viewer;
  readonly now: Instant;
  readonly form: FormState;
}

export function cycleDeskView(t: Translate, parts: DeskParts): CycleDeskView {
  const { cycle, viewer, drafts, form } = parts;
  const { code } = cycle;
  const mayCancel = viewer.mayManage && !['released', 'complete', 'cancelled'].includes(cycle.status);
  return {
    title: inLocale(cycle.name, t.locale),
    tag: cycleTag(t, cycle.status),
    links: linksOf(t, parts),
    stages: stagesView(t, stagesOf(cycle, beganAt(parts.events))),
    due: dueView(t, dueList(cycle, parts.standings, dateOf(parts.now))),
    drafts: drafts === null || drafts === 0 ? null : t('cycleDesk.drafts', { count: drafts }),
    next: nextView(t, parts, blockersOf(cycle.status, parts.standings)),
    rows: parts.collaboratives.map((collaborative) => rowView(t, parts, collaborative)),
    cancelHref: mayCancel ? cycleDeskPaths.cancellation({ code }) : null,
    history: timelineView(t, parts.events),
    errorSummary: errorSummary(t, form.errors),
  };
}

function linksOf(t: Translate, { cycle: { code }, viewer }: DeskParts): Link[] {
  const all = [
    { text: t('cycles.show.edit'), href: cyclePaths.edit({ code }), manage: true },
    { text: t('cycleDesk.links.opening'), href: cycleDeskPaths.opening({ code }), manage: false },
    { text: t('cycleDesk.links.letters'), href: cycleDeskPaths.letters({ code }), manage: false },
    ...(viewer.staffOf.length === 0 ? [] : [{ text: t('cycleDesk.links.late'), href: lateEntryPaths.codes({ code }), manage: false }]),
    { text: t('cycleDesk.links.reports'), href: `${cycleDeskPaths.show({ code })}/reports`, manage: false },
    { text: t('cycleDesk.links.settings'), href: cyclePaths.settings({ code }), manage: false },
    { text: t('cycleDesk.links.form'), href: formDeskPaths.show({ code }), manage: false },
    { text: t('cycleDesk.links.rubric'), href: rubricDeskPaths.show({ code }), manage: false },
    { text: t('cycles.show.rubric'), href: cyclePaths.rubric({ code }), manage: false },
    { text: t('cycles.show.every'), href: cyclePaths.everyApplication({ code }), manage: true },
  ];
  return all.filter(({ manage }) => viewer.mayManage || !manage).map(({ text, href }) => ({ text, href }));
}

/** When each state began, from the history; a state set up by an import has no line. */
function beganAt(events: readonly CycleLine[]): ReadonlyMap<CycleStatus, Instant> {
  const began = new Map<CycleStatus, Instant>();
  for (const { action, at, details } of events) {
    if (action === 'cycles.create') began.set('draft', at);
    if (details === null || !action.startsWith('cycles.')) continue;
    const { after } = JSON.parse(details) as { after: { status?: CycleStatus } | null };
    if (after?.status !== undefined) began.set(after.status, at);
  }
  return began;
}

export const figure = (t: Translate, value: number): string => formatNumber(t.locale, value);
