import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import { membershipPaths } from '../membership';
import { onboardingPaths } from './onboarding.paths';
import { countRequired, requiredTasksDone, stuckOn } from './plan';
import type { PlanOfMember } from './plan.queries';
import { isForMember, isLate, type Task } from './task';

interface BoardLine {
  readonly name: string;
  readonly href: string;
  readonly seat: string;
  readonly progress: string;
  readonly stuck: string;
  readonly stuckNote: string | null;
  readonly tag: { readonly text: string; readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger' } | null;
  readonly term: string;
  readonly nudge: { readonly action: string; readonly label: string } | null;
}

export interface BoardView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly stats: readonly { readonly number: string; readonly label: string }[];
  readonly lines: readonly BoardLine[];
  readonly seatsHref: string;
  readonly templatesHref: string;
}

declare module '../../web/render' {
  interface Views {
    'onboarding/board': BoardView;
  }
}

interface OnBoard {
  readonly plan: PlanOfMember;
  readonly tasks: readonly Task[];
}

/** Who is on the way to a seat and what each one is stuck on: late ones first. */
export function boardView(t: Translate, collaborative: Collaborative, people: readonly OnBoard[], today: CalendarDate): BoardView {
  const { slug } = collaborative;
  const states = people.map((one) => ({ one, step: stuckOn(one.tasks, today) }));
  const late = states.filter(({ step }) => step !== undefined && isLate(step, today));
  const onStaff = states.filter(({ step }) => step !== undefined && !isForMember(step));
  const ready = people.filter(({ tasks }) => requiredTasksDone(tasks));
  return {
    title: t('onboarding.board.title', { name: inLocale(collaborative.area, t.locale) }),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
    stats: [
      { number: String(people.length), label: t('onboarding.board.counts.open') },
      { number: String(late.length), label: t('onboarding.board.counts.late') },
      { number: String(onStaff.length), label: t('onboarding.board.counts.staff') },
      { number: String(ready.length), label: t('onboarding.board.counts.ready') },
    ],
    lines: [...states]
      .sort((a, b) => urgency(a.step, today) - urgency(b.step, today))
      .map(({ one, step }) => boardLine(t, one, step, today)),
    seatsHref: membershipPaths.seats({ slug }),
    templatesHref: onboardingPaths.templates({ slug }),
  };
}

function boardLine(t: Translate, { plan, tasks }: OnBoard, step: Task | undefined, today: CalendarDate): BoardLine {
  const { done, all } = countRequired(tasks);
  const mayNudge = tasks.some((task) => task.isRequired && task.status === 'open' && isForMember(task));
  return {
    name: plan.name,
    href: onboardingPaths.plan({ id: plan.id }),
    seat: `${plan.seatCode} · ${t(`common.constituency.${plan.constituency}`)}`,
    progress: t('onboarding.board.of', { done, all }),
    stuck: step === undefined ? t('onboarding.board.nothing') : inLocale(step.title, t.locale),
    stuckNote: dueNote(t, step, today),
    tag: tagOf(t, step, today),
    term: formatDate(t.locale, plan.termStartsOn, 'shortDate'),
    nudge: mayNudge
      ? { action: onboardingPaths.nudge({ id: plan.id }), label: t('onboarding.board.nudgeName', { name: plan.name }) }
      : null,
  };
}

function dueNote(t: Translate, step: Task | undefined, today: CalendarDate): string | null {
  if (step?.dueOn === undefined || step.dueOn === null) return null;
  const date = formatDate(t.locale, step.dueOn, 'shortDate');
  return isLate(step, today) ? t('onboarding.board.lateSince', { date }) : t('onboarding.board.dueBy', { date });
}

function tagOf(t: Translate, step: Task | undefined, today: CalendarDate): BoardLine['tag'] {
  if (step === undefined) return { text: t('onboarding.board.status.complete'), tone: 'success' };
  if (isLate(step, today)) return { text: t('onboarding.standing.late'), tone: 'danger' };
  return isForMember(step) ? null : { text: t('onboarding.board.onStaff'), tone: 'warning' };
}

const urgency = (step: Task | undefined, today: CalendarDate): number => {
  if (step === undefined) return 3;
  if (isLate(step, today)) return 0;
  return isForMember(step) ? 2 : 1;
};
