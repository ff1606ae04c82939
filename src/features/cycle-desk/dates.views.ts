import { formatDate, formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Due, Stage } from './standing';

export interface StageView {
  readonly text: string;
  readonly when: string;
  readonly is: Stage['is'];
  readonly isNow: boolean;
  /** "Done", "Now" or "To come", for those who do not see the line. */
  readonly said: string;
}

export interface DueView {
  readonly label: string;
  readonly when: string;
  readonly tag: { readonly text: string; readonly tone: 'neutral' | 'warning' | 'danger' };
}

export const stagesView = (t: Translate, stages: readonly Stage[]): StageView[] =>
  stages.map((stage) => ({
    text: t(`cycles.status.${stage.status}`),
    when: whenText(t, stage),
    is: stage.is,
    isNow: stage.is === 'now',
    said: t(`cycleDesk.stage.${stage.is}`),
  }));

function whenText(t: Translate, { at, on, is }: Stage): string {
  if (on !== null) return t('cycleDesk.stage.announced', { date: formatDate(t.locale, on, 'shortDate') });
  if (at !== null) return formatDay(t.locale, at, 'shortDate');
  return is === 'ahead' ? t('cycleDesk.stage.byHand') : '';
}

/** A warning within the last week. */
const soon = 7;

export const dueView = (t: Translate, list: readonly Due[]): DueView[] =>
  list.map(({ kind, at, days }) => ({
    label: t(`cycleDesk.due.${kind}`),
    when: at.length === 10 ? formatDate(t.locale, at) : formatMoment(t, at),
    tag: { text: inDays(t, days), tone: days < 0 ? 'danger' : days <= soon ? 'warning' : 'neutral' },
  }));

function inDays(t: Translate, days: number): string {
  if (days === 0) return t('cycleDesk.due.today');
  return days < 0 ? t('cycleDesk.due.late', { count: -days }) : t('cycleDesk.due.inDays', { count: days });
}
