import { formatDate, formatDay, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import { onboardingPaths } from './onboarding.paths';
import { countRequired, requiredTasksDone } from './plan';
import type { Orientation, PlanOfMember } from './plan.queries';
import { isForMember, standingOf, type Standing, type Task } from './task';

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export interface TaskLine {
  readonly text: string;
  readonly href: string | null;
  readonly hint: string | null;
  readonly tag: { readonly text: string; readonly tone: Tone };
}

export interface ChecklistView {
  readonly collaborative: string;
  readonly seat: string;
  readonly progress: string;
  readonly done: string;
  readonly all: string;
  readonly notice: { readonly tone: 'success' | 'warning'; readonly title: string | null; readonly text: string } | null;
  readonly required: readonly TaskLine[];
  readonly optional: readonly TaskLine[];
}

export interface ChecklistsView {
  readonly title: string;
  readonly district: string | null;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly lists: readonly ChecklistView[];
}

declare module '../../web/render' {
  interface Views {
    'onboarding/checklist': ChecklistsView;
  }
}

export interface Checklist {
  readonly plan: PlanOfMember;
  readonly tasks: readonly Task[];
  readonly collaborative: string;
  readonly slug: string;
  readonly orientation: Orientation | undefined;
}

/** The member's own checklists (as a rule one), each step with where it stands. */
export function checklistsView(t: Translate, lists: readonly Checklist[], today: CalendarDate): ChecklistsView {
  return {
    title: t('onboarding.list.title'),
    district: lists[0]?.slug ?? null,
    unlisted: true,
    breadcrumbs: [{ text: t('layout.navigation.me'), href: '/me' }],
    lists: lists.map((list) => checklistView(t, list, today)),
  };
}

/** One checklist, each step with where it stands. */
export function checklistView(t: Translate, list: Checklist, today: CalendarDate): ChecklistView {
  const { plan, tasks, collaborative } = list;
  const { done, all } = countRequired(tasks);
  const lines = taskLines(t, list, today);
  return {
    collaborative,
    seat: t('onboarding.list.seat', {
      seat: plan.seatCode,
      constituency: t(`common.constituency.${plan.constituency}`),
      from: formatDate(t.locale, plan.termStartsOn, 'shortDate'),
      to: formatDate(t.locale, plan.termEndsOn, 'shortDate'),
    }),
    progress: t('onboarding.list.progress', { done, count: all }),
    done: String(done),
    all: String(all),
    notice: noticeOf(t, list),
    required: lines.filter(({ isRequired }) => isRequired).map(({ line }) => line),
    optional: lines.filter(({ isRequired }) => !isRequired).map(({ line }) => line),
  };
}

function noticeOf(t: Translate, { plan, tasks }: Checklist): ChecklistView['notice'] {
  if (plan.status === 'abandoned') return { tone: 'warning', title: null, text: t('onboarding.list.abandoned') };
  if (!requiredTasksDone(tasks)) return null;
  const waits = plan.membershipStatus === 'pending';
  const text = waits
    ? t('onboarding.list.completeWaits', { date: formatDate(t.locale, plan.termStartsOn) })
    : t('onboarding.list.completeSits');
  return { tone: 'success', title: t('onboarding.list.complete'), text };
}

function taskLines(t: Translate, list: Checklist, today: CalendarDate): { readonly isRequired: boolean; readonly line: TaskLine }[] {
  const around = { today, hasOrientation: list.orientation !== undefined };
  const standings = list.tasks.map((task) => ({ task, standing: standingOf(task, around) }));
  const isNext = ({ task, standing }: (typeof standings)[number]) => task.isRequired && (standing === 'late' || standing === 'todo');
  const next = standings.find(isNext)?.task.id;
  return standings.map(({ task, standing }) => ({
    isRequired: task.isRequired,
    line: {
      text: inLocale(task.title, t.locale),
      href: standing === 'blocked' ? null : onboardingPaths.task({ id: task.id }),
      hint: hintOf(t, task, { standing, orientation: list.orientation }),
      tag: tagOf(t, standing, task.id === next),
    },
  }));
}

const tones: Readonly<Record<Standing, Tone>> = {
  done: 'success',
  waived: 'success',
  blocked: 'neutral',
  waiting: 'info',
  late: 'danger',
  todo: 'neutral',
};

function tagOf(t: Translate, standing: Standing, isNext: boolean): TaskLine['tag'] {
  if (isNext && standing === 'todo') return { text: t('onboarding.standing.next'), tone: 'warning' };
  return { text: t(`onboarding.standing.${standing}`), tone: tones[standing] };
}

interface HintAround {
  readonly standing: Standing;
  readonly orientation: Orientation | undefined;
}

/** Why a step cannot start, whom it waits for, when it is due or was done. */
export function hintOf(t: Translate, task: Task, { standing, orientation }: HintAround): string | null {
  if (standing === 'waived') return t('onboarding.hint.waived', { reason: task.waiverReason ?? '' });
  if (standing === 'done') return task.doneAt === null ? null : t('onboarding.hint.doneOn', { date: formatDay(t.locale, task.doneAt) });
  return openHint(t, task, { standing, orientation });
}

function openHint(t: Translate, task: Task, { standing, orientation }: HintAround): string | null {
  if (task.opensOn !== null && standing === 'blocked') return t('onboarding.hint.opensOn', { date: formatDate(t.locale, task.opensOn) });
  if (task.kind === 'attend') return orientationHint(t, orientation);
  if (!isForMember(task)) return t('onboarding.hint.staffCheck');
  return task.dueOn === null ? null : t('onboarding.hint.due', { date: formatDate(t.locale, task.dueOn) });
}

const orientationHint = (t: Translate, orientation: Orientation | undefined): string =>
  orientation === undefined
    ? t('onboarding.hint.noOrientation')
    : t('onboarding.hint.orientation', { date: formatShortMoment(t, orientation.startsAt) });
