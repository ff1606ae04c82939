import { formatDate, formatDay, formatMoment, formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { RawForm } from '../../lib/form';
import type { CalendarDate } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import { conflictLines } from './conflict.views';
import type { Tag } from './meeting-list.views';
import { meetingPaths } from './meeting.paths';
import type { Series, Step } from './series';
import { carriedFields } from './series.form';
import type { DryRun } from './series-plan.actions';
import type { SeriesDate } from './series-rule';
import { crumbs } from './series.views';

interface DryRunRow {
  readonly nominal: string;
  readonly when: string;
  readonly tag: Tag;
  readonly why: string;
  readonly warnings: readonly string[];
  /** Whether it is made; null where there is nothing to choose. */
  readonly keep: { readonly id: string; readonly value: CalendarDate; readonly checked: boolean } | null;
}

interface DryRunView {
  readonly title: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly district: string;
  readonly unlisted: true;
  readonly lede: string;
  /** Said when the dates changed while somebody was reading them. */
  readonly stale: string | null;
  readonly warnings: string | null;
  readonly rows: readonly DryRunRow[];
  readonly carried: readonly { readonly name: string; readonly value: string }[];
  readonly seen: string;
  readonly make: string;
  readonly makeText: string;
  readonly mayMake: boolean;
  readonly again: string;
}

declare module '../../web/render' {
  interface Views {
    'meetings/series-dry-run': DryRunView;
  }
}

interface Parts {
  readonly collaborative: Collaborative;
  readonly bodies: readonly Collaborative[];
  readonly dryRun: DryRun;
  readonly raw: RawForm;
  readonly series: Series | null;
  /** Dates left ticked last time; null the first time, when all are. */
  readonly keep: ReadonlySet<string> | null;
  readonly isStale: boolean;
}

/** Every date of the series with what happens on it and why, before anything is made. */
export function dryRunView(t: Translate, { collaborative, bodies, dryRun, raw, series, keep, isStale }: Parts): DryRunView {
  const { slug } = collaborative;
  const rows = dryRun.lines.map(({ step, conflicts }) => rowOf(t, step, conflictLines(t, conflicts, bodies), keep));
  const acts = dryRun.lines.filter(({ step }) => ['add', 'change', 'cancel'].includes(step.does)).length;
  const risky = rows.filter(({ warnings }) => warnings.length > 0).length;
  return {
    breadcrumbs: crumbs(t, collaborative),
    district: slug,
    unlisted: true,
    lede: acts === 0 ? t('scheduling.dryRun.nothing') : t('scheduling.dryRun.lede', { count: acts }),
    stale: isStale ? t('scheduling.dryRun.stale') : null,
    warnings: risky === 0 ? null : t('scheduling.dryRun.warnings', { count: risky }),
    rows,
    carried: carriedFields(raw),
    seen: dryRun.seen,
    mayMake: acts > 0,
    ...(series === null ? newOnes(t, slug) : changedOnes(t, { slug, id: series.id })),
  };
}

type Buttons = Pick<DryRunView, 'title' | 'make' | 'makeText' | 'again'>;

const newOnes = (t: Translate, slug: string): Buttons => ({
  title: t('scheduling.dryRun.newTitle'),
  make: meetingPaths.seriesMake({ slug }),
  makeText: t('scheduling.dryRun.make'),
  again: meetingPaths.seriesDryRun({ slug }),
});

const changedOnes = (t: Translate, where: { slug: string; id: string }): Buttons => ({
  title: t('scheduling.dryRun.changeTitle'),
  make: meetingPaths.seriesChange(where),
  makeText: t('scheduling.dryRun.change'),
  again: meetingPaths.seriesChangeDryRun(where),
});

function rowOf(t: Translate, step: Step, warnings: readonly string[], keep: ReadonlySet<string> | null): DryRunRow {
  const when = whenOf(t, step);
  const nominal = step.on?.nominal ?? '';
  return {
    nominal,
    when,
    tag: tagOf(t, step),
    why: whyOf(t, step),
    warnings,
    keep: step.does === 'add' ? { id: `keep-${nominal}`, value: nominal, checked: keep === null || keep.has(nominal) } : null,
  };
}

function whenOf(t: Translate, step: Step): string {
  if ('plan' in step)
    return `${formatDay(t.locale, step.plan.startsAt, 'weekdayDate')}, ${t('meetings.show.until', { start: formatTime(t.locale, step.plan.startsAt), end: formatTime(t.locale, step.plan.endsAt) })}`;
  if ('meeting' in step) return formatMoment(t, step.meeting.startsAt);
  return formatDate(t.locale, step.on.nominal, 'weekdayDate');
}

const tones = { add: 'success', change: 'info', same: 'neutral', keep: 'neutral', cancel: 'danger', leave: 'warning' } as const;

const tagOf = (t: Translate, { does }: Step): Tag => ({ text: t(`scheduling.does.${does}`), tone: tones[does] });

function whyOf(t: Translate, step: Step): string {
  if (step.does === 'change') return t('scheduling.why.was', { moment: formatMoment(t, step.meeting.startsAt) });
  if (step.does === 'keep') return step.meeting.status === 'scheduled' ? t('scheduling.why.changedAlone') : t('scheduling.why.notOpen');
  if (step.does === 'cancel') return t('scheduling.why.notInRule');
  return step.on === null ? '' : reasonOf(t, step.on);
}

function reasonOf(t: Translate, { dayOff, omitted, nominal }: SeriesDate): string {
  const name = dayOff === null ? '' : 'named' in dayOff ? dayOff.named : t(`scheduling.holidays.${dayOff.holiday}`);
  if (omitted !== null) return t(`scheduling.omitted.${omitted}`, { name });
  return dayOff === null ? t('scheduling.why.usual') : t('scheduling.why.moved', { name, day: formatDate(t.locale, nominal) });
}
