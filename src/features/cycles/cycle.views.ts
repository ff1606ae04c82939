import { formatDate, formatMoment, formatNumber, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { TimelineEntry } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import {
  choiceView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  errorSummary,
  fieldView,
  type FormState,
} from '../../web/form-view';
import { stepsByHand, type Cycle, type CycleStatus } from './cycle';
import type { ApplicationCounts } from './cycle-counts.queries';
import { cyclePaths } from './cycle.paths';
import type { SeatsOnOffer } from './offer-of-seats.queries';

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

interface ShowCycleView {
  readonly title: string;
  readonly tag: { readonly text: string; readonly tone: Tone };
  readonly facts: readonly Fact[];
  readonly rubricHref: string;
  readonly editHref: string | null;
  /** All applications, for administrators. */
  readonly everyHref: string | null;
  readonly rows: readonly {
    readonly slug: string;
    readonly area: string;
    readonly seats: readonly string[];
    readonly firstChoice: string;
    readonly all: string;
    readonly links: readonly { readonly text: string; readonly href: string; readonly label: string }[];
  }[];
  readonly move: { readonly action: string; readonly step: ChoiceView; readonly reason: FieldView } | null;
  readonly history: readonly TimelineEntry[];
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'cycles/index': ListCyclesView;
    'cycles/show': ShowCycleView;
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

interface ShowCycleParts {
  readonly cycle: Cycle;
  /** The collaboratives this person may see figures of. */
  readonly collaboratives: readonly Collaborative[];
  readonly offered: readonly SeatsOnOffer[];
  readonly counts: ReadonlyMap<string, ApplicationCounts>;
  readonly history: readonly TimelineEntry[];
  readonly mayManage: boolean;
  /** The collaboratives whose applications, panel and slate this person works with. */
  readonly staffOf: readonly string[];
  readonly form: FormState;
}

export function showCycleView(t: Translate, parts: ShowCycleParts): ShowCycleView {
  const { cycle, mayManage } = parts;
  const { code } = cycle;
  return {
    title: inLocale(cycle.name, t.locale),
    tag: cycleTag(t, cycle.status),
    facts: cycleFacts(t, cycle),
    rubricHref: cyclePaths.rubric({ code }),
    editHref: mayManage ? cyclePaths.edit({ code }) : null,
    everyHref: mayManage ? cyclePaths.everyApplication({ code }) : null,
    rows: parts.collaboratives.map((collaborative) => rowView(t, parts, collaborative)),
    move: mayManage && stepsByHand(cycle).length > 0 ? moveView(t, parts) : null,
    history: parts.history,
    errorSummary: errorSummary(t, parts.form.errors),
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

function rowView(t: Translate, { cycle, offered, counts, staffOf }: ShowCycleParts, { id, slug, area: areaText }: Collaborative) {
  const area = inLocale(areaText, t.locale);
  const params = { code: cycle.code, slug };
  const staffLinks = [
    { text: t('cycles.show.applications'), href: cyclePaths.applications(params), label: t('cycles.show.applicationsEach', { area }) },
    { text: t('cycles.show.panel'), href: cyclePaths.panel(params), label: t('cycles.show.panelEach', { area }) },
    { text: t('cycles.show.slate'), href: cyclePaths.slate(params), label: t('cycles.show.slateEach', { area }) },
  ];
  const seats = offered
    .filter((offer) => offer.collaborativeId === id)
    .map((offer) => t('cycles.show.seatCount', { constituency: t(`common.constituency.${offer.constituency}`), count: offer.count }));
  return {
    slug,
    area,
    seats: seats.length > 0 ? seats : [t('cycles.show.noSeats')],
    firstChoice: formatNumber(t.locale, counts.get(id)?.firstChoice ?? 0),
    all: formatNumber(t.locale, counts.get(id)?.all ?? 0),
    links: staffOf.includes(id) ? staffLinks : [],
  };
}

function moveView(t: Translate, { cycle, form }: ShowCycleParts) {
  const steps = stepsByHand(cycle).filter((step) => step !== 'release');
  return {
    action: cyclePaths.step({ code: cycle.code }),
    step: choiceView(
      t,
      form,
      'step',
      t('cycles.show.step'),
      steps.map((step) => [step, t(`cycles.steps.${step}`)] as const),
    ),
    reason: fieldView(t, form, 'reason', t('cycles.show.reason')),
  };
}
