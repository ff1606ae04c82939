import { formatDate, formatMoment, formatNumber, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Cycle, CycleStatus } from './cycle';
import { cyclePaths } from './cycle.paths';

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const tones: Readonly<Record<CycleStatus, Tone>> = {
  draft: 'neutral',
  scheduled: 'info',
  open: 'success',
  closed: 'warning',
  in_review: 'warning',
  deciding: 'warning',
  released: 'info',
  complete: 'neutral',
  cancelled: 'danger',
};

export const cycleTag = (t: Translate, status: CycleStatus) => ({ text: t(`cycles.status.${status}`), tone: tones[status] });

interface Fact {
  readonly label: string;
  readonly value: string;
}

interface ListCyclesView {
  readonly title: string;
  readonly newHref: string | null;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly tag: { readonly text: string; readonly tone: Tone };
    readonly opens: string;
    readonly closes: string;
    readonly seats: string;
  }[];
}

declare module '../../web/render' {
  interface Views {
    'cycles/index': ListCyclesView;
  }
}

export function listCyclesView(
  t: Translate,
  cycles: readonly Cycle[],
  more: { readonly seats: ReadonlyMap<string, number>; readonly mayManage: boolean },
): ListCyclesView {
  return {
    title: t('cycles.list.title'),
    newHref: more.mayManage ? cyclePaths.new() : null,
    rows: cycles.map((cycle) => ({
      name: inLocale(cycle.name, t.locale),
      href: cyclePaths.show({ code: cycle.code }),
      tag: cycleTag(t, cycle.status),
      opens: formatShortMoment(t, cycle.opensAt),
      closes: formatShortMoment(t, cycle.closesAt),
      seats: formatNumber(t.locale, more.seats.get(cycle.id) ?? 0),
    })),
  };
}

/** The dates of a cycle in words, for people. */
export const cycleFacts = (t: Translate, cycle: Cycle): Fact[] => [
  { label: t('cycles.show.opensAt'), value: formatMoment(t, cycle.opensAt) },
  { label: t('cycles.show.closesAt'), value: formatMoment(t, cycle.closesAt) },
  { label: t('cycles.show.reviewBy'), value: formatDate(t.locale, cycle.reviewBy) },
  { label: t('cycles.show.decisionsOn'), value: formatDate(t.locale, cycle.decisionsOn) },
  { label: t('cycles.show.answerWithin'), value: t('cycles.show.answerDays', { count: cycle.answerDays }) },
  {
    label: t('cycles.show.term'),
    value: t('cycles.show.termSpan', { from: formatDate(t.locale, cycle.termStartsOn), to: formatDate(t.locale, cycle.termEndsOn) }),
  },
];
